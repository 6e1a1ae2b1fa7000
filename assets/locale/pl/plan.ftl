# Słowa planu: daty, powody, ostrzeżenia, dni kalendarza i rama wydruku.

month = { $month ->
    [1] styczeń
    [2] luty
    [3] marzec
    [4] kwiecień
    [5] maj
    [6] czerwiec
    [7] lipiec
    [8] sierpień
    [9] wrzesień
    [10] październik
    [11] listopad
   *[12] grudzień
} { $year }
date = { $day } { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
} { $year }

# Dlaczego tak jest

reason-has-left = Grupa w tym dniu nie używa już starego systemu.
reason-product-unknown = Nie podano, jaki system działa na tych punktach końcowych.
reason-product-has-no-esu = Dla systemu { $product } nie ma ESU; jego aktualizacje skończyły się { $day } r.
reason-product-is-out-of-support = Dla systemu { $product } nie ma ESU; jego wsparcie dawno się skończyło.
reason-edition-unknown = Nie podano, która to edycja systemu { $product }.
reason-edition-qualifies = { $product }, edycja { $edition }: kwalifikuje się do ESU.
reason-edition-does-not-qualify = { $product }, edycja { $edition }: nie kwalifikuje się do ESU.
reason-edition-is-unclear = { $product }, edycja { $edition }: nie jest jasne, czy kwalifikuje się do ESU.
reason-offer-has-ended = ESU dla systemu { $product } było w ofercie do { $day } r.; nic już nie jest sprzedawane.
reason-owned-keys-keep-working = Posiadane klucze nadal pozwalają instalować aktualizacje ze swoich lat.
reason-leaves-in-support = Grupa przestaje używać systemu { $product }, zanim ESU będzie potrzebne: zwykłe aktualizacje są wydawane do { $day } r.
reason-oem-sells = ESU dla systemu { $product } sprzedaje wyłącznie producent OEM urządzenia; nie ma go w licencjonowaniu zbiorowym ani w CSP.
reason-owned-until = Rok { $year } jest kupiony i trwa do { $day } r.
reason-promotion-covers = Rok { $year }, trwający do { $day } r., zapewnia promocja.
reason-host-is-free = W tym środowisku ESU jest zapewnione bez dopłaty do { $day } r.: { $host }.
reason-host-is-unclear = Żadne źródło nie mówi, czy w tym środowisku ESU jest zapewnione bez dopłaty: { $host }.
reason-vdi-counts-endpoints = { $host }: licencji wymaga każdy punkt końcowy, który łączy się z maszynami wirtualnymi; samych maszyn się nie liczy.
reason-licensed-per-device = Każde urządzenie wymaga własnej licencji.
reason-hosting-assumed-physical = Nie podano, gdzie działają te systemy; policzono je jako urządzenia fizyczne, po jednej licencji na każde.
reason-ordered-through = Kanał sprzedaży: { $channel }.
reason-no-channel-sells = Żadna umowa organizacji nie pozwala kupić ESU.
reason-not-yet-on-sale = Sprzedaż jeszcze się nie zaczęła; rusza { $day } r. ({ $channel }).
reason-enterprise-price = Obowiązuje tańszy SKU: urządzenia są objęte Software Assurance albo korzystają z nich wyłącznie subskrybenci Windows Enterprise.
reason-no-enterprise-price-in-csp = Tańszego SKU nie sprzedaje się w CSP, zamawia się więc zwykły.
reason-back-year = Rok zaległy: rok { $year } już minął, ale wymaga go rok { $current }.
reason-current-year = Rok { $year } trwa do { $day } r.
reason-later-year = Rok { $year } zaczyna się { $day } r. i zamawia się go osobno; nic nie odnawia się samo.
reason-price-is-reported = Tę cenę podają prasa lub partnerzy, a nie Microsoft; wpisz cenę z własnej oferty.

# Ostrzeżenia o profilu

note-vdi-endpoints-not-machines = Licencjonuje się { $endpoints ->
    [one] { $endpoints } punkt końcowy
    [few] { $endpoints } punkty końcowe
    [many] { $endpoints } punktów końcowych
   *[other] { $endpoints } punktu końcowego
}, a nie { $machines ->
    [one] { $machines } maszynę wirtualną
    [few] { $machines } maszyny wirtualne
    [many] { $machines } maszyn wirtualnych
   *[other] { $machines } maszyny wirtualnej
}: przy własnych lub dedykowanych pulpitach wirtualnych licencji wymaga każdy łączący się punkt końcowy.
warning-shared-exceeds = Liczba punktów końcowych policzonych w innej grupie jest większa niż cała grupa. Sprawdź obie liczby.
warning-owned-exceeds = Na jeden z lat kupiono więcej licencji, niż grupa ma punktów końcowych. Nadwyżka nie przechodzi na inne grupy.
warning-owned-gap = Kupiono rok pokrycia, ale bez roku poprzedniego. Z późniejszego roku można korzystać tylko razem z wcześniejszymi; sprawdź, co kupiono.
warning-order-channel-without-agreement = Zamówienia mają iść tym kanałem, ale żadna umowa organizacji go nie obejmuje: { $channel }.
warning-year-without-release = Grupa przestaje używać systemu po rozpoczęciu roku { $year } ({ $start } r.), lecz nie później niż w dniu jego pierwszego wydania ({ $release } r.): rok jest w zamówieniu, a nie da żadnej aktualizacji. Wycofanie do { $start } r. pozwala go nie kupować.
warning-short-year = Rok { $year } zaczyna się { $start } r. i jest w zamówieniu w całości, choć te punkty końcowe odchodzą w jego pierwszych trzech miesiącach. Wycofanie ich, zanim się zacznie, oszczędzi { $amount }.
warning-short-year-without-price = Rok { $year } zaczyna się { $start } r. i jest w zamówieniu w całości, choć te punkty końcowe odchodzą w jego pierwszych trzech miesiącach. Wycofanie ich, zanim się zacznie, oszczędzi cały rok.

# Dni kalendarza

event-window-starts = Początek { $year }. roku pokrycia
event-window-ends = Koniec { $year }. roku pokrycia
event-patch-tuesday = Comiesięczne wydanie poprawek; potrzebny klucz na rok { $year }
event-patch-tuesday-without-key = Comiesięczne wydanie poprawek w roku { $year }
event-invoice = Zakupy w CSP sprzed mniej więcej tego dnia (w FAQ to przykładowa data faktury) trafiają na fakturę za { $month }
event-order-by = Ostatni dzień zamówienia roku { $year } bez przerwy w pokryciu: { $count } × { $sku }
event-sales-start = Początek sprzedaży: { $channel }
event-group-leaves = Wycofanie starego systemu: { $group }
event-groups-leave = Wycofanie starego systemu: { $count ->
    [one] { $count } grupa
    [few] { $count } grupy
    [many] { $count } grup
   *[other] { $count } grupy
}

# Co trzeba rozstrzygnąć

open-no-groups = Jakie są punkty końcowe? Wpisz co najmniej jedną grupę z systemem i liczbą punktów końcowych.
open-endpoints-unknown = Ile punktów końcowych liczą te grupy? Bez liczby nie ma ich w żadnym zamówieniu.
open-product = Jaki system działa na tych punktach końcowych?
open-edition = Która to edycja systemu? Do czasu odpowiedzi nic nie jest zamawiane.
open-edition-unclear = Czy ta edycja kwalifikuje się do ESU? Przed zamówieniem uzyskaj odpowiedź na piśmie od firmy Microsoft lub partnera.
open-host = Czy w tym środowisku ESU jest zapewnione bez dopłaty? Przed zamówieniem zapytaj firmę Microsoft lub dostawcę.
open-channel = Jakim kanałem kupować ESU: w licencjonowaniu zbiorowym czy u partnera CSP?

# Drobne części

plan-group-number = Grupa { $number }
plan-not-known = nie wiadomo
plan-not-named = bez nazwy
plan-none-of-them = brak
plan-nothing-bought = nic
plan-licences-of-year = { $count ->
    [one] { $count } licencja
    [few] { $count } licencje
    [many] { $count } licencji
   *[other] { $count } licencji
} na rok { $year }
plan-different-answers = { $count ->
    [one] { $count } odpowiedź
    [few] { $count } różne odpowiedzi
    [many] { $count } różnych odpowiedzi
   *[other] { $count } różnej odpowiedzi
}
plan-list-and = { $first } i { $last }
plan-and-more = { $first } i jeszcze { $count }
plan-all-groups = wszystkie grupy
plan-years = { $count ->
    [one] Rok { $years }
   *[other] Lata { $years }
}
plan-count-endpoints = { $count ->
    [one] { $count } punkt końcowy
    [few] { $count } punkty końcowe
    [many] { $count } punktów końcowych
   *[other] { $count } punktu końcowego
}
plan-for-endpoints = dla { $count ->
    [one] { $count } punktu końcowego
   *[other] { $count } punktów końcowych
}
plan-count-licences = { $count ->
    [one] { $count } licencja
    [few] { $count } licencje
    [many] { $count } licencji
   *[other] { $count } licencji
}
plan-count-coverage-years = { $count ->
    [one] { $count } rok pokrycia
    [few] { $count } lata pokrycia
    [many] { $count } lat pokrycia
   *[other] { $count } roku pokrycia
}
plan-count-months = { $count ->
    [one] { $count } miesiąc
    [few] { $count } miesiące
    [many] { $count } miesięcy
   *[other] { $count } miesiąca
}
plan-count-releases = { $count ->
    [one] { $count } comiesięczne wydanie poprawek
    [few] { $count } comiesięczne wydania poprawek
    [many] { $count } comiesięcznych wydań poprawek
   *[other] { $count } comiesięcznego wydania poprawek
}
plan-count-releases-missed = { $count ->
    [one] { $count } pominięte wydanie poprawek
    [few] { $count } pominięte wydania poprawek
    [many] { $count } pominiętych wydań poprawek
   *[other] { $count } pominiętego wydania poprawek
}

# Rama

plan-title = { $programme }: plan zakupu i wdrożenia
plan-organisation = Organizacja
plan-programme = Program
plan-as-of = Stan na dzień
plan-coverage-year = Rok pokrycia
plan-year-window = rok { $year }, od { $start } do { $end }
plan-year-before = przed pierwszym rokiem pokrycia
plan-year-ended = żaden: ostatni skończył się { $day } r.
plan-year-of-systems = { $year } ({ $systems })
plan-through-oem = producent OEM urządzenia
plan-through-oem-too = { $channel }; dla urządzeń wbudowanych ich producent OEM
plan-rule-data = Dane reguł
plan-rule-data-edition = wydanie { $edition }, porównane ze źródłami { $checked } r.

plan-summary = Podsumowanie
plan-ledger = Zestawienie punktów końcowych
plan-orders = Zamówienia
plan-totals = Sumy według kanału, roku i waluty
plan-waiting = Czas bez ochrony i koszt zwłoki
plan-calendar = Kalendarz
plan-deployment = Wdrożenie
plan-errors = Znane błędy
plan-keys = Klucze i aktywacje
plan-support = Pomoc techniczna: kto i do kogo dzwoni
plan-coverage = Co ESU obejmuje, a czego nie
plan-embedded = Urządzenia wbudowane
plan-warnings = Ostrzeżenia i sprzeczności
plan-open = Otwarte decyzje i założenia
plan-sources = Źródła

plan-verdict = Rozstrzygnięcie
plan-endpoints = Punkty końcowe
plan-total = Razem
plan-total-now = Razem do zamówienia teraz
plan-total-later = Razem do zamówienia później
plan-adds-up = { $sum } z { $all }
plan-group = Grupa
plan-why = Dlaczego
plan-rests-on = Podstawa: { $facts }
plan-verdict-of-groups = { $verdict }: { $groups }
plan-counted-elsewhere = Pominięte tutaj, bo policzone w innej grupie: { $groups }.
plan-ledger-empty = Nie wpisano żadnej grupy punktów końcowych.
plan-orders-empty = Nie ma nic do zamówienia; powody podaje zestawienie punktów końcowych.
plan-line = Lp.
plan-sku = Pozycja (SKU)
plan-year = Rok
plan-channel = Kanał
plan-quantity = Liczba
plan-unit-price = Cena jedn.
plan-when = Kiedy
plan-when-now = teraz
plan-when-later = później
plan-order-by = do { $day }
plan-back-year = { $year } (zaległy)
plan-no-price = nieznana
plan-line-number = Pozycja { $number }, rok { $year }
plan-all-lines = Wszystkie pozycje
plan-for-groups = Dla: { $groups }
plan-on-sale-from = W sprzedaży od { $day } r.
plan-basis-quote = Ceny: z ofert otrzymanych przez organizację.
plan-basis-press = Ceny { $source }; nie są oficjalne. Zastępuje je cena z oferty otrzymanej przez organizację.
plan-basis-published = Ceny: ogłoszone ({ $source }).
plan-basis-promotion = Bezpłatnie w ramach promocji: { $source }.
plan-basis-none = Cena części pozycji nie jest znana, więc sumy ich nie obejmują; poproś o ofertę.

plan-exposed = { $endpoints } ({ $groups }): ostatnie aktualizacje { $since } r.; od tego czasu { $releases } ({ $months }).
plan-exposed-from = { $endpoints } ({ $groups }): na razie nic nie pominięto. Bez ESU pierwszym pominiętym wydaniem będzie to z { $first } r.
plan-exposed-after-the-end = { $endpoints } ({ $groups }): wszystkie aktualizacje ESU do { $since } r.; później już ich nie wydawano.
plan-exposed-none = Żaden punkt końcowy nie pozostaje bez aktualizacji.
plan-if-it-waits = Jeśli pierwsze zamówienie się opóźni
plan-waiting-explained = Zwłoka niczego nie oszczędza: wcześniejsze lata i tak trzeba kupić, a wydania w tym czasie przepadają. Grup wycofanych do tego czasu nie wliczono.
plan-first-order-in = Pierwsze zamówienie
plan-from = Od
plan-due-then = Do zapłaty wtedy
plan-releases-missed-by-then = Wydania pominięte do tego dnia
plan-year-number = w roku { $year }

plan-date = Data
plan-event = Co się dzieje
plan-faq = FAQ
plan-calendar-past = Za nami: { $releases } i { $days ->
    [one] { $days } inny dzień
    [few] { $days } inne dni
    [many] { $days } innych dni
   *[other] { $days } innego dnia
}, od { $first } do { $last } r.
plan-calendar-nothing-ahead = Przed nami nie ma już żadnego terminu.
plan-releases-from-to = { $title }: { $count ->
    [one] { $count } wydanie
    [few] { $count } wydania
    [many] { $count } wydań
   *[other] { $count } wydania
} do { $last } r.

plan-phase-purchase = Zamówienie i odbiór kluczy
plan-phase-prepare = Przygotowanie urządzeń
plan-phase-prerequisites = Instalacja wymagań wstępnych
plan-phase-key = Instalacja klucza
plan-phase-activate = Aktywacja
plan-phase-verify = Sprawdzenie
plan-phase-updates = Instalacja comiesięcznych aktualizacji
plan-phase-later = W kolejnych latach i na koniec
plan-error = Przyczyna: { $cause } Co zrobić: { $action }

plan-owned = Kupione
plan-ordered-now = Do zamówienia teraz
plan-ordered-later = Do zamówienia później
plan-activation-id = Identyfikator aktywacji
plan-keys-explained = Każdy rok pokrycia ma własny klucz MAK. Identyfikator aktywacji jest na każdym urządzeniu taki sam i jawny; sam klucz jest tajny i nie ma go nigdzie w tym planie.

plan-good-to-know = Warto wiedzieć
plan-certainty-derived = Źródło: wniosek z innych pozycji FAQ
plan-certainty-reported = Źródło: doniesienia prasy lub sprzedawców
plan-certainty-community = Źródło: skrypty społeczności
plan-contradiction = Sprzeczne źródła
plan-warning = Ostrzeżenie
plan-embedded-group = { $group }: { $endpoints }, { $product }; producent OEM: { $oem }; umowa EPSO: { $epso }. O cenę, licencje i klucze ESU zapytaj producenta OEM.
plan-product = System
plan-updates-until = Aktualizacje dla wszystkich do
plan-own-years = Lata ESU
plan-year-until = rok { $year } do { $day }

plan-to-decide = Do rozstrzygnięcia
plan-assumptions = Przyjęte do czasu odpowiedzi
plan-field-of-groups = { $field } ({ $groups })
plan-would-change = Co zmieniłaby inna odpowiedź: { $change }
plan-hangs-on-it = Zależne od tego późniejsze zamówienia: { $amount }.
plan-entry = Pozycja FAQ
plan-question = Pytanie

# Trzy zdania dla dyrekcji

summary-order-now = Do zamówienia teraz: { $years } { $endpoints }, { $licences }: { $amount }.
summary-one-year = rok pokrycia { $year }
summary-licences-with-back-years = { $licences } (w tym { $back } za lata zaległe)
summary-order-later = Później: { $licences } na { $years ->
    [one] jeden kolejny rok, do { $day } r.
    [few] { $years } kolejne lata, pierwszy do { $day } r.
    [many] { $years } kolejnych lat, pierwszy do { $day } r.
   *[other] { $years } kolejnego roku, pierwszy do { $day } r.
}: { $amount }.
summary-order-first = Dziś nie ma nic do zamówienia. Pierwsze zamówienie do { $day } r.: { $licences } na rok { $year }, { $amount }.
summary-on-sale-from = W sprzedaży od { $day } r.
summary-all-years = Łącznie { $years }: { $licences }, { $amount }.
summary-at-quote = { $amount } według otrzymanych ofert
summary-at-press = { $amount } według cen podawanych w prasie, nieoficjalnych
summary-at-published = { $amount } według ogłoszonych cen
summary-at-promotion = { $amount } w ramach promocji
summary-at-mixed = { $amount } według cen z ofert i z prasy
summary-no-price = cena na razie nieznana
summary-partly-priced = { $priced } oraz bez znanej ceny { $licences }
summary-no-groups = Na razie nie ma czego planować: nie wpisano żadnej grupy punktów końcowych.
summary-no-counts = Na razie nie można nic zamówić: nie podano liczby punktów końcowych.
summary-offer-ended = Nie ma nic do zamówienia: oferta { $programme } skończyła się z dniem { $day } r. Posiadane klucze nadal pozwalają instalować aktualizacje ze swoich lat; pozostaje wycofanie starego systemu.
summary-order-after-decision = Na razie nie można nic zamówić: { $count ->
    [one] { $count } punkt końcowy czeka na decyzję.
    [few] { $count } punkty końcowe czekają na decyzję.
    [many] { $count } punktów końcowych czeka na decyzję.
   *[other] { $count } punktu końcowego czeka na decyzję.
}
summary-nothing-to-order = Nie ma nic do zamówienia: żaden punkt końcowy nie wymaga licencji z licencjonowania zbiorowego ani od partnera CSP.
summary-exposed = Bez ochrony: { $parts }.
summary-exposed-part = { $endpoints } od { $since } r. ({ $releases }, { $months })
summary-exposed-rest = { $count ->
    [one] jeszcze { $count } punkt końcowy
    [few] jeszcze { $count } punkty końcowe
    [many] jeszcze { $count } punktów końcowych
   *[other] jeszcze { $count } punktu końcowego
}
summary-exposed-from = { $count ->
    [one] { $count } punkt końcowy przed { $day } r. niczego nie traci, a od tego dnia wymaga ESU.
    [few] { $count } punkty końcowe przed { $day } r. niczego nie tracą, a od tego dnia wymagają ESU.
    [many] { $count } punktów końcowych przed { $day } r. niczego nie traci, a od tego dnia wymaga ESU.
   *[other] { $count } punktu końcowego przed { $day } r. niczego nie traci, a od tego dnia wymaga ESU.
}
summary-exposed-after-the-end = { $count ->
    [one] { $count } punkt końcowy miał wszystkie aktualizacje do { $day } r.; później już ich nie wydawano.
    [few] { $count } punkty końcowe miały wszystkie aktualizacje do { $day } r.; później już ich nie wydawano.
    [many] { $count } punktów końcowych miało wszystkie aktualizacje do { $day } r.; później już ich nie wydawano.
   *[other] { $count } punktu końcowego miało wszystkie aktualizacje do { $day } r.; później już ich nie wydawano.
}
summary-nothing-exposed = Wszystko jest chronione: żaden punkt końcowy nie pozostaje bez aktualizacji.
summary-exposure-unknown = Bez liczby punktów końcowych nie można nic powiedzieć o pominiętych aktualizacjach.
summary-others = Pozostałe punkty końcowe: { $parts }.
summary-endpoints = Punkty końcowe: { $parts }.
summary-to-decide = Do rozstrzygnięcia: { $questions }
summary-others-covered-free = niewymagające niczego, bo ESU zapewnia środowisko: { $count }
summary-others-already-covered = już pokryte: { $count }
summary-others-oem = przez producenta OEM: { $count }
summary-others-not-eligible = bez prawa do ESU: { $count }
summary-others-not-offered = już bez możliwości pokrycia: { $count }
summary-others-retired = już bez starego systemu: { $count }
summary-others-needs-decision = czekające na decyzję: { $count }
summary-others-uncounted = { $count ->
    [one] { $count } grupa nie ma liczby punktów końcowych
    [few] { $count } grupy nie mają liczby punktów końcowych
    [many] { $count } grup nie ma liczby punktów końcowych
   *[other] { $count } grupy nie ma liczby punktów końcowych
}
summary-others-none = Zamówienie obejmuje wszystkie punkty końcowe; żaden nie idzie przez producenta OEM ani nie czeka na decyzję.
summary-others-unknown = Na razie nie wiadomo, kto nie potrzebuje licencji.

# Programy po Windows 7: inne jednostki, opłaty i kanały

reason-in-support = { $product } ma zwykłe wsparcie do { $day } r.; do tego dnia ESU nie jest potrzebne.
reason-told-in-brief = ESU dla systemu { $product } jest tu opisane tylko w skrócie; zapytaj zespół obsługi klienta w firmie Microsoft, co jeszcze można kupić.
reason-host-is-free-with-key = W tym środowisku ESU jest zapewnione bez dopłaty, ale trzeba poprosić o klucz i go zainstalować: { $host }.
reason-no-offer-fits = Żadna z ofert programu nie obejmuje tych punktów końcowych.
reason-offer = Oferta: { $offer }.
reason-billed-back = Kto dołącza po { $day } r., płaci też za czas miniony; to ta część roku { $year }.
reason-licences-are-shared = { $count ->
    [one] Jedna licencja wystarcza na jedno urządzenie.
    [few] Jedna licencja wystarcza na maksymalnie { $count } urządzenia.
    [many] Jedna licencja wystarcza na maksymalnie { $count } urządzeń.
   *[other] Jedna licencja wystarcza na maksymalnie { $count } urządzenia.
}
reason-cores-are-counted = Liczą się rdzenie: co najmniej { $physical } fizycznych na serwer i co najmniej { $virtual } wirtualnych na maszynę wirtualną.
reason-sold-in-packs = { $count ->
    [one] Sprzedawane na rdzenie.
    [few] Sprzedawane w pakietach po { $count } rdzenie.
    [many] Sprzedawane w pakietach po { $count } rdzeni.
   *[other] Sprzedawane w pakietach po { $count } rdzenia.
}
reason-billed-while-it-runs = Opłata jest naliczana, dopóki usługa działa, i ustaje po rezygnacji.
reason-price-is-unconfirmed = Żadne źródło nie potwierdza ceny; wpisz cenę z własnej oferty.
reason-price-is-unknown = Cena nie jest znana; wpisz cenę z własnej oferty.

open-told-in-brief = Co jeszcze można kupić dla tego systemu? Zapytaj zespół obsługi klienta w firmie Microsoft.
open-agreement = Która umowa daje dostęp do kanału, w którym można tu kupić ESU? Kanały sprzedaży: { $channels }.
open-earlier-years-elsewhere = Czy wcześniejsze lata są już kupione? Ten kanał sprzedaje tylko rok bieżący; zapytaj firmę Microsoft, jak uzupełnić wcześniejsze.

event-term-starts = { $offer }: początek okresu
event-term-ends = { $offer }: koniec okresu

warning-order-channel-not-sold = W wybranym kanale ({ $channel }) nie kupi się { $programme }; te zamówienia trafią do kanału, w którym jest w sprzedaży.
warning-orders-through-different-channels = Jedno zamówienie nie wystarczy: { $first } kupuje się kanałem { $first-channel }, a { $other } kanałem { $other-channel }.
warning-agreements-serve-one-programme-only = Umowy organizacji pozwalają kupić { $served }, ale żadna z nich nie pozwala kupić { $other }.
warning-window-dates-derived = Daty tych lat pokrycia wyliczono z zasady drugiego wtorku miesiąca; nie podaje ich żadne źródło. Sprawdź je przed zamówieniem.
warning-unconfirmed-offer = { $sku }: zapowiedziano tę ofertę, ale nic nie świadczy o tym, że jest w sprzedaży. Nie ma jej w zamówieniu. Jeśli odsprzedawca ją potwierdzi: { $count } × { $price } = { $total } zamiast { $instead }.
note-core-bases = Liczone na oba sposoby: rdzenie wirtualne maszyn – { $virtual }, rdzenie fizyczne ich hostów – { $physical }.

plan-title-several = { $count ->
    [one] Plan zakupu i wdrożenia dla jednego programu ESU
    [few] Plan zakupu i wdrożenia dla { $count } programów ESU
    [many] Plan zakupu i wdrożenia dla { $count } programów ESU
   *[other] Plan zakupu i wdrożenia dla { $count } programu ESU
}
plan-exposed-without-rhythm = { $endpoints } ({ $groups }): ostatni dzień ochrony { $since } r.; czas bez aktualizacji zabezpieczeń: { $months }.
plan-back-charge = { $year } (naliczony wstecz)
plan-count-days = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}
plan-count-cores = { $count ->
    [one] { $count } rdzeń
    [few] { $count } rdzenie
    [many] { $count } rdzeni
   *[other] { $count } rdzenia
}
plan-count-packs = { $count ->
    [one] { $count } pakiet
    [few] { $count } pakiety
    [many] { $count } pakietów
   *[other] { $count } pakietu
}
plan-quantity-cores = { plan-count-cores }
plan-quantity-packs = { $count } × { $pack ->
    [one] { $pack } rdzeń
    [few] { $pack } rdzenie
    [many] { $pack } rdzeni
   *[other] { $pack } rdzenia
}
plan-price-per-units = za { $count ->
    [one] { $count } rdzeń
    [few] { $count } rdzenie
    [many] { $count } rdzeni
   *[other] { $count } rdzenia
}
plan-price-per-year = rocznie
plan-price-per-month = miesięcznie
plan-price-per-hour = za godzinę
plan-price-once = jednorazowo
plan-estimates = Szacunki niepotwierdzone
plan-estimate = Pozycja { $number }: około { $total } przy cenie { $price } ({ $source }). Żadne inne źródło nie potwierdza tej ceny, więc nie ma jej w żadnej sumie.

plan-exits = Drogi wyjścia zamiast ESU
plan-groups = Grupy
plan-exit = Droga wyjścia
plan-exit-becomes = Stają się
plan-exit-target-ends = Wsparcie do
plan-exit-esu-cost = ESU od dziś
plan-exit-cost = Jej koszt
plan-exit-breaks-even = Taniej
plan-exits-explained = „ESU od dziś” to kwota, którą te punkty końcowe zapłacą jeszcze za ESU do końca programu albo do dnia wycofania. Koszt drogi wyjścia liczy się za ten sam czas, według podanej przez organizację ceny za jeden punkt końcowy. Kolumna „Taniej” porównuje oba koszty dzień po dniu: wskazana możliwość pozostaje tańsza do końca, od podanego dnia.

summary-now-by-programme = Do zamówienia teraz: { $parts }.
summary-later-by-programme = Później: { $parts }.
summary-nothing-now = Dziś nie trzeba niczego zamawiać.
summary-part-now = { $programme }: { $units }, { $endpoints }, { $amount }
summary-part-later = { $programme }: { $units }, { $endpoints }, pierwszy termin { $day } r., { $amount }
summary-exposed-part-without-rhythm = { $endpoints } od { $since } r. ({ $months })
plan-goes-on-from = dalej od { $day } r.
reason-year-goes-on = Rok { $year } zaczyna się { $day } r.; opłata jest naliczana dalej, o ile nie zrezygnujesz.
plan-certainty-third-party = Źródło: jedno źródło zewnętrzne
plan-activation-ids-explained = Identyfikator aktywacji jest na każdym urządzeniu taki sam i jawny; sam klucz MAK jest tajny i nie ma go nigdzie w tym planie.
summary-at-reported = { $amount } według cen ogłoszonych i podawanych w prasie

# Dane reguł: ich wiek i to, co zmieniło nowsze wydanie

plan-data-is-old = Dane reguł programu { $programme } ostatnio porównano ze źródłami { $checked } r., ponad pół roku temu. Przed zamówieniem sprawdź, czy jest nowsza wersja aplikacji.
plan-changes = Co się zmieniło od zapisania
plan-changes-notice = Profil zapisano z innymi danymi reguł; różnice podaje plan
plan-changes-intro = { $programme }: profil zapisano przy wydaniu { $saved } danych reguł, teraz plan opiera się na wydaniu { $edition }. Oba porównano według stanu na { $day } r., czyli dzień zapisanego planu.
plan-changes-none = W tamtym planie nie zmieniła się żadna pozycja zamówienia, suma, żaden krok ani żadne ostrzeżenie.
plan-changes-newer-data = { $programme }: profil zapisano z nowszymi danymi reguł (wydanie { $saved }; ta aplikacja ma wydanie { $edition }), więc porównanie jest niemożliwe. Zaktualizuj aplikację; do tego czasu plan może być nieaktualny.
plan-changes-unknown-programme = Profil zapisano z danymi reguł programu, którego ta aplikacja nie zna ({ $id }). Zaktualizuj aplikację.
plan-changes-because = Wydanie { $edition }: { $text }
plan-changes-unexplained = Nie wyjaśnia tego żadna zmiana danych reguł: profil zmieniono poza aplikacją albo dane nie podają powodu.
plan-changes-reworded = Zmieniło się to, co plan mówi, a nie jego liczby; przeczytaj ponownie: { $changes }
plan-changes-without-effect = Zmieniono też, bez wpływu na ten plan: { $changes }
plan-changes-more = { $count ->
    [one] Jeszcze { $count } zmiana; wszystkie są w wyeksportowanym planie
    [few] Jeszcze { $count } zmiany; wszystkie są w wyeksportowanym planie
    [many] Jeszcze { $count } zmian; wszystkie są w wyeksportowanym planie
   *[other] Jeszcze { $count } zmiany; wszystkie są w wyeksportowanym planie
}
plan-change-new = Nowe: { $what }
plan-change-gone = Odpada: { $what }
plan-change-different = Zmienione: { $what }
plan-change-order = pozycja zamówienia { $sku }, rok { $year }
plan-change-channel = kanał { $value }
plan-change-when = kiedy: { $value }
plan-change-quantity = liczba { $value }
plan-change-unit-price = cena jednostkowa { $value }
plan-change-total = razem { $value }
plan-change-ledger = suma w zestawieniu, { $verdict }: { $value }
plan-change-step = krok „{ $title }”
plan-change-warning = ostrzeżenie „{ $text }”
reason-later-year-alone = Rok { $year } zaczyna się { $day } r. i zamawia się go osobno.
summary-part-goes-on = { $programme }: { $units }, { $endpoints }, dalej od { $day } r., { $amount }
summary-offers-ended = Niczego nie można zamówić: ESU tych systemów się skończyło albo nigdy go nie było. Pozostaje wycofanie ich z użycia.
plan-embedded-group-without-epso = { $group }: { $endpoints }, { $product }; producent OEM: { $oem }. O cenę, licencje i klucze ESU zapytaj producenta OEM.
plan-exits-without-price = „ESU od dziś” to kwota, którą te punkty końcowe zapłacą jeszcze za ESU do końca programu albo do dnia wycofania. Wpisz wśród cen z ofert własną cenę drogi wyjścia za jeden punkt końcowy, a plan pokaże jej koszt i dzień, od którego ESU kosztuje tyle samo.
summary-others-covered-at-no-cost = objęte bez opłat: { $count }
plan-calendar-past-days = Minęło: { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}, od { $first } r. do { $last } r.
plan-exit-esu-cheaper = ESU
plan-exit-esu-cheaper-from = ESU, od { $day } r.
plan-exit-cheaper = droga wyjścia
plan-exit-cheaper-from = droga wyjścia, od { $day } r.
warning-machines-are-licensed = Ten program licencjonuje każdą maszynę wirtualną, a nie punkty końcowe, które z niej korzystają. Wpisz liczbę maszyn jako liczbę punktów końcowych grupy; na razie zamówienie liczy punkty końcowe.
warning-owned-through-another-offer = To, co kupiono z prywatnego konta Microsoft, nie zastępuje licencji w tej ofercie: zanim oprzesz na tym plan, zapytaj, czy trzeba dokupić także rok 1.
warning-no-release-left = Między dniem dzisiejszym a ostatnim dniem tych punktów końcowych w roku { $year } nie ma żadnego comiesięcznego wydania: ten rok daje tylko aktualizacje już wydane.
warning-unconfirmed-offer-from-to = { $sku }: zapowiedziano tę ofertę, ale nic nie świadczy o tym, że jest w sprzedaży. Nie ma jej w zamówieniu. Jeśli odsprzedawca ją potwierdzi, zależnie od liczby użytkowników od { $count } × { $price } = { $total } do { $most } × { $price } = { $most-total } zamiast { $instead }.
plan-exposed-from-without-esu = { $endpoints } ({ $groups }): na razie nic nie pominięto. Nie mogą mieć ESU, więc od { $first } r. nie dostaną aktualizacji.
summary-exposed-from-without-esu = { $count ->
    [one] { $count } punkt końcowy nie może mieć ESU i nie dostanie
    [few] { $count } punkty końcowe nie mogą mieć ESU i nie dostaną
    [many] { $count } punktów końcowych nie może mieć ESU i nie dostanie
   *[other] { $count } punktu końcowego nie może mieć ESU i nie dostanie
} aktualizacji od { $day } r.
summary-others-none-but = Każdy punkt końcowy jest w zamówieniu, ale coś pozostaje do rozstrzygnięcia.
summary-unconfirmed-price = około { $amount } przy cenie, której nie potwierdza żadne źródło
summary-offer-ended-alone = Nie ma nic do zamówienia: ta oferta programu { $programme } skończyła się z dniem { $day } r. Pozostaje wycofanie starego systemu albo inna oferta programu.
summary-systems-ended = Nie ma nic do zamówienia: ESU dla tych systemów skończyło się z dniem { $day } r. Pozostaje z nich zrezygnować.
plan-incomplete-sum = { $amount } (niepełna)
plan-orders-empty-anywhere = Niczego się nie zamawia.
plan-estimates-together = Razem około { $amount }, o ile te ceny się potwierdzą.
summary-nothing-to-order-anywhere = Nie ma nic do zamówienia.

plan-notes = Uwagi

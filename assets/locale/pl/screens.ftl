# Cztery ekrany i ich wspólne części.

# Wspólne części

widget-unknown = Jeszcze nie wiem
widget-unknown-short = nieznane
widget-none-of-them = Żadne z tych
widget-nothing-bought = Nic nie kupiono
widget-choose-system-first = Najpierw wybierz system
widget-makes-no-difference = Dla tego systemu bez znaczenia
widget-year = Rok { $year }
widget-year-quantity = rok { $year }: { $count }
widget-quotes = { $count ->
    [one] { $count } cena
    [few] { $count } ceny
   *[other] { $count } cen
}
widget-group-number = Grupa { $number }
widget-more = jeszcze { $count }
widget-open-faq = Otwórz pozycję FAQ { $id }
widget-plan-so-far = Dotychczasowy plan
widget-no-endpoints-yet = Nie ma jeszcze punktów końcowych
widget-ledger = Zestawienie
widget-total = Razem
widget-total-now = Do zamówienia teraz
widget-total-later = Do zamówienia później
widget-lines-without-price = { $count ->
    [one] { $count } pozycja zamówienia nie ma ceny
    [few] { $count } pozycje zamówienia nie mają ceny
   *[other] { $count } pozycji zamówienia nie ma ceny
}
widget-open = Otwarte
widget-more-open = { $count ->
    [one] Jeszcze { $count } pytanie
    [few] Jeszcze { $count } pytania
   *[other] Jeszcze { $count } pytań
}
widget-old-data = Dane reguł sprawdzone ponad pół roku temu, { $day } r.: { $programmes }. Zanim coś zamówisz, poszukaj nowszej wersji aplikacji.
widget-short-date = { $paddedday }.{ $paddedmonth }.{ $year }
widget-date-hint = RRRR-MM-DD
widget-currency-hint = USD, o ile nie podasz innej
widget-note-hint = Opcjonalna; drukowana z planem
widget-not-a-number = Wpisz liczbę całkowitą
widget-number-out-of-range = Wpisz liczbę od { $least } do { $most }
widget-not-a-date = Wpisz dzień jako RRRR-MM-DD, na przykład 2022-06-30
widget-no-such-day = Nie ma takiego dnia w kalendarzu
widget-date-out-of-range = Wpisz dzień od 2000-01-01 do 2099-12-31
widget-not-a-currency = Wpisz trzy litery waluty, na przykład PLN lub USD
widget-not-an-amount = Wpisz kwotę, na przykład 50 lub 50,00
widget-amount-negative = Kwota nie może być ujemna
widget-amount-decimals = Kwota ma najwyżej dwa miejsca po przecinku
widget-amount-too-large = Kwota przekracza 1 000 000 000

# Profil

profile-title = Profil
profile-subtitle = Czego nie wiesz, zostaw jako nieznane: plan pokaże, co założono.
profile-organisation = Organizacja i licencjonowanie
profile-filled = wypełniono { $filled } z { $all }
profile-all-filled = wszystko wypełnione
profile-not-needed = niepotrzebne
profile-not-needed-because = Przy obecnym profilu nie ma to znaczenia; wpisana odpowiedź pozostaje.
    { $fields }
profile-groups = Grupy punktów końcowych
profile-groups-note = { $groups ->
    [one] { $groups } grupa
    [few] { $groups } grupy
   *[other] { $groups } grup
}, { $endpoints ->
    [one] { $endpoints } punkt końcowy
    [few] { $endpoints } punkty końcowe
   *[other] { $endpoints } punktów końcowych
}
profile-no-groups = Nie ma jeszcze grup. W jednej grupie umieść podobne punkty końcowe: ten sam system, to samo miejsce, te same plany.
profile-add-group = Dodaj grupę
profile-duplicate = Powiel
profile-duplicate-groups = { $count ->
    [0] Powiel wybraną grupę
    [one] Powiel zaznaczoną grupę
    [few] Powiel { $count } zaznaczone grupy
   *[other] Powiel { $count } zaznaczonych grup
}
profile-remove = Usuń
profile-remove-groups = { $count ->
    [0] Usuń wybraną grupę
    [one] Usuń zaznaczoną grupę
    [few] Usuń { $count } zaznaczone grupy
   *[other] Usuń { $count } zaznaczonych grup
}
profile-tick-group = Zaznacz: { $group }
profile-column-group = Grupa
profile-column-system = System i wersja
profile-column-licence = Licencja
profile-column-hosting = Gdzie działa
profile-column-leaves-on = Wycofanie
profile-group-title = Grupa „{ $group }”
profile-embedded = Urządzenia wbudowane
profile-deployment = Przygotowanie do wdrożenia
profile-beside = Poza systemem Windows
profile-prices = Ceny z otrzymanych ofert
profile-prices-note = Za jedną licencję, bez podatku. Wpisana cena zastępuje cenę podawaną przez prasę.
profile-prices-note-units = Bez podatku; za co jest cena, mówi wiersz pod nią. Wpisana cena zastępuje cenę znaną z innych źródeł.
profile-prices-of-plan = Do tego planu
profile-prices-all = Wszystkie ceny
profile-quoted = wpisano { $quoted } z { $all }
profile-entered = wpisano { $quoted }
profile-reported-price = { $price } według prasy
profile-published-price = { $price } opublikowane
profile-unconfirmed-price = { $price } niepotwierdzone
profile-exit-prices = Własne ceny dróg wyjścia
profile-exit-prices-note = Ile kosztowałoby odejście od starego systemu inną drogą, za jeden punkt końcowy. Gdy jest cena, plan podaje, od którego dnia ESU kosztowało już tyle samo.
profile-more-warnings = { $count ->
    [one] Jeszcze { $count } ostrzeżenie w planie
    [few] Jeszcze { $count } ostrzeżenia w planie
   *[other] Jeszcze { $count } ostrzeżeń w planie
}

# Za co są ceny i co się liczy

price-per-device = za urządzenie
price-per-user = za użytkownika (do { $count } urządzeń)
price-per-account = za konto (do { $count } urządzeń)
price-per-pack = za pakiet { $count } rdzeni
price-per-cores = { $count ->
    [one] za rdzeń
    [few] za { $count } rdzenie
   *[other] za { $count } rdzeni
}
price-per-endpoint = za punkt końcowy
order-unit-users = { $quantity ->
    [one] użytkownik
    [few] użytkownicy
   *[other] użytkowników
}
order-unit-accounts = { $quantity ->
    [one] konto
    [few] konta
   *[other] kont
}
order-unit-packs = { $quantity ->
    [one] pakiet
    [few] pakiety
   *[other] pakietów
} po { $pack } { $pack ->
    [one] rdzeniu
    [few] rdzenie
   *[other] rdzeni
}
order-unit-cores = { $quantity ->
    [one] rdzeń
    [few] rdzenie
   *[other] rdzeni
}

# Decyzje

decisions-title = Decyzje
decisions-progress = rozstrzygnięte: { $settled } · otwarte: { $open } · niepotrzebne: { $other }
decisions-section-estate = Kto i co
decisions-section-purchase = Zakup
decisions-section-deployment = Wdrożenie
decisions-section-support = Pomoc techniczna
decisions-section-beside = Poza systemem Windows
decisions-settled = rozstrzygnięte
decisions-open = otwarte
decisions-waiting = czeka na inną odpowiedź
decisions-not-applicable = niepotrzebne
decisions-differs = różnie
decisions-no-questions = Ten program o nic nie pyta.
decisions-no-groups = Zacznij od grupy punktów końcowych
decisions-question-number = Pytanie { $number } z { $all }
decisions-place-organisation = cała organizacja
decisions-place-group = grupa „{ $group }”
decisions-place-groups = { $count ->
    [one] { $count } grupa: { $names }
    [few] { $count } grupy: { $names }
   *[other] { $count } grup: { $names }
}
decisions-apply-to-all = { $count ->
    [one] Zastosuj do grupy
    [few] Zastosuj do wszystkich { $count } grup
   *[other] Zastosuj do wszystkich { $count } grup
}
decisions-differs-long = Grupy mają teraz różne odpowiedzi; wybór tutaj zastąpi je wszystkie.
decisions-group-by-group = Grupa po grupie
decisions-group-by-group-only = Te grupy mają różne systemy albo system nie jest jeszcze znany, dlatego odpowiada się dla każdej z osobna.
decisions-groups = { $count ->
    [one] { $count } grupa
    [few] { $count } grupy
   *[other] { $count } grup
}
decisions-quantities-by-group = Liczby wpisuje się dla każdej grupy osobno.
decisions-quotes-on-profile = Ceny wpisuje się w profilu, po jednej dla każdego SKU.
decisions-not-applicable-long = Przy obecnym profilu to pytanie nie ma znaczenia.
decisions-because = Z powodu: { $fields }
decisions-waiting-long = To, czy pytanie ma znaczenie, zależy od odpowiedzi, których jeszcze nie ma.
decisions-effect-lines = { $sign }{ $count } { $count ->
    [one] pozycja zamówienia
    [few] pozycje zamówienia
   *[other] pozycji zamówienia
}
decisions-effect-licences = { $sign }{ $count } { $count ->
    [one] licencja
    [few] licencje
   *[other] licencji
}
decisions-effect-packs = { $sign }{ $count } { $count ->
    [one] pakiet rdzeni
    [few] pakiety rdzeni
   *[other] pakietów rdzeni
}
decisions-effect-cores = { $sign }{ $count } { $count ->
    [one] rdzeń
    [few] rdzenie
   *[other] rdzeni
}
decisions-effect-in-all = razem { $sum }
decisions-effect-without-unpriced = razem { $sum } i to, co nie ma ceny
decisions-effect-nothing-to-pay = nic do zapłaty
decisions-effect-steps = { $sign }{ $count } { $count ->
    [one] krok wdrożenia
    [few] kroki wdrożenia
   *[other] kroków wdrożenia
}
decisions-effect-notes = { $sign }{ $count } { $count ->
    [one] uwaga
    [few] uwagi
   *[other] uwag
}
decisions-effect-other = Zamówienie i kroki bez zmian; zmienią się szczegóły planu
decisions-effect-none = Plan się nie zmieni
decisions-effect-chosen = Twoja obecna odpowiedź
decisions-back = Wstecz
decisions-next = Dalej
decisions-enter = Enter
decisions-to-plan = Przejdź do planu
decisions-all-settled = Nie ma więcej otwartych pytań

# Plan

plan-ui-title = Plan
plan-ui-subtitle = { $endpoints ->
    [one] { $endpoints } punkt końcowy
    [few] { $endpoints } punkty końcowe
   *[other] { $endpoints } punktów końcowych
}, { $groups ->
    [one] { $groups } grupa
    [few] { $groups } grupy
   *[other] { $groups } grup
} · { $programme } · { $channel }
plan-ui-channel-undecided = kanał nierozstrzygnięty
plan-ui-channel-partly-undecided = częściowo nierozstrzygnięty
plan-ui-channel-oem = producent OEM urządzenia
plan-ui-ledger-sum = { $sum } z { $all }
plan-ui-uncounted = { $count ->
    [one] { $count } grupa nie ma jeszcze liczby punktów końcowych; plan liczy ją jako zero.
    [few] { $count } grupy nie mają jeszcze liczby punktów końcowych; plan liczy je jako zero.
   *[other] { $count } grup nie ma jeszcze liczby punktów końcowych; plan liczy je jako zero.
}
plan-ui-timeline = Oś czasu
plan-ui-drag-marker = Przesuń znacznik, a plan się dostosuje
plan-ui-lane-coverage = Pokrycie
plan-ui-lane-unprotected = Bez ochrony
plan-ui-bar-now = Rok { $year } · zamówić teraz
plan-ui-bar-back = Rok { $year } · rok zaległy
plan-ui-bar-later = Rok { $year } · zamówić później
plan-ui-bar-goes-on = Rok { $year } · ciąg dalszy
plan-ui-bar-missed = { $count ->
    [one] { $count } pominięte wydanie
    [few] { $count } pominięte wydania
   *[other] { $count } pominiętych wydań
}, { $endpoints ->
    [one] { $endpoints } punkt końcowy
    [few] { $endpoints } punkty końcowe
   *[other] { $endpoints } punktów końcowych
}
plan-ui-bar-missed-only = { $count ->
    [one] { $count } pominięte wydanie
    [few] { $count } pominięte wydania
   *[other] { $count } pominiętych wydań
}
plan-ui-bar-uncovered = bez aktualizacji, { $endpoints ->
    [one] { $endpoints } punkt końcowy
    [few] { $endpoints } punkty końcowe
   *[other] { $endpoints } punktów końcowych
}
plan-ui-bar-uncovered-only = { $endpoints ->
    [one] { $endpoints } punkt końcowy
    [few] { $endpoints } punkty końcowe
   *[other] { $endpoints } punktów końcowych
}
plan-ui-legend-now = do zamówienia teraz
plan-ui-legend-later = rok zaległy lub późniejszy
plan-ui-legend-none = bez zamówienia
plan-ui-bar-leaves = wycofanie { $day }
plan-ui-bar-spoken = { $label }: { $words }, od { $from } do { $to }
plan-ui-orders = Pozycje zamówienia
plan-ui-no-orders = Przy obecnym profilu nie ma nic do zamówienia.
plan-ui-prices-reported = Ceny według prasy, nieoficjalne.
plan-ui-prices-partly-reported = Część cen podaje tylko prasa.
plan-ui-prices-missing = { $count ->
    [one] { $count } pozycja nie ma znanej ceny i nie wchodzi do żadnej sumy.
    [few] { $count } pozycje nie mają znanej ceny i nie wchodzą do żadnej sumy.
   *[other] { $count } pozycji nie ma znanej ceny i nie wchodzi do żadnej sumy.
}
plan-ui-prices-unconfirmed = { $count ->
    [one] { $count } pozycja nie ma potwierdzonej ceny i nie wchodzi do sum.
    [few] { $count } pozycje nie mają potwierdzonej ceny i nie wchodzą do sum.
   *[other] { $count } pozycji nie ma potwierdzonej ceny i nie wchodzi do sum.
}
plan-ui-price-unknown = cena nieznana
plan-ui-about = ≈ { $sum }
plan-ui-unconfirmed = niepotwierdzone
plan-ui-estimate = Około { $sum } przy tej cenie, której nie potwierdza żadne inne źródło; nie wchodzi do żadnej sumy.
plan-ui-enter-quote = Wpisz swoją ofertę
plan-ui-copy-table = Kopiuj tabelę
plan-ui-copy-table-hint = Kopiuje pozycje zamówienia do arkusza, z tabulatorami między kolumnami
plan-ui-copy = Kopiuj
plan-ui-copy-command = Kopiuj polecenie { $line } z kroku { $step }: { $command }
plan-ui-column-sku = SKU
plan-ui-column-year = Rok
plan-ui-column-channel = Kanał
plan-ui-column-quantity = Liczba
plan-ui-column-unit = Cena
plan-ui-column-total = Wartość
plan-ui-column-when = Kiedy
plan-ui-column-sources = Podstawa
plan-ui-column-counted = Co się liczy
plan-ui-column-priced = Cena za co
plan-ui-column-charged = Naliczany czas
plan-ui-column-back-charge = Opłata wstecz
plan-ui-column-unconfirmed = Wartość niepotwierdzona
plan-ui-column-endpoints = Punkty końc.
plan-ui-column-verdict = Rozstrzygnięcie
plan-ui-column-reason = Powód
plan-ui-currency = Waluta
plan-ui-back-year = { $year } zaległy
plan-ui-back-charge = { $year } opłata wstecz
plan-ui-back-year-head = Rok zaległy
plan-ui-now = teraz
plan-ui-later = później
plan-ui-goes-on = dalej od { $day }
plan-ui-from = od { $day }
plan-ui-order-by = do { $day }
plan-ui-no-price = brak ceny
plan-ui-totals = Według programu, roku i kanału
plan-ui-total-line = Rok { $year }, { $channel }: { $quantity }, { $sum }
plan-ui-waiting = Ile kosztuje czekanie
plan-ui-waiting-note = Wcześniejsze lata trzeba kupić i tak; później przychodzi tylko ochrona.
plan-ui-waiting-line = Pierwszy zakup w roku { $year }, od { $day }: { $sum }, { $count ->
    [one] do tego czasu { $count } pominięte wydanie
    [few] do tego czasu { $count } pominięte wydania
   *[other] do tego czasu { $count } pominiętych wydań
}
plan-ui-waiting-line-short = Pierwszy zakup w roku { $year }, od { $day }: { $sum }
plan-ui-ledger = Zestawienie
plan-ui-ledger-note = { $count ->
    [one] { $count } punkt końcowy, policzony raz
    [few] { $count } punkty końcowe, każdy policzony raz
   *[other] { $count } punktów końcowych, każdy policzony raz
}
plan-ui-why = Dlaczego { $what }?
plan-ui-why-title = Dlaczego?
plan-ui-why-hint = Wybierz wiersz, słupek, sumę lub dzień planu, aby zobaczyć, na czym się opiera.
plan-ui-close = Zamknij
plan-ui-back-to-plan = Wróć do planu
plan-ui-exits-note = Czego wymaga odejście od starego systemu inną drogą. Z ESU da się porównać tylko własną cenę za jeden punkt końcowy.
plan-ui-exit-cost = Po Twojej cenie
plan-ui-enter-exit-prices = Wpisz swoje ceny
plan-ui-enter-exit-price = Wpisz swoją cenę
plan-ui-exit-without-price = Twojej ceny { $priced } jeszcze nie wpisano.
plan-ui-licences = Licencje
plan-ui-your-quote = Twoja oferta
plan-ui-reasons = Powody
plan-ui-facts = Dane z profilu
plan-ui-next-dates = Najbliższe terminy
plan-ui-whole-calendar = Cały kalendarz
plan-ui-sources-disagree = Źródła są sprzeczne
plan-ui-calendar = Kalendarz
plan-ui-calendar-all = Wszystkie
plan-ui-calendar-upcoming = Nadchodzące
plan-ui-calendar-releases = Z wydaniami miesięcznymi
plan-ui-calendar-empty = Brak nadchodzących terminów.
plan-ui-deployment = Wdrożenie
plan-ui-steps = { $count ->
    [one] { $count } krok
    [few] { $count } kroki
   *[other] { $count } kroków
}
plan-ui-no-steps = Przy obecnym profilu nie ma nic do wdrożenia.
plan-ui-all-groups = Wszystkie grupy
plan-ui-if-it-fails = Gdy coś się nie uda
plan-ui-phase-purchase = Zamówienie i odbiór kluczy
plan-ui-phase-prepare = Przygotowanie środowiska
plan-ui-phase-prerequisites = Instalacja wymagań wstępnych
plan-ui-phase-key = Instalacja klucza
plan-ui-phase-activate = Aktywacja
plan-ui-phase-verify = Sprawdzenie
plan-ui-phase-updates = Instalacja comiesięcznych aktualizacji
plan-ui-phase-later = W kolejnych latach i na koniec
plan-ui-keys = Klucze i aktywacje
plan-ui-support = Pomoc techniczna
plan-ui-coverage = Co obejmuje ESU
plan-ui-embedded = Urządzenia wbudowane
plan-ui-purchase-notes = O zakupie
plan-ui-deployment-notes = O wdrożeniu
plan-ui-no-notes = Przy obecnym profilu nie ma uwag.
plan-ui-warnings = Ostrzeżenia i sprzeczności
plan-ui-no-warnings = Przy obecnym profilu nie ma żadnych.
plan-ui-assumptions = Założenia i otwarte pytania
plan-ui-assumptions-note = { $count ->
    [one] { $count } założenie
    [few] { $count } założenia
   *[other] { $count } założeń
}
plan-ui-no-assumptions = Plan niczego nie zakłada: na każde pytanie jest odpowiedź.
plan-ui-assumed = Założono: { $text }
plan-ui-would-change = Co zmieni inna odpowiedź: { $text }
plan-ui-hangs-on-it = Zależy od tego { $sum }
plan-ui-answer = Odpowiedz
plan-ui-answer-field = Odpowiedz: { $field }
plan-ui-go-to-field = Przejdź do pola
plan-ui-sources = Źródła
plan-ui-sources-note = pozycje FAQ, które dotyczą profilu: { $count } z { $all }

# FAQ

faq-ui-title = FAQ
faq-ui-search = Szukaj w pytaniach i odpowiedziach
faq-ui-filter-all = Wszystkie
faq-ui-filter-applies = Dotyczą
faq-ui-filter-does-not-apply = Nie dotyczą
faq-ui-filter-unknown = Nie wiadomo
faq-ui-count = Pozycje: { $shown } z { $all }
faq-ui-of-the-plan = { $count ->
    [one] Program z planu
    [few] { $count } programy z planu
   *[other] { $count } programów z planu
}
faq-ui-all-programmes = Wszystkie programy
faq-ui-nothing-found = Żadna pozycja nie zawiera wszystkich tych słów.
faq-ui-section-general = Informacje ogólne
faq-ui-section-purchasing = Zakup
faq-ui-section-coverage = Zakres
faq-ui-section-deployment = Wdrożenie
faq-ui-section-embedded = Urządzenia wbudowane
faq-ui-entry = Pozycja FAQ
faq-ui-certainty-microsoft = Tekst firmy Microsoft
faq-ui-certainty-reported = Według prasy, sprzedawcy lub strony o licencjonowaniu
faq-ui-certainty-community = Na podstawie zgodnych skryptów społeczności
faq-ui-certainty-derived = Wyprowadzone z pozostałych faktów
faq-ui-source = Źródło: { $source }; sprawdzono { $day }
faq-ui-correction = Sprostowanie
faq-ui-applies = Dotyczy tego profilu
faq-ui-does-not-apply = Nie dotyczy tego profilu
faq-ui-unknown = Nie wiadomo, czy dotyczy
faq-ui-not-in-plan = Jej programu nie ma w tym planie
faq-ui-because = Z powodu
faq-ui-for-every-profile = Obowiązuje dla każdego profilu.
faq-ui-adds = Co wnosi do planu
faq-ui-adds-rule = Reguła
faq-ui-adds-step = Krok
faq-ui-adds-note = Uwaga
faq-ui-adds-event = Termin
faq-ui-adds-question = Pytanie
faq-ui-rule-edition-qualifies = edycja jest uprawniona
faq-ui-rule-edition-does-not-qualify = edycja nie jest uprawniona
faq-ui-rule-edition-is-unclear = źródła są sprzeczne co do edycji
faq-ui-rule-product-has-no-esu = system nie ma ESU
faq-ui-rule-oem-sells-embedded = ESU dla produktów wbudowanych sprzedaje producent OEM
faq-ui-rule-licensed-per-device = jedna licencja na urządzenie
faq-ui-rule-vdi-counts-accessing-endpoints = przy pulpitach wirtualnych liczą się punkty końcowe, które się z nimi łączą
faq-ui-rule-host-is-free = środowisko obejmuje ESU bez dopłaty
faq-ui-rule-host-is-unclear = żadne źródło nie mówi, czy środowisko obejmuje ESU
faq-ui-rule-channel-sells = które kanały sprzedają ESU
faq-ui-rule-channel-does-not-sell = kanał nie sprzedaje ESU
faq-ui-rule-sales-start = pierwszy dzień sprzedaży
faq-ui-rule-earlier-years-are-required = wcześniejsze lata kupuje się razem z bieżącym
faq-ui-rule-one-sku-a-year = każdy rok to osobny SKU
faq-ui-rule-csp-lists-the-sku = nazwa SKU w cenniku CSP
faq-ui-rule-csp-invoice-month = miesiąc faktury, na której widnieje zakup w CSP
faq-ui-rule-coverage-windows = pierwszy i ostatni dzień każdego roku pokrycia
faq-ui-rule-enterprise-price = niższa cena z Software Assurance lub Enterprise
faq-ui-rule-no-enterprise-price-in-csp = brak niższej ceny w CSP
faq-ui-rule-first-year-promotion = promocja na pierwszy rok
faq-ui-rule-offer-has-ended = oferta się skończyła
faq-ui-rule-owned-keys-keep-working = posiadane klucze działają dalej
faq-ui-rule-unprotected-without = bez ESU nie ma aktualizacji zabezpieczeń
faq-ui-rule-embedded-unprotected = od kiedy urządzenia wbudowane nie dostają aktualizacji
faq-ui-rule-patch-tuesdays = aktualizacje wychodzą w drugie wtorki miesiąca
faq-ui-rule-ask-for-price = kogo pytać o cenę
faq-ui-rule-group-has-left = grupa nie używa już starego systemu

faq-ui-adds-offer = Oferta
faq-ui-adds-requirement = Warunek
faq-ui-adds-entitlement = Prawo
faq-ui-adds-sku = SKU
faq-ui-adds-exit = Wyjście
faq-ui-adds-product = System
faq-ui-rule-host-is-free-with-key = środowisko zapewnia ESU bez opłat, z kluczem na prośbę
faq-ui-rule-in-support = trwa zwykłe wsparcie
faq-ui-rule-cores-are-counted = liczą się rdzenie, z minimum na maszynę
faq-ui-rule-licences-are-shared = jedna licencja obejmuje kilka urządzeń
faq-ui-rule-billed-back = dołączający później płacą za wcześniejszy czas
faq-ui-rule-earlier-years-elsewhere = wcześniejsze lata muszą być już kupione
faq-ui-rule-billed-while-it-runs = opłata naliczana w trakcie, do rezygnacji
faq-ui-rule-one-key-a-year = każdy rok pokrycia ma własny klucz
faq-ui-certainty-third-party = Na podstawie jednego źródła zewnętrznego
faq-ui-rule-never-renews-itself = żaden rok nie odnawia się sam

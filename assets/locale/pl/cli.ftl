# Wywołania bez okna.
check-head = { $file }: { $groups ->
    [one] { $groups } grupa
    [few] { $groups } grupy
   *[other] { $groups } grup
}, { $endpoints ->
    [one] { $endpoints } punkt końcowy
    [few] { $endpoints } punkty końcowe
   *[other] { $endpoints } punktów końcowych
}; pytania: rozstrzygnięte { $settled }, otwarte { $open }, nie dotyczą { $other }
check-open = Do rozstrzygnięcia: { $text } [{ $faq }]
check-warning = Ostrzeżenie: { $text } [{ $faq }]
check-assumed = Założono: { $text } [{ $faq }]
faq-correction = Sprostowanie: { $text }
faq-applies-yes = Dotyczy
faq-applies-no = Nie dotyczy
faq-applies-unknown = Nie wiadomo, czy dotyczy
faq-count = Pozycje: { $shown } z { $all }
questions-open = Otwarte
questions-waiting = Otwarte, czekają na inną odpowiedź
questions-settled = Rozstrzygnięte w profilu
questions-not-applicable = Nie dotyczą
questions-organisation = Organizacja
questions-because = z powodu: { $fields }
questions-count = Rozstrzygnięte: { $settled }, otwarte: { $open }, nie dotyczą: { $other }
programmes-announced = { $name }: w dniu { $day } jeszcze nieotwarty; sprzedaż od { $since }, pokrycie zaczyna się { $start }
programmes-pre-enrolment = { $name }: w dniu { $day } przed startem, ale już w sprzedaży (od { $since }); pokrycie zaczyna się { $start }
programmes-open = { $name }: w dniu { $day } otwarty, rok pokrycia { $year }, do { $end }
programmes-final-year = { $name }: w dniu { $day } otwarty, ostatni rok (rok pokrycia { $year }), do { $end }
programmes-closed = { $name }: w dniu { $day } zamknięty; oferta skończyła się { $end }
programmes-in-support = { $name }: w dniu { $day } trwa zwykłe wsparcie; ESU nie ogłoszono
programmes-never = { $name }: nigdy nie było ESU
programmes-ended = { $name }: w dniu { $day } zamknięte; dla żadnego z tych systemów nie ma oferty
programmes-in-brief = { $name }: opisane skrótowo; w dniu { $day } ESU trwa dla { $running } z { $all } systemów
programmes-part-announced = { $name }: ESU zaczyna się { $start }
programmes-part-pre-enrolment = { $name }: przed startem, ale już w sprzedaży (od { $since }); pokrycie zaczyna się { $start }
programmes-part-open = { $name }: otwarte do { $end }
programmes-part-final-year = { $name }: otwarte, ostatni rok, do { $end }
programmes-part-closed = { $name }: zamknięte; ESU skończyło się { $end }
programmes-part-in-support = { $name }: zwykłe wsparcie do { $end }; ESU nie ogłoszono
programmes-part-never = { $name }: nigdy nie było ESU; wsparcie skończyło się { $end }
programmes-part-undated = { $name }: nigdy nie było ESU; system bez wsparcia
programmes-data = wydanie danych { $edition }, sprawdzone { $checked }, pozycje FAQ: { $entries }
many-progress = { $done } z { $all }
many-summary = Profile: { $profiles }; zaplanowane: { $planned }, w tym z otwartymi decyzjami: { $open }; niezdatne do użycia: { $unusable }. Zestawienie: { $table }
overview-customer = Klient
overview-file = Plik
overview-plan = Plan
overview-as-of = Stan na dzień
overview-programme = Program
overview-sku = SKU
overview-coverage-year = Rok pokrycia
overview-back = Rok zaległy
overview-back-year = zaległy
overview-back-charge = naliczony wstecz
overview-when = Kiedy
overview-order-by = Zamówić do
overview-channel = Kanał
overview-unit = Jednostka
overview-unit-device = urządzenie
overview-unit-user = użytkownik (urządzeń najwyżej: { $count })
overview-unit-account = konto (urządzeń najwyżej: { $count })
overview-unit-core = rdzeń
overview-unit-pack = pakiet (rdzeni: { $count })
overview-quantity = Liczba
overview-unit-price = Cena jednostkowa
overview-units-priced = Cena za ile jednostek
overview-period = Okres ceny
overview-period-year = rok
overview-period-month = miesiąc
overview-period-hour = godzina
overview-period-once = jednorazowo
overview-charged = Naliczany czas
overview-charged-whole = cały rok
overview-basis = Podstawa ceny
overview-basis-quote = własna oferta
overview-basis-press = doniesienia prasowe
overview-basis-published = opublikowana
overview-basis-promotion = promocja
overview-basis-unconfirmed = niepotwierdzona
overview-basis-none = cena nieznana
overview-amount = Kwota
overview-currency = Waluta
overview-estimated-price = Niepotwierdzona cena jednostkowa
overview-estimate = Niepotwierdzony szacunek
overview-line-endpoints = Punkty końcowe pozycji
overview-endpoints = Punkty końcowe w programie
overview-uncovered = Punkty końcowe bez ochrony w programie
overview-open = Otwarte decyzje w programie

# Ekran planu: koszty, lista kontrolna, oś czasu, widok tekstowy, komunikaty.
plan-screen-progress = wykonano { $done } z { $all }
plan-screen-edit-done = Zaznaczenie „{ $step }” jako wykonane
plan-screen-edit-not-done = Odznaczenie „{ $step }”
plan-screen-done-for = Wykonano dla grup: { $groups }
plan-exposed-after-support = { $endpoints } ({ $groups }): wszystkie aktualizacje do { $since } r.; nie ma dla nich ESU w sprzedaży.
summary-exposed-after-support = { $count ->
    [one] { $count } punkt końcowy miał wszystkie aktualizacje do { $day } r.; nie ma dla niego ESU w sprzedaży.
    [few] { $count } punkty końcowe miały wszystkie aktualizacje do { $day } r.; nie ma dla nich ESU w sprzedaży.
    [many] { $count } punktów końcowych miało wszystkie aktualizacje do { $day } r.; nie ma dla nich ESU w sprzedaży.
   *[other] { $count } punktu końcowego miało wszystkie aktualizacje do { $day } r.; nie ma dla nich ESU w sprzedaży.
}
plan-screen-by-group = Według grup
plan-screen-by-phase = Według etapów
plan-screen-groups = Grupy i ich kroki
plan-screen-column-done = Kroki
plan-screen-no-steps-of-group = Ta grupa nie wymaga wdrożenia
plan-screen-groups-done = Grupy: { $done }
plan-screen-tick = Wykonano: { $step }
plan-screen-tick-of-group = Wykonano w grupie { $group }: { $step }
plan-screen-tick-hint = Zaznacz po wykonaniu; zapisuje się wraz z grupami
plan-screen-tick-rest-hint = Wykonano w części grup; zaznacz, aby objąć pozostałe
plan-screen-untick-hint = Wykonano; odznacz, aby cofnąć
plan-screen-costs = Koszt według lat i kanałów
plan-screen-costs-by-coverage = Według lat pokrycia
plan-screen-costs-by-calendar = Według roku kalendarzowego zamówienia lub kontynuacji
plan-screen-costs-unknown = { $count ->
    [one] Cena pozycji zamówienia nie jest znana, więc nie ma czego sumować.
    [few] Nie jest znana cena żadnej z { $count } pozycji zamówienia, więc nie ma czego sumować.
    [many] Nie jest znana cena żadnej z { $count } pozycji zamówienia, więc nie ma czego sumować.
   *[other] Nie jest znana cena żadnej z { $count } pozycji zamówienia, więc nie ma czego sumować.
}
plan-screen-costs-partly-unknown = { $count ->
    [one] { $count } pozycja zamówienia nie ma znanej ceny i nie jest tu ujęta.
    [few] { $count } pozycje zamówienia nie mają znanej ceny i nie są tu ujęte.
    [many] { $count } pozycji zamówienia nie ma znanej ceny i nie jest tu ujętych.
   *[other] { $count } pozycji zamówienia nie ma znanej ceny i nie jest tu ujęte.
}
plan-screen-enter-missing-quote = Wpisz cenę z oferty dla pozycji bez ceny
plan-screen-copy-costs = Kopiuj koszty jako tabelę
plan-screen-as-chart = Wykres
plan-screen-as-table = Tabela
plan-screen-coverage-years = Lata pokrycia
plan-screen-calendar-years = Lata kalendarzowe
plan-screen-cost-now = do zamówienia teraz
plan-screen-cost-later = do zamówienia później
plan-screen-cost-estimate = niepotwierdzone
plan-screen-legend-estimate = cena niepotwierdzona, poza sumami
plan-screen-cost-spoken = { $year }, { $seller }, { $standing }: { $sum }
plan-screen-total-now = Teraz { $sum }
plan-screen-total-later = później { $sum }
plan-screen-why-orders = takie zamówienie
plan-screen-why-exposures = ta luka w ochronie
plan-screen-why-others = bez zamówienia
plan-screen-endpoints = Punkty końcowe
plan-screen-protected-until = Ostatni dzień z aktualizacjami
plan-screen-first-missed = Pierwsze pominięte wydanie
plan-screen-releases-missed = Pominięte wydania
plan-screen-waiting-made-of = Wszystkie lata do kupienia przy pierwszym zakupie w roku { $year }, od { $day } r., dla grup jeszcze wtedy niewycofanych.
plan-screen-day-window = Lata pokrycia programu według danych reguł.
plan-screen-day-sales = Dzień, od którego kanał sprzedaje to, co jest w zamówieniu.
plan-screen-day-order-by = Ostatni dzień na zamówienie bez przerwy w ochronie.
plan-screen-day-refund = Od tego dnia można wystąpić o zwrot.
plan-screen-day-invoice = Przykład daty miesięcznej faktury podany w FAQ.
plan-screen-day-release = Drugi wtorek miesiąca w roku pokrycia.
plan-screen-day-ends = Kończy się wsparcie składnika lub produktu z tego profilu.
plan-screen-day-requirement = Zmienia się wymaganie dotyczące tego profilu.
plan-screen-day-leaves = Tak podano dla grup:
plan-screen-bar-owned = Rok { $year } · już kupiony
plan-screen-lane-groups = { $count ->
    [one] { $count } grupa
    [few] { $count } grupy
    [many] { $count } grup
   *[other] { $count } grupy
}
plan-screen-lane-more-groups = { $count ->
    [one] i jeszcze { $count } grupa
    [few] i jeszcze { $count } grupy
    [many] i jeszcze { $count } grup
   *[other] i jeszcze { $count } grupy
}
plan-screen-bar-leave-between = wycofanie od { $first } do { $last }
plan-screen-lane-releases = Wydania
plan-screen-lane-deadlines = Terminy
plan-screen-day-spoken = { $day }: { $what }
plan-screen-legend-owned = już kupione
plan-screen-legend-unprotected = bez ochrony
plan-screen-legend-release = wydanie miesięczne
plan-screen-legend-missed = wydanie częściowo pominięte
plan-screen-legend-deadline = termin
plan-screen-marker = Dzień planu na osi czasu: { $day }
plan-screen-marker-keys = Strzałki przesuwają o dzień lub tydzień, Page Up i Page Down o miesiąc
command-plan-as-text = Plan jako tekst
plan-screen-as-text = Pokaż jako tekst
plan-screen-as-cards = Pokaż jako karty
plan-screen-export = Eksportuj
plan-screen-export-name = Eksportuj plan
plan-screen-find = Szukaj w planie
plan-screen-find-before = Znajdź poprzednie
plan-screen-find-next = Znajdź następne
plan-screen-found = { $at } z { $all }
plan-screen-copy-text = Kopiuj całość
plan-screen-text-name = Plan jako tekst
plan-screen-say = Plan: { $plan }; { $open }
plan-screen-say-nothing-now = teraz nic do zamówienia
plan-screen-say-licences-now = { $count ->
    [one] { $count } licencja do zamówienia teraz
    [few] { $count } licencje do zamówienia teraz
    [many] { $count } licencji do zamówienia teraz
   *[other] { $count } licencji do zamówienia teraz
}
plan-screen-say-lines-now = { $count ->
    [one] { $count } pozycja do zamówienia teraz
    [few] { $count } pozycje do zamówienia teraz
    [many] { $count } pozycji do zamówienia teraz
   *[other] { $count } pozycji do zamówienia teraz
}
plan-screen-say-open = { $count ->
    [0] brak otwartych pytań
    [one] { $count } pytanie otwarte
    [few] { $count } pytania otwarte
    [many] { $count } pytań otwartych
   *[other] { $count } pytania otwarte
}
plan-screen-more-days = { $count ->
    [one] Pokaż jeszcze { $count } dzień
    [few] Pokaż jeszcze { $count } dni
    [many] Pokaż jeszcze { $count } dni
   *[other] Pokaż jeszcze { $count } dnia
}

# Co zmieniłoby liczbę lub rozstrzygnięcie w planie i jak to wypróbować.

whatif-title = Co by to zmieniło
whatif-could = Co można zrobić
whatif-if-so = Gdyby było tak
whatif-searching = Szukanie…
whatif-none = Nie zmieni tego żadna inna odpowiedź ani żadne dwie naraz.
whatif-try = Wypróbuj: { $what }
whatif-try-hint = Kliknij, aby wypróbować; jedno cofnięcie przywraca poprzedni stan
whatif-alike = Tak samo: { $answers }
whatif-tried = Wypróbowano: { $what }
whatif-undo = Cofnij
whatif-undo-it = Cofnij: { $what }
whatif-edit = „co by było, gdyby”: { $what }
whatif-all-groups = { $count ->
    [one] Jedyna grupa tej pozycji
    [few] Wszystkie { $count } grupy tej pozycji
   *[other] Wszystkie grupy tej pozycji ({ $count })
}
whatif-move = { $group }: przeniesienie do „{ $answer }”
whatif-make-physical = { $group }: praca na komputerach fizycznych
whatif-leaves = { $group }: wycofanie starego systemu w dniu { $answer }
whatif-runs = { $group }: z systemem { $answer }
whatif-edition = { $group }: w edycji { $answer }
whatif-owns = { $group }: już kupiono: { $answer }
whatif-owns-nothing = { $group }: nic jeszcze nie kupiono
whatif-shared = { $group }: { $count ->
    [0] żaden punkt końcowy nie jest policzony w innej grupie
    [one] { $count } punkt końcowy policzony w innej grupie
    [few] { $count } punkty końcowe policzone w innej grupie
   *[other] { $count } punktów końcowych policzonych w innej grupie
}
whatif-in-group = { $group }: { $what }
whatif-answer = { $field }: { $answer }
whatif-with = { $field }: także { $answer }
whatif-without = { $field }: bez { $answer }
whatif-order-on = Zamówienie w dniu { $day }
whatif-missed = Pominięte wydania poprawek: { $after } zamiast { $before }
whatif-left-out = { $count ->
    [one] { $count } punkt końcowy bez ESU
    [few] { $count } punkty końcowe bez ESU
   *[other] { $count } punktów końcowych bez ESU
}

# Z czego składa się pozycja zamówienia

whatif-reaching = { $group }: punkty końcowe łączące się z maszynami wirtualnymi
whatif-machines-not-counted = { $count ->
    [one] Sama maszyna wirtualna ({ $count }): nie liczy się
   *[other] Same maszyny wirtualne ({ $count }): nie liczą się
}
whatif-shared-not-counted = Policzone w innej grupie ({ $count }): tu się nie liczą
whatif-owned-not-counted = Kupione już licencje ({ $count }): nie liczą się
whatif-stands-for = { $group }, { $count ->
    [one] { $count } punkt końcowy
    [few] { $count } punkty końcowe
   *[other] { $count } punktów końcowych
}

# Co odpowiedź robi z pozycjami zamówienia

whatif-lines-grow = { $lines ->
    [one] { $lines } pozycja większa o { $by }
    [few] { $lines } pozycje większe o { $by }
   *[other] { $lines } pozycji większych o { $by }
}
whatif-lines-shrink = { $lines ->
    [one] { $lines } pozycja mniejsza o { $by }
    [few] { $lines } pozycje mniejsze o { $by }
   *[other] { $lines } pozycji mniejszych o { $by }
}
whatif-lines-move = { $lines ->
    [one] { $lines } pozycja zastąpiona inną
    [few] { $lines } pozycje zastąpione innymi
   *[other] { $lines } pozycji zastąpionych innymi
}
whatif-lines-channel = { $lines ->
    [one] { $lines } pozycja w kanale { $channel }
    [few] { $lines } pozycje w kanale { $channel }
   *[other] { $lines } pozycji w kanale { $channel }
}

# Decyzje: po jednej lub wszystkie naraz

whatif-one-at-a-time = Po kolei
whatif-all-at-once = Wszystkie naraz
whatif-questions = Pytania
whatif-answered-for = Odpowiedzi: { $answered } z { $all } grup
whatif-by-groups = Odpowiadaj grupa po grupie
whatif-open-question = Otwórz pytanie { $field }
whatif-details = Skutki
whatif-all-decided = Wszystko rozstrzygnięte
whatif-all-decided-note = Nie ma otwartych pytań, od których zależy plan.
whatif-see-plan = Zobacz plan
whatif-keys = Klawisze: 1–9 wybór, 0 nie wiadomo, ↑ ↓ inne pytanie, Enter następne otwarte

# Pozycje FAQ i oparte na nich wiersze planu

whatif-in-plan = W tym planie
whatif-in-plan-nothing = Na tej pozycji nie opiera się żaden wiersz planu.
whatif-show-in-plan = Pokaż w planie: { $line }
whatif-line-order = Pozycja zamówienia
whatif-line-row = Zestawienie
whatif-line-step = Krok
whatif-line-day = Data
whatif-line-warning = Ostrzeżenie
whatif-line-note = Uwaga
whatif-back-to = Wróć do { $id }
whatif-next-entry = Następna pozycja
whatif-previous-entry = Poprzednia pozycja
whatif-copy-entry = Kopiuj pozycję { $id }

# Co zmieniłoby liczbę lub rozstrzygnięcie w planie i jak to wypróbować.

whatif-title = Co by to zmieniło
whatif-could = Można zrobić
whatif-if-so = Gdyby było tak
whatif-searching = Szukanie…
whatif-none = Żadna inna odpowiedź ani żadne dwie razem nic tu nie zmienią.
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
whatif-move = { $group }: przeniesienie – { $answer }
whatif-make-physical = { $group }: praca na komputerach fizycznych
whatif-leaves = { $group }: wycofanie starego systemu { $answer }
whatif-runs = { $group }: z systemem { $answer }
whatif-edition = { $group }: w edycji { $answer }
whatif-owns = { $group }: kupiono już – { $answer }
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
whatif-order-on = Zamówienie { $day }
whatif-ordered-on = Zamówienie złożone { $day }
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

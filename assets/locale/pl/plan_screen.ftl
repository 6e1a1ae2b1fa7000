# Ekran planu: koszty, lista kontrolna, oś czasu, widok tekstowy, komunikaty.
plan-screen-progress = wykonano { $done } z { $all }
plan-screen-edit-done = Odhaczenie „{ $step }”
plan-screen-edit-not-done = Cofnięcie odhaczenia „{ $step }”
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
plan-screen-tick-hint = Odhacz po wykonaniu; zapisywane razem z grupami
plan-screen-tick-rest-hint = Wykonano w części grup; odhacz w pozostałych
plan-screen-untick-hint = Wykonano; cofnij odhaczenie

# Plan na stronach.
report-as-of = stan na { $day }
report-page = Strona { $page } z { $pages }
report-page-name = strona
report-contents = Spis treści
report-done = Wykonane
report-to-do = Do wykonania
report-cited-on = Po raz pierwszy na stronie
report-stand-ins = Znaki, których nie ma w krojach tego dokumentu, są zastąpione znakiem □: { $signs }
report-share = { $verdict }: { $endpoints }
report-figure-shares = Pasek punktów końcowych według rozstrzygnięcia. { $shares }.
report-figure-timeline = Oś czasu od { $first } do { $last } z zaznaczonym dniem planu { $asof }. { $lanes }
report-figure-missed = { $count ->
    [one] { $count } wydanie pominięte przez część punktów końcowych
    [few] { $count } wydania pominięte przez część punktów końcowych
   *[many] { $count } wydań pominiętych przez część punktów końcowych
}
report-figure-releases = { $count ->
    [one] { $count } miesięczne wydanie
    [few] { $count } miesięczne wydania
   *[many] { $count } miesięcznych wydań
}
report-figure-days = dni { $days }
report-legend-leaving = do odejścia grup ze starego systemu
report-legend-oem = rok ESU od producenta OEM

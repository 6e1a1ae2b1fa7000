# Preferencje oraz to, co mówi aplikacja, gdy okno otwiera się inaczej niż zwykle.

command-preferences = Preferencje…

preferences-title = Preferencje
preferences-theme = Motyw
preferences-theme-light = Jasny
preferences-theme-dark = Ciemny
preferences-as-system = Jak w systemie
preferences-language = Język
preferences-zoom = Powiększenie
preferences-renderer = Renderowanie
preferences-renderer-automatic = Automatyczne
preferences-renderer-software = { $name }, bez karty graficznej
preferences-renderer-software-gl = { $name }, bez karty graficznej
preferences-renderer-later = Zmiana zadziała po ponownym uruchomieniu aplikacji
preferences-restart = Uruchom ponownie, zachowaj niezapisaną pracę
preferences-reset-place = Przywróć położenie okna
preferences-forget-recent = { $count ->
    [0] Brak ostatnich plików
    [one] Zapomnij { $count } ostatni plik
    [few] Zapomnij { $count } ostatnie pliki
   *[other] Zapomnij { $count } ostatnich plików
}
preferences-broken = Nie udało się odczytać preferencji, więc obowiązują domyślne; poprzedni plik zachowano jako preferences.broken.ron
preferences-newer = Preferencje zapisała nowsza wersja aplikacji; zmiany z tej sesji nie zostaną zapamiętane
preferences-unreadable = Nie można odczytać preferencji; zmiany z tej sesji nie zostaną zapamiętane
preferences-unwritable = Nie można zapisać preferencji; zmiany z tej sesji nie zostaną zapamiętane

start-skipped = Pominięto { $renderer }: ostatnie uruchomienia z jego użyciem zostały przerwane
start-not-there = Nie ma tu sposobu renderowania „{ $renderer }”
start-choice-failed = { $renderer } tu nie działa; okno rysuje { $instead }
start-device-lost = Utracono urządzenie graficzne. Aplikacja uruchomiła się ponownie z zachowaną pracą.
start-not-again = Nie można ponownie uruchomić aplikacji: niezapisanej pracy nie da się zapisać na dysku
start-no-window =
    ESU Planner nie może otworzyć okna. Wypróbowano:

    { $reasons }

    Plan można sporządzić bez okna: esu-planner plan PLIK

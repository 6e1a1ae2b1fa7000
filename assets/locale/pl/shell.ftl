# The words of the window's frame: commands, dialogs, top bar, rail and status line.

command-new = Nowy profil
command-open = Otwórz…
command-open-path = Otwórz ze ścieżki…
command-save = Zapisz
command-save-as = Zapisz jako…
command-undo = Cofnij
command-redo = Ponów
command-add-group = Dodaj grupę
command-go-to-profile = Przejdź do profilu
command-go-to-decisions = Przejdź do decyzji
command-go-to-plan = Przejdź do planu
command-go-to-faq = Przejdź do FAQ
command-find = Szukaj w FAQ
command-export-markdown = Eksportuj plan jako Markdown…
command-export-text = Eksportuj plan jako tekst…
command-export-json = Eksportuj plan jako JSON…
command-zoom-in = Powiększ
command-zoom-out = Pomniejsz
command-zoom-reset = Zwykły rozmiar
command-toggle-theme = Jasny lub ciemny motyw
command-switch-language = Przełącz na angielski
command-about = O programie ESU Planner
command-quit = Zakończ

shell-title = ESU Planner
shell-window-title = { $edited ->
    [yes] ● { $file } – ESU Planner
   *[no] { $file } – ESU Planner
}
shell-unnamed = Profil bez nazwy
shell-suggested-name = profil
shell-suggested-plan-name = plan
shell-edited = zmieniony
shell-search = Szukaj lub uruchom polecenie
shell-programme = Program
shell-programmes = { $count ->
    [one] { $count } program
    [few] { $count } programy
   *[other] { $count } programów
}
shell-as-of = Stan na { $date }
shell-as-of-short = { $date }
shell-as-of-today = Dziś, { $date }
shell-as-of-title = Plan na dzień
shell-date-form = RRRR-MM-DD
shell-as-of-means = { $date }: { $year }
shell-as-of-form = Zapisz dzień jako RRRR-MM-DD, na przykład 2022-03-01
shell-as-of-no-such-day = Nie ma takiego dnia
shell-as-of-range = Dzień musi przypadać między 2000-01-01 a 2099-12-31
shell-in-year = w { $year }. roku pokrycia
shell-before-first-year = przed pierwszym rokiem pokrycia
shell-after-last-year = po ostatnim roku pokrycia
shell-between-years = między dwoma latami pokrycia
shell-apply = Zastosuj
shell-use-today = Dziś, { $date }
shell-earlier-year = ← Początek { $year }. roku, { $date }
shell-later-year = → Początek { $year }. roku, { $date }
shell-language-en = EN
shell-language-pl = PL
shell-language-en-name = English
shell-language-pl-name = Polski
shell-to-light = Jasny motyw
shell-to-dark = Ciemny motyw
shell-step = { $command }: { $step }
shell-edit-quote = Oferta cenowa na { $sku }
shell-edit-add-group = Dodanie grupy
shell-edit-as-of = Dzień planu
shell-software-renderer = { $name }, programowo
shell-saved-to = Zapisano: { $path }
shell-exported-to = Wyeksportowano: { $path }
shell-nothing-picked = Nie wybrano pliku
shell-copied = Skopiowano
shell-profile-files = Profile ESU
shell-markdown-files = Pliki Markdown
shell-text-files = Pliki tekstowe
shell-json-files = Pliki JSON
shell-pdf-files = Pliki PDF
shell-drop-here = Upuść profil, aby go otworzyć

dialog-save = Zapisz
dialog-dont-save = Nie zapisuj
dialog-cancel = Anuluj
dialog-close = Zamknij
dialog-open = Otwórz
dialog-replace = Zastąp
dialog-type-path = Wpisz ścieżkę…
dialog-unsaved-title = Zapisać zmiany w pliku { $file }?
dialog-unsaved-text = Bez zapisania przepadną zmiany wprowadzone od ostatniego zapisu.
dialog-cannot-open = Nie można otworzyć profilu
dialog-cannot-save = Nie można zapisać pliku
dialog-path-open-title = Otwórz profil
dialog-path-save-title = Zapisz profil
dialog-path-export-title = Eksportuj plan
dialog-path-label = Ścieżka pliku
dialog-path-exists = Pod tą ścieżką jest już plik. Naciśnij ponownie, aby go zastąpić.
dialog-no-system-dialog = System nie pokazał okna wyboru pliku. Wpisz ścieżkę.
dialog-picking-title = Wybierz plik
dialog-picking-text = Wybierz plik w oknie systemu. Jeśli się nie pojawi, wpisz ścieżkę.
dialog-about-title = ESU Planner { $version }
dialog-about-text = Z profilu organizacji tworzy plan zakupu i wdrożenia rozszerzonych aktualizacji zabezpieczeń, z odwołaniami do FAQ. Działa w systemie Windows 10 i nowszych oraz w Linuksie.
dialog-about-rules = Każdy wiersz planu wskazuje pozycje FAQ, na których się opiera. Dane reguł:
dialog-about-programme = { $programme }: wydanie { $edition }, sprawdzone { $checked }
dialog-about-limits = To nie jest opinia prawna ani oferta: o warunkach licencji i cenach rozstrzygają umowa i sprzedawca.
dialog-about-offline = Nic nie opuszcza tego komputera. Pliki powstają tylko tam, gdzie je zapiszesz.
dialog-about-renderer = Renderowanie: { $renderer }
dialog-about-licences = MIT lub Apache-2.0. Czcionki: Inter i JetBrains Mono (OFL 1.1). Ikony: Phosphor (MIT).

rail-profile = Profil
rail-decisions = Decyzje
rail-plan = Plan
rail-faq = FAQ
rail-in-this-plan = W tym planie
rail-summary = Podsumowanie
rail-ledger = Zestawienie
rail-orders = Zamówienia
rail-exits = Drogi wyjścia
rail-calendar = Kalendarz
rail-deployment = Wdrożenie
rail-keys = Klucze
rail-support = Pomoc techniczna
rail-warnings = Ostrzeżenia
rail-assumptions = Założenia
rail-percent = { $count } %
rail-open = { $count } otw.
rail-warning-mark = { $count } !
rail-profile-spoken = Profil, wypełniony w { $count } %
rail-decisions-spoken = Decyzje, { $count ->
    [0] żadna nie jest otwarta
    [one] { $count } otwarta
    [few] { $count } otwarte
   *[other] { $count } otwartych
}
rail-plan-spoken = Plan, { $count ->
    [0] bez ostrzeżeń
    [one] { $count } ostrzeżenie
    [few] { $count } ostrzeżenia
   *[other] { $count } ostrzeżeń
}
rail-faq-spoken = FAQ, { $count ->
    [one] { $count } pozycja
    [few] { $count } pozycje
   *[other] { $count } pozycji
}
rail-part-spoken = Plan: { $part }

status-saved = Zapisano
status-unsaved = Niezapisane zmiany
status-new = Nowy profil
status-rules = Dane reguł { $programme }, wydanie { $edition }, sprawdzone { $checked }
status-rules-several = Dane reguł { $count } programów, sprawdzone { $checked }
status-zoom = { $percent } %

# Dlaczego pliku nie można odczytać lub zapisać
problem-unreadable = Pliku { $name } nie można odczytać: { $problem }. Sprawdź ścieżkę i uprawnienia.
problem-is-directory = { $name } to katalog. Wybierz profil, czyli plik z końcówką .esu.
problem-too-large = Plik { $name } ma ponad 64 MiB, więc nie jest profilem. Wybierz plik z końcówką .esu.
problem-empty = Plik { $name } jest pusty. Otwórz inny plik albo zapisz profil ponownie.
problem-not-utf-8 = { $name }, wiersz { $line }: to nie jest tekst UTF-8. Zapisz profil w kodowaniu UTF-8.
problem-not-a-profile = Plik { $name } nie jest profilem ESU. Wybierz plik zapisany w tej aplikacji.
problem-newer-version = Plik { $name } zapisano w nowszej wersji aplikacji (wersja { $found }, ta odczytuje do { $supported }). Zaktualizuj aplikację.
problem-syntax = { $name }, wiersz { $line }, kolumna { $column }: { $problem }. Popraw to miejsce.
problem-unknown-id = { $name }, wiersz { $line }: wartość „{ $id }” nie jest tu znana. Użyj jednej z: { $expected }.
problem-unwritable = Pliku { $name } nie można zapisać: { $problem }. Zapisz pod inną nazwą lub w innym miejscu.

# Niezapisana praca: wersje robocze, odzyskiwanie, awarie oraz pliki, które zmienia lub ma otwarte kto inny.

keep-status-kept = Niezapisane zmiany, wersja robocza z godz. { $time }
keep-failed = Nie można utworzyć wersji roboczej ({ $problem }): zapisuj często
keep-status-changed = Inny program zmienił plik { $file }
keep-status-changed-unsaved = Inny program zmienił plik { $file }: przed zapisem pojawi się pytanie
keep-status-gone = Plik { $file } usunięto lub przeniesiono: zapis utworzy go ponownie
keep-reload = Wczytaj ponownie
keep-reload-name = Wczytaj ponownie plik { $file }
keep-reloaded = Wczytano ponownie: { $file }
keep-reloaded-with-draft = Wczytano ponownie: { $file }. Twoje zmiany zostały w wersji roboczej

keep-recovery-title = Znaleziono niezapisaną pracę
keep-recovery-text = Aplikacja zakończyła działanie przed zapisem. Przywrócona praca otworzy się jako niezapisana, a plik pozostanie bez zmian, dopóki go nie zapiszesz.
keep-draft-line = { $date }, { $time } · { $groups ->
    [0] bez grup
    [one] { $groups } grupa
    [few] { $groups } grupy
   *[other] { $groups } grup
}
keep-never-saved = Jeszcze niezapisane w pliku
keep-file-changed = Plik zmieniono po rozpoczęciu tej pracy. Przed nadpisaniem pojawi się pytanie.
keep-file-gone = Tego pliku już nie ma. Zapis utworzy go ponownie.
keep-draft-broken = Wersja robocza pozostanie na miejscu, dopóki jej nie usuniesz.
keep-restore = Przywróć
keep-restore-name = Przywróć: { $name }
keep-delete = Usuń
keep-delete-name = Usuń wersję roboczą { $name }
keep-delete-for-good = Usuń na stałe
keep-delete-for-good-name = Usuń na stałe wersję roboczą { $name }
keep-not-now = Nie teraz
keep-restored = Przywrócono, jeszcze niezapisane
keep-cannot-restore = Nie można przywrócić wersji roboczej
keep-taken = Przywrócono ją lub usunięto w innym oknie.
keep-cannot-reload = Nie udało się zachować zmian w wersji roboczej, dlatego plik nie został wczytany ponownie. Najpierw zapisz zmiany pod inną nazwą.

keep-changed-title = Inny program zmienił plik { $file }
keep-changed-text = Zapis nadpisałby tamte zmiany. Zapisz swoje pod inną nazwą albo wczytaj plik ponownie: Twoje zmiany zostaną wtedy w wersji roboczej.
keep-overwrite = Nadpisz

keep-elsewhere-title = Plik { $file } jest otwarty w innym oknie
keep-elsewhere-text = Jeśli oba okna zapiszą plik, jedno cofnie pracę drugiego. Kopia nie ma jeszcze pliku, więc niczego nie nadpisze.
keep-open-copy = Otwórz jako kopię
keep-open-anyway = Otwórz mimo to

keep-still-draft = Nic nie przepadło: wpisane dane są w wersji roboczej, także po zamknięciu aplikacji.
keep-still-open = Wpisane dane są nadal w oknie, ale nie można utworzyć ich wersji roboczej. Nie zamykaj okna przed zapisaniem.

keep-crash-title = Aplikacja ESU Planner przestała działać
keep-crash-with-draft = W aplikacji wystąpił błąd. Niezapisana praca została zachowana i będzie do przywrócenia przy następnym uruchomieniu:
keep-crash-nothing-lost = W aplikacji wystąpił błąd. Wszystko było zapisane.
keep-crash-lost = W aplikacji wystąpił błąd, a niezapisanej pracy nie udało się zapisać na dysku.
keep-crash-account = Opis błędu, bez danych z profilu:

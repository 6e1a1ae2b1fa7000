# Drukowanie i eksport: strony, drukarki i pliki planu.

paper-title = Drukowanie i eksport
paper-top-bar = Drukuj
paper-back = Wróć do poprzedniego miejsca
paper-print-plan = Wydrukuj lub wyeksportuj plan
paper-command-print = Drukowanie i eksport…
paper-command-save-pdf = Zapisz plan jako PDF…
paper-command-open-in-viewer = Otwórz w przeglądarce PDF
tip-paper-command-print = Pokazuje plan strona po stronie; stąd można go wydrukować, zapisać lub wyeksportować
tip-paper-command-save-pdf = Zapisuje plan jako PDF ze znacznikami dla czytników ekranu
tip-paper-command-open-in-viewer = Pokazuje plan jako PDF w przeglądarce PDF tego komputera

paper-under-way = Składanie stron…
paper-failed = Nie udało się złożyć stron
paper-fault = To błąd programu, a nie profilu. { $problem }
paper-standing = { $count ->
    [one] 1 strona
    [few] { $count } strony
   *[many] { $count } stron
}, { $paper }
paper-pages-name = Strony planu
paper-page-name = Strona { $page } z { $count }
paper-page-before = Poprzednia strona
paper-page-next = Następna strona
paper-page-field = Przejdź do strony
paper-page-of = z { $count }
paper-zoom = Powiększenie stron
paper-zoom-in = Większe strony
paper-zoom-out = Mniejsze strony
paper-fit-width = Na szerokość
paper-fit-page = Cała strona
paper-keys-pages = O stronę lub okno dalej
paper-keys-ends = Pierwsza strona, ostatnia strona
paper-keys-zoom = Większe, mniejsze

paper-no-groups = Nie ma jeszcze czego drukować
paper-no-groups-text = Dodaj grupę punktów końcowych, a powstanie plan i jego strony.
paper-no-parts = Pominięto wszystkie części
paper-no-parts-text = Wybierz co najmniej jedną część, aby powstały strony.

paper-document = Dokument
paper-language = Język
paper-paper = Papier
paper-a4 = A4
paper-letter = US Letter
paper-redact = Pomiń nazwy i uwagi
paper-redact-text = Bez nazwy organizacji, producentów i uwag; grupy są tylko ponumerowane.
paper-parts = Części
paper-all = Wszystkie
paper-none = Żadna
paper-all-parts = Uwzględnij wszystkie części
paper-none-of-the-parts = Nie uwzględniaj żadnej części
paper-print = Drukuj…
paper-save-pdf = Zapisz PDF…
paper-not-ready = Nie ma jeszcze stron
paper-making = Tworzenie pliku…
paper-still-making = Plik jest jeszcze tworzony: zamknij okno za chwilę
paper-opening = Otwieranie przeglądarki PDF…
paper-opened = Otwarto w przeglądarce PDF
paper-cannot-open = Nie udało się otworzyć przeglądarki PDF
paper-note-redacted = bez nazw i uwag
paper-note-left-out = { $count ->
    [one] pominięto 1 część
    [few] pominięto { $count } części
   *[many] pominięto { $count } części
}

paper-exports = Inne formaty
paper-pdf = PDF
paper-pdf-for = Do czytania, przekazania i archiwum
paper-markdown = Markdown
paper-markdown-for = Do wiki i systemów zgłoszeń
paper-text = Zwykły tekst
paper-text-for = Do poczty i terminala
paper-json = JSON
paper-json-for = Dla innych programów; zawsze w całości
paper-as-text = Plan jako tekst
paper-as-text-for = Do odczytania, szukania i kopiowania

paper-print-title = Drukowanie planu
paper-print-close = Zamknij panel drukowania
paper-print-now = Drukuj
paper-print-not-filled = Popraw zaznaczone pola
paper-print-instead = Bez drukarki zapisz PDF albo otwórz go w przeglądarce PDF i wydrukuj stamtąd.
paper-printer = Drukarka
paper-printer-default = domyślna
paper-printers-asked = Pobieranie listy drukarek…
paper-printers-none = Nie znaleziono drukarki
paper-printers-refresh = Odśwież listę
paper-printer-by-address = Podaj adres…
paper-printer-address = Adres drukarki sieciowej
paper-printer-address-hint = drukarka.example lub ipp://…
paper-printer-find = Szukaj
paper-printer-looking = Łączenie z drukarką…
paper-printer-cannot = ta drukarka tego nie potrafi
paper-copies = Kopie
paper-copies-fewer = O jedną kopię mniej
paper-copies-more = O jedną kopię więcej
paper-copies-wrong = Wpisz liczbę od 1 do { $most }
paper-pages = Strony
paper-pages-all = Wszystkie, 1-3…
paper-sides = Strony arkusza
paper-colour = Kolor
paper-on-paper = Na papierze { $paper }, na jaki złożono strony

paper-still-sending = Strony są jeszcze wysyłane do drukarki: poczekaj albo anuluj drukowanie
paper-job-on = Drukarka: { $printer }
paper-job-begun = Przygotowywanie stron
paper-job-cancelling = Anulowanie…
paper-job-cancel = Anuluj drukowanie
paper-job-leave = Zostaw w kolejce
paper-job-dismiss = OK
paper-job-dismiss-name = Zamknij opis zadania

paper-command-html = Eksportuj plan jako HTML…
paper-command-csv = Eksportuj pozycje zamówień jako CSV…
paper-command-ics = Eksportuj kalendarz…
paper-command-kit = Eksportuj zestaw wdrożeniowy…
paper-command-letters = Pisma…
tip-paper-command-html = Zapisuje plan jako jedną stronę dla przeglądarki
tip-paper-command-csv = Zapisuje pozycje zamówień jako tabelę dla arkusza kalkulacyjnego
tip-paper-command-ics = Zapisuje terminy dla Outlooka i innych kalendarzy
tip-paper-command-kit = Zapisuje instrukcje i skrypty dla każdej grupy w archiwum ZIP
tip-paper-command-letters = Pokazuje pisma do OEM, opiekuna klienta i partnera, których wymaga ten plan
paper-html = Strona WWW
paper-html-for = Jeden samodzielny plik HTML
paper-csv = Pozycje zamówień
paper-csv-for = CSV do arkusza i dla działu zakupów
paper-ics = Kalendarz
paper-ics-for = Terminy do Outlooka i innych
paper-kit = Zestaw wdrożeniowy
paper-kit-for = Instrukcje i skrypty w archiwum ZIP
paper-suggested-kit = zestaw
paper-kit-files = Archiwa ZIP
paper-mail-files = Szkice wiadomości e-mail
paper-letters = Pisma
paper-letters-for = Do OEM, opiekuna klienta, partnera
paper-letters-count = { $count ->
    [0] Żadne nie jest potrzebne
    [one] 1 pismo
    [few] { $count } pisma
   *[many] { $count } pism
}
paper-letters-text = Gotowe pisma, wypełnione danymi z profilu. To, co wiesz tylko Ty, stoi w nawiasach kwadratowych.
paper-letters-none = Ten plan nie wymaga pism
paper-letters-none-text = O nic w nim nie trzeba prosić na piśmie.
paper-letters-close = Zamknij pisma
paper-letter-name = Pismo: { $subject }
paper-letter-copy = Kopiuj
paper-letter-copy-name = Kopiuj pismo
paper-letter-text = Zapisz jako tekst…
paper-letter-mail = Zapisz jako e-mail…
paper-letter-title = Zapisz pismo
paper-letter-attach = Załączniki

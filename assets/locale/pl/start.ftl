# The start screen, the menu, the command palette, the sheet of keys and the glossary.

command-go-to-start = Start
command-palette = Szukaj lub uruchom polecenie…
command-copy-summary = Kopiuj podsumowanie
command-shortcuts = Skróty klawiszowe
command-glossary = Słownik pojęć

menu-title = Menu
menu-file = Plik
menu-edit = Edycja
menu-view = Widok
menu-plan = Plan
menu-help = Pomoc

tip-command-new = Zacznij od pustego profilu
tip-command-open = Wybierz zapisany profil
tip-command-open-path = Wpisz lub wklej ścieżkę profilu
tip-command-save = Zapisz profil w jego pliku
tip-command-save-as = Zapisz profil w innym pliku
tip-command-undo = Wycofaj ostatnią zmianę
tip-command-redo = Przywróć wycofaną zmianę
tip-command-add-group = Dodaj punkty końcowe o wspólnym systemie, hostingu i losie
tip-command-go-to-start = Ostatnie pliki, odzyskana praca i przykłady; otwarty profil pozostaje otwarty
tip-groups-command-paste = Utwórz grupy punktów końcowych z wierszy skopiowanych w arkuszu
tip-groups-command-import = Utwórz grupy punktów końcowych z pliku CSV
tip-command-plan-as-text = Pokaż plan jako jeden tekst do czytania, przeszukiwania i kopiowania
tip-command-go-to-profile = Organizacja i jej punkty końcowe w formularzu
tip-command-go-to-decisions = Pytania istotne dla tego profilu
tip-command-go-to-plan = Co zamówić, kiedy, za ile i jak wdrożyć
tip-command-go-to-faq = Wszystkie źródła, każde z informacją, czy dotyczy profilu
tip-command-palette = Znajdź polecenia, pola, grupy, pytania, wpisy FAQ i pojęcia
tip-command-find = Przeszukaj wszystkie wpisy FAQ w obu językach
tip-command-export-markdown = Zapisz plan do wiki lub wiadomości e-mail
tip-command-export-text = Zapisz plan jako zwykły tekst
tip-command-export-json = Zapisz plan dla innych programów
tip-command-copy-summary = Kopiuj trzy zdania planu do wiadomości
tip-command-zoom-in = Rysuj wszystko większe
tip-command-zoom-out = Rysuj wszystko mniejsze
tip-command-zoom-reset = Rysuj wszystko w zwykłym rozmiarze
tip-command-toggle-theme = Zmień motyw na jasny lub ciemny
tip-command-switch-language = Zmień język: polski lub angielski
tip-command-preferences = Motyw, język, powiększenie i sposób rysowania okna
tip-command-shortcuts = Wszystkie polecenia i ich klawisze
tip-command-glossary = Pojęcia branżowe objaśnione w obu językach
tip-command-about = Wersja, dane reguł i licencje
tip-command-quit = Zakończ program; o niezapisane zmiany padnie pytanie

why-not-nothing-to-undo = Nie ma czego cofnąć
why-not-nothing-to-redo = Nie ma czego ponowić
why-not-there-already = Już na ekranie
why-not-usual-size = Rozmiar jest już zwykły

start-title = Plan na Extended Security Updates
start-subtitle = Co zamówić, do kiedy, dla ilu punktów końcowych i dlaczego
start-line-profile = Opisz organizację i jej punkty końcowe. Czego nie wiesz, zostaw nieznane: plan powie, co założył.
start-line-decisions = Odpowiedz tylko na pytania, które mają znaczenie. Każde mówi, po co pada i co zmieni każda odpowiedź.
start-line-plan = Czytaj plan, który powstaje na bieżąco: zamówienia, ceny, terminy i wdrożenie. Każdy wiersz podaje źródło.
start-back = Wróć: { $name }
start-back-tip = Niczego nie zamknięto i nic nie przepadło (Esc)
start-drop = Możesz też upuścić profil w dowolnym miejscu tego okna.
start-recent = Ostatnie pliki
start-no-recent = Tu pojawią się profile, które otworzysz lub zapiszesz.
start-open-recent = Otwórz { $name }, { $path }
start-forget = Usuń { $name } z listy
start-missing = nie znaleziono
start-drafts = Odzyskana praca
start-drafts-text = Program zakończył działanie przed zapisem. Przywrócona praca otworzy się jako niezapisane zmiany; żaden plik się nie zmieni.
start-samples = Przykładowe historie
start-samples-count = { $count ->
    [one] 1 historia
    [few] { $count } historie
   *[other] { $count } historii
}
start-samples-text = Każda otwiera się jako profil bez pliku: próbuj do woli, przykład się nie zmieni.
start-samples-search = Szukaj w przykładowych historiach
start-samples-none = Żadna historia o tym nie mówi.
start-samples-several = Kilka programów
start-open-sample = Otwórz przykład { $name }: { $tells }
start-sample-opened = Otwarto przykład; przy zapisie padnie pytanie o nazwę

palette-kind-command = polecenie
palette-kind-part = część planu
palette-kind-file = ostatni plik
palette-kind-group = grupa
palette-kind-field = pole
palette-kind-question = pytanie
palette-kind-term = pojęcie
palette-kind-faq = FAQ
palette-kind-sample = przykład
palette-organisation = Organizacja
palette-search-faq = Szukaj w FAQ: „{ $words }”
palette-nothing = Nic się tak nie nazywa.
palette-count = { $count ->
    [0] Brak wyników
    [one] 1 wynik
    [few] { $count } wyniki
   *[other] { $count } wyników
}
palette-count-of = { $shown } z { $count } wyników
palette-keys = Strzałki wybierają · Enter przechodzi · Esc zamyka

keys-everywhere = Wszędzie
keys-next = Następna kontrolka
keys-previous = Poprzednia kontrolka
keys-press = Naciśnięcie kontrolki
keys-close = Zamknięcie okna dialogowego lub listy
keys-tables = Tabele i listy
keys-rows = Wiersz wyżej, wiersz niżej
keys-ends = Pierwszy wiersz, ostatni wiersz
keys-groups = Tabela grup
keys-cells = Komórka w lewo, w prawo
keys-edit-cell = Edycja komórki; pisanie zaczyna od nowa
keys-clear-cell = Komórka na „nieznane”
keys-tick = Zaznaczenie wiersza
keys-tick-all = Zaznaczenie wszystkich wierszy
keys-tick-more = Zaznaczanie kolejnych wierszy
keys-move-group = Grupa wyżej, niżej
keys-copy-rows = Kopiowanie zaznaczonych wierszy
keys-paste-rows = Wklejenie wierszy z arkusza
keys-choose-answer = Wybór odpowiedzi według numeru
keys-questions = Poprzednie, następne pytanie
keys-timeline = Znacznik osi czasu
keys-day = Dzień wstecz, naprzód
keys-week = Tydzień wstecz, naprzód
keys-month = Miesiąc wstecz, naprzód
keys-timeline-ends = Początek, koniec osi czasu
keys-decisions = Decyzje
keys-next-question = Następne otwarte pytanie

glossary-search = Szukaj pojęcia
glossary-count = { $count ->
    [one] 1 pojęcie
    [few] { $count } pojęcia
   *[other] { $count } pojęć
}
glossary-nothing = Żadne pojęcie się tak nie nazywa.
glossary-in-other-language = Po angielsku: { $term }
glossary-more = Więcej w FAQ:
glossary-spoken = { $term }, pojęcie

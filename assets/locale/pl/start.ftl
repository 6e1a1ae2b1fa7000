# Ekran startowy, menu, paleta poleceń, lista skrótów i słownik pojęć.

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
tip-command-add-group = Dodaj punkty końcowe o wspólnym systemie, hostingu i dniu wycofania
tip-command-go-to-start = Ostatnie pliki, niezapisana praca i przykładowe scenariusze; otwarty profil pozostaje otwarty
tip-groups-command-paste = Utwórz grupy punktów końcowych z wierszy skopiowanych w arkuszu
tip-groups-command-import = Utwórz grupy punktów końcowych z pliku CSV
tip-command-plan-as-text = Pokaż plan jako jeden tekst do czytania, przeszukiwania i kopiowania
tip-command-go-to-profile = Organizacja i jej punkty końcowe w formularzu
tip-command-go-to-decisions = Pytania istotne dla tego profilu
tip-command-go-to-plan = Co zamówić, kiedy, za ile i jak wdrożyć
tip-command-go-to-faq = Wszystkie źródła, każde z informacją, czy dotyczy profilu
tip-command-palette = Znajdź polecenia, pola, grupy, pytania, pozycje FAQ i pojęcia
tip-command-find = Przeszukaj wszystkie pozycje FAQ w obu językach
tip-command-export-markdown = Zapisz plan do wiki lub wiadomości e-mail
tip-command-export-text = Zapisz plan jako zwykły tekst
tip-command-export-json = Zapisz plan dla innych programów
tip-command-copy-summary = Kopiuj do wiadomości trzy wiersze podsumowania planu
tip-command-zoom-in = Powiększ całą zawartość okna
tip-command-zoom-out = Pomniejsz całą zawartość okna
tip-command-zoom-reset = Przywróć zwykły rozmiar zawartości okna
tip-command-toggle-theme = Przełącz między jasnym a ciemnym motywem
tip-command-switch-language = Przełącz między polskim a angielskim
tip-command-preferences = Motyw, język, powiększenie i sposób rysowania okna
tip-command-shortcuts = Wszystkie polecenia i ich klawisze
tip-command-glossary = Pojęcia branżowe objaśnione w obu językach
tip-command-about = Wersja, dane reguł i licencje
tip-command-quit = Zamknij aplikację; zapyta o niezapisane zmiany

why-not-nothing-to-undo = Nie ma czego cofnąć
why-not-nothing-to-redo = Nie ma czego ponowić
why-not-there-already = Już na ekranie
why-not-usual-size = Rozmiar jest już zwykły

start-title = Zaplanuj Extended Security Updates
start-subtitle = Co zamówić, do kiedy, dla ilu punktów końcowych i dlaczego
start-line-profile = Opisz organizację i jej punkty końcowe. Czego nie wiesz, zostaw nieznane: plan poda przyjęte założenia.
start-line-decisions = Odpowiedz tylko na pytania, które mają znaczenie. Przy każdym widać, skąd się bierze i co zmieniłaby każda odpowiedź.
start-line-plan = Śledź plan, który powstaje na bieżąco: zamówienia, ceny, terminy i wdrożenie. Każdy wiersz podaje źródło.
start-back = Wróć: { $name }
start-back-tip = Niczego nie zamknięto i nic nie przepadło (Esc)
start-drop = Możesz też upuścić profil w dowolnym miejscu tego okna.
start-recent = Ostatnie pliki
start-no-recent = Tu pojawią się profile, które otworzysz lub zapiszesz.
start-open-recent = Otwórz { $name }, { $path }
start-forget = Usuń { $name } z listy
start-missing = nie znaleziono
start-drafts = Niezapisana praca
start-drafts-text = Aplikacja zakończyła działanie przed zapisem. Przywrócona praca otworzy się jako niezapisane zmiany; żaden plik się nie zmieni.
start-samples = Przykładowe scenariusze
start-samples-count = { $count ->
    [one] 1 scenariusz
    [few] { $count } scenariusze
   *[other] { $count } scenariuszy
}
start-samples-text = Każdy otwiera się jako profil bez pliku: próbuj do woli, przykład się nie zmieni.
start-samples-search = Szukaj w przykładowych scenariuszach
start-samples-none = Żaden scenariusz nie pasuje do tych słów.
start-samples-several = Kilka programów
start-open-sample = Otwórz przykład { $name }: { $tells }
start-sample-opened = Otwarto przykład; przy zapisie trzeba podać nazwę

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
palette-nothing = Nic nie pasuje do tych słów.
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
keys-edit-cell = Edycja komórki; pisanie zastępuje jej treść
keys-clear-cell = Ustawienie komórki na „nieznane”
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
glossary-nothing = Żadne pojęcie nie pasuje do tych słów.
glossary-in-other-language = Po angielsku: { $term }
glossary-more = Więcej w FAQ:
glossary-spoken = { $term }, pojęcie

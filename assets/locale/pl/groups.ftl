# Tabela grup punktów końcowych oraz wiersze z arkusza i do arkusza.

groups-edit-duplicate = { $count ->
        [one] Powielenie grupy
        [few] Powielenie { $count } grup
        [many] Powielenie { $count } grup
       *[other] Powielenie { $count } grupy
    }
groups-edit-remove = { $count ->
        [one] Usunięcie grupy
        [few] Usunięcie { $count } grup
        [many] Usunięcie { $count } grup
       *[other] Usunięcie { $count } grupy
    }
groups-edit-move = { $count ->
        [one] Przesunięcie grupy
        [few] Przesunięcie { $count } grup
        [many] Przesunięcie { $count } grup
       *[other] Przesunięcie { $count } grupy
    }
groups-edit-take = { $count ->
        [one] Dodanie wiersza
        [few] Dodanie { $count } wierszy
        [many] Dodanie { $count } wierszy
       *[other] Dodanie { $count } wiersza
    }

groups-why-no-answer = W polu „{ $field }” nie ma takiej odpowiedzi
groups-why-several = Pasuje kilka odpowiedzi: { $names }
groups-why-no-edition = { $system } nie ma edycji „{ $words }”
groups-why-no-year = Wpisz lata tak: „Rok 1: 170; Rok 2: 20”
groups-why-too-long = Tekst ma { $found } znaków, a może mieć najwyżej { $most }
groups-why-total = Łącznej liczby { $total } nie da się podzielić po równo między punkty końcowe ({ $endpoints }): wpisz, ile ma każdy z nich
groups-number-two-ways = „{ $text }” może oznaczać { $number } albo ułamek: wpisz { $number }
groups-date-two-ways = Może to być { $one } albo { $other }: wpisz właściwy dzień
groups-date-write = Wpisz to jako { $day }
groups-date-serial = To wygląda na datę zapisaną jako liczba: nadaj kolumnie format daty

groups-ticked = zaznaczono { $count } z { $groups }
groups-tick-all = Zaznacz wszystkie grupy
groups-filter = Filtruj grupy
groups-shown = widać { $shown } z { $all }
groups-none-fit = Żadna grupa nie pasuje do tych słów
groups-copy = { $count ->
        [0] Kopiuj tę grupę do arkusza
        [one] Kopiuj zaznaczoną grupę do arkusza
        [few] Kopiuj { $count } grupy do arkusza
        [many] Kopiuj { $count } grup do arkusza
       *[other] Kopiuj { $count } grupy do arkusza
    }
groups-copy-table = Kopiuj tabelę „{ $table }” do arkusza
groups-type-to-narrow = Pisz, aby zawęzić listę
groups-nothing-like = Nic nie pasuje do „{ $words }”

groups-change = Zmień…
groups-change-ticked = { $count ->
        [one] Zmień { $count } grupę
        [few] Zmień { $count } grupy
        [many] Zmień { $count } grup
       *[other] Zmień { $count } grupy
    }
groups-change-field = Pole
groups-change-answer = Nowa odpowiedź
groups-change-note = { $count ->
        [one] Grupa otrzyma tę odpowiedź w jednym kroku, który można cofnąć.
        [few] Wszystkie { $count } grupy otrzymają tę odpowiedź w jednym kroku, który można cofnąć.
        [many] Wszystkie { $count } grup otrzyma tę odpowiedź w jednym kroku, który można cofnąć.
       *[other] Wszystkie { $count } grupy otrzymają tę odpowiedź w jednym kroku, który można cofnąć.
    }
groups-apply = Zastosuj

groups-paste = Wklej wiersze
groups-import = Importuj…
groups-rows-title = Wiersze z arkusza
groups-rows-of = Wiersze z pliku { $name }
groups-rows-how = Skopiuj wiersze w arkuszu i wklej je tutaj. Nic się nie zmieni, dopóki nie sprawdzisz, jak je odczytano.
groups-rows-here = Wklej wiersze tutaj
groups-encoding = Kodowanie
groups-separator = Separator
groups-separator-tab = Tabulator
groups-separator-semicolon = Średnik
groups-separator-comma = Przecinek
groups-has-heads = Pierwszy wiersz zawiera nazwy kolumn
groups-column-number = Kolumna { $number }
groups-column-holds = { $column }: zawartość
groups-column-left-out = Pomiń
groups-rows-found = { $rows ->
        [one] Znaleziono jeden wiersz.
        [few] Znaleziono { $rows } wiersze.
        [many] Znaleziono { $rows } wierszy.
       *[other] Znaleziono { $rows } wiersza.
    }
groups-columns-left-out = { $count ->
        [one] Pominięto jedną kolumnę: { $names }.
        [few] Pominięto { $count } kolumny: { $names }.
        [many] Pominięto { $count } kolumn: { $names }.
       *[other] Pominięto { $count } kolumny: { $names }.
    }
groups-column-version = Kolumna „{ $name }” rozróżnia wersje Windows 10.
groups-column-total = Liczba z kolumny „{ $name }” dzieli się po równo między punkty końcowe wiersza.
groups-sum-left-out = Wiersz { $row } to podsumowanie i został pominięty: { $text }
groups-all-understood = Rozpoznano wszystkie komórki wybranych kolumn
groups-not-understood = { $count ->
        [one] Nie rozpoznano jednej komórki
        [few] Nie rozpoznano { $count } komórek
        [many] Nie rozpoznano { $count } komórek
       *[other] Nie rozpoznano { $count } komórki
    }
groups-trouble = Wiersz { $row }, { $column }: „{ $text }”. { $why }
groups-doubtful-unknown = Pozostaw te komórki jako nieznane
groups-doubtful-left-out = Pomiń te wiersze
groups-append = Za istniejącymi grupami
groups-replace = Zamiast wszystkich grup
groups-add-rows = { $count ->
        [one] Dodaj jedną grupę
        [few] Dodaj { $count } grupy
        [many] Dodaj { $count } grup
       *[other] Dodaj { $count } grupy
    }
groups-replace-by-rows = { $count ->
        [one] Zastąp wszystkie grupy tą jedną
        [few] Zastąp wszystkie grupy tymi { $count }
        [many] Zastąp wszystkie grupy tymi { $count }
       *[other] Zastąp wszystkie grupy tymi { $count }
    }

groups-command-paste = Wklej wiersze z arkusza…
groups-command-import = Importuj wiersze z pliku…
groups-row-files = Wiersze z arkusza
groups-import-title = Import wierszy
groups-cannot-import = Nie można zaimportować wierszy

groups-column-day = Dzień
groups-column-event = Zdarzenie

groups-unknown = { $count ->
        [0] nic nieznanego
        [one] { $count } nieznane
        [few] { $count } nieznane
        [many] { $count } nieznanych
       *[other] { $count } nieznanego
    }
groups-disputed = { $count ->
        [one] 1 punkt sporny
        [few] { $count } punkty sporne
        [many] { $count } punktów spornych
       *[other] { $count } punktu spornego
    }

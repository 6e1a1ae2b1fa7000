# Drukarki, zadania wydruku i to, co mówi o nich system drukowania.

print-because = { $text }: { $why }
print-said = „{ $words }”

print-printer-idle = Gotowa
print-printer-printing = Drukuje
print-printer-stopped = Zatrzymana
print-printer-not-accepting = Nie przyjmuje zadań

print-no-printers = System drukowania nie ma żadnych drukarek
print-default = { $name } (domyślna)
print-warning-stopped = { $name }: { $state }. Zadanie poczeka, aż ktoś się tym zajmie.

print-security-unproven = Połączenie szyfrowane, ale certyfikatu drukarki nikt nie poświadcza: upewnij się, że adres jest właściwy
print-security-open = Połączenie nieszyfrowane: inni w sieci mogą odczytać wydruk

print-sides-one = Jednostronnie
print-sides-long-edge = Dwustronnie, po długiej krawędzi
print-sides-short-edge = Dwustronnie, po krótkiej krawędzi
print-colour = W kolorze
print-monochrome = Czarno-biało

print-lacks-copies = { $most ->
    [one] Ta drukarka robi tylko jedną kopię zadania: powstanie jedna
    [few] Ta drukarka robi najwyżej { $most } kopie zadania: tyle powstanie
   *[other] Ta drukarka robi najwyżej { $most } kopii zadania: tyle powstanie
}
print-lacks-sides = Ta drukarka nie drukuje w ten sposób dwustronnie: wydruk będzie jednostronny
print-lacks-paper = Ta drukarka nie zgłasza tego papieru: może przeskalować strony albo czekać na papier
print-lacks-colour = Ta drukarka nie ma kolorów: wydruk będzie czarno-biały
print-lacks-monochrome = Tej drukarce nie można nakazać druku bez kolorów

print-reason-aborted-by-system = przerwane przez system drukowania
print-reason-account-authorization-failed = konto drukarki na to nie pozwala
print-reason-connecting-to-device = łączenie z drukarką
print-reason-cover-open = otwarta pokrywa
print-reason-document-format-error = drukarka nie potrafi odczytać dokumentu
print-reason-document-unprintable-error = drukarka nie potrafi wydrukować dokumentu
print-reason-door-open = otwarte drzwiczki
print-reason-interlock-open = otwarta pokrywa lub drzwiczki
print-reason-job-canceled-by-operator = anulowane przez administratora
print-reason-job-canceled-by-user = anulowane przez właściciela
print-reason-job-hold-until-specified = wstrzymane w kolejce
print-reason-marker-supply-empty = brak tonera lub tuszu
print-reason-marker-supply-low = kończy się toner lub tusz
print-reason-marker-waste-almost-full = pojemnik na zużyty toner prawie pełny
print-reason-marker-waste-full = pojemnik na zużyty toner pełny
print-reason-media-empty = brak papieru
print-reason-media-jam = zacięcie papieru
print-reason-media-low = kończy się papier
print-reason-media-needed = trzeba włożyć papier
print-reason-moving-to-paused = trwa wstrzymywanie
print-reason-offline = drukarka wyłączona lub niepodłączona
print-reason-output-area-full = taca wyjściowa pełna
print-reason-output-tray-missing = brak tacy wyjściowej
print-reason-paper-problem = kłopot z papierem
print-reason-paused = wstrzymana
print-reason-printer-stopped = drukarka została zatrzymana
print-reason-resources-are-not-ready = brak tego, czego wymaga zadanie
print-reason-spool-area-full = brak miejsca na zadania
print-reason-stopped-partly = częściowo zatrzymana
print-reason-timed-out = drukarka nie odpowiada
print-reason-toner-empty = brak tonera
print-reason-toner-low = kończy się toner
print-reason-user-intervention-needed = ktoś musi podejść do drukarki

print-news-sending = Wysyłanie stron
print-news-accepted = System drukowania przyjął zadanie pod numerem { $job }
print-news-ignored = System drukowania pomija lub zmienia: { $names }
print-news-no-answer = System drukowania nie odpowiada; kolejna próba

print-job-pending = Czeka w kolejce
print-job-held = Wstrzymane w kolejce
print-job-processing = W trakcie druku
print-job-processing-sides = { $sides ->
    [one] W trakcie druku, gotowa 1 strona
    [few] W trakcie druku, gotowe { $sides } strony
   *[other] W trakcie druku, gotowych { $sides } stron
}
print-job-stopped = Zatrzymane
print-job-stopped-unexplained = Zatrzymane, a system drukowania nie podaje przyczyny: sprawdź drukarkę i jej kolejkę
print-job-cancelled = Anulowane
print-job-aborted = Przerwane
print-job-aborted-unexplained = Przerwane, a system drukowania nie podaje przyczyny: sprawdź drukarkę i jej kolejkę
print-job-completed = System drukowania zgłasza: ukończono

print-end-forgotten = System drukowania nie ma już zadania { $job } na liście i nie podaje, jak się skończyło. Sprawdź przy drukarce.
print-end-left = Zadanie { $job } zostaje w kolejce ({ $state })

print-pages-not-pages = „{ $part }” to nie numer strony: wpisz strony tak, jak 1-3, 5
print-pages-backwards = „{ $part }” kończy się, zanim się zaczyna
print-pages-past-the-end = { $count ->
    [one] Dokument ma tylko jedną stronę
    [few] Dokument ma tylko { $count } strony
   *[other] Dokument ma tylko { $count } stron
}

print-error-said = { $text } Komunikat: „{ $words }”
print-error-no-spooler = Na tym komputerze nie odpowiada żaden system drukowania ({ $address }). Zapisz plik PDF i otwórz go w przeglądarce PDF albo drukuj na drukarce sieciowej, podając jej adres.
print-error-no-such-printer = System drukowania nie ma drukarki „{ $name }”. Wybierz inną.
print-error-no-default = Żadna drukarka nie jest domyślna. Podaj nazwę; ich listę pokazuje polecenie esu-planner printers.
print-error-bad-address = „{ $address }” to nie adres drukarki. Wpisz jej nazwę lub adres IP albo całość, na przykład ipp://drukarka.example/ipp/print.
print-error-not-a-printer = Pod adresem { $address } coś odpowiada, ale nie jest to drukarka. Sprawdź adres i ścieżkę na jego końcu.
print-error-password = { $address } żąda nazwy użytkownika i hasła, których ta aplikacja nie podaje. Zapisz plik PDF i wydrukuj go z przeglądarki PDF.
print-error-not-allowed = { $address } nie pozwala Ci drukować. Zapytaj opiekuna drukarki.
print-error-no-such-host = Nie ma komputera ani drukarki o nazwie { $address }. Sprawdź pisownię albo użyj adresu IP.
print-error-connection-refused = Pod adresem { $address } nic nie przyjmuje zadań wydruku. Sprawdź, czy drukarka jest włączona i ma włączony protokół IPP.
print-error-too-slow = { $address } nie odpowiada. Sprawdź, czy urządzenie jest włączone i w tej samej sieci.
print-error-encryption = Nie można nawiązać szyfrowanego połączenia z { $address } ({ $problem }). Sprawdź adres albo spróbuj ipp:// zamiast ipps://.
print-error-unreachable = Nie można połączyć się z { $address } ({ $problem }).
print-error-no-form = Ta drukarka nie przyjmuje ani PDF, ani rastra PWG, więc planu nie można do niej wysłać. Wybierz inną drukarkę albo zapisz plik PDF i wydrukuj go z przeglądarki PDF.
print-error-not-accepting = Drukarka nie przyjmuje teraz nowych zadań, więc nic nie wysłano. Wybierz inną albo poproś jej opiekuna o włączenie przyjmowania zadań.
print-error-busy = Drukarka jest zajęta i nie przyjmuje drugiego zadania, więc nic nie wysłano. Spróbuj ponownie za chwilę.
print-error-no-room = System drukowania nie ma miejsca na zadanie, więc nic nie zostanie wydrukowane. Zwolnij miejsce na dysku z kolejką albo wydrukuj mniej stron.
print-error-refused = System drukowania odmawia przyjęcia zadania ({ $status }), więc nic nie zostanie wydrukowane.
print-error-broken = Połączenie zostało przerwane podczas wysyłania stron ({ $problem }), więc zadanie jest niepełne. Sprawdź kolejkę i wydrukuj ponownie.
print-error-lost = System drukowania przestał odpowiadać po przyjęciu zadania { $job }. Zanim wydrukujesz ponownie, sprawdź przy drukarce.
print-error-layout = Nie można utworzyć stron ({ $problem }). To błąd programu.
print-error-system = Drukowanie w systemie nie powiodło się na etapie { $what }: { $problem }.

print-viewer-none = Żadna aplikacja nie jest ustawiona do wyświetlania plików PDF. Zapisz plik i otwórz go na komputerze, który taką ma.
print-viewer-failed = Nie można uruchomić przeglądarki PDF ({ $problem }).

# Zestaw wdrożeniowy: README, instrukcje i to, co mówią skrypty.

kit-title = Zestaw wdrożeniowy
kit-of = { $organisation } · przygotowano z planu na dzień { $day }
kit-not-run = Czego nie sprawdzono: skrypty PowerShell zbadał niezależny analizator składni i zostały przejrzane, ale nie uruchomiono ich w systemie Windows. Pliki wsadowe uruchomiono z atrapami narzędzi systemowych, także nie w systemie Windows. Przed wdrożeniem wypróbuj wszystko na jednym komputerze z każdej grupy.
kit-made-from = { $programme }, plan na dzień { $day }, wydanie danych { $edition }

kit-groups = Grupy
kit-way-online = zainstaluj klucz na rok { $year } skryptem Install-Esu.ps1, aktywacja przez internet
kit-way-phone = zainstaluj klucz na rok { $year } skryptem Install-Esu.ps1, aktywacja przez telefon
kit-way-vamt = klucz na rok { $year } instaluje i aktywuje VAMT; skrypty sprawdzają komputer przedtem i potem
kit-way-host-key = zainstaluj klucz otrzymany od firmy Microsoft dla hosta skryptem Install-Esu.ps1; skrypt pyta też o identyfikator aktywacji
kit-way-check = bez klucza; skrypty sprawdzają, czy komputer jest gotowy
kit-way-flag = bez klucza; skrypty sprawdzają, czy komputer jest gotowy, i ustawiają to, czego wymaga uprawnienie
kit-way-arc = licencja w Azure; skrypt pyta agenta Azure Arc
kit-way-by-hand = tylko instrukcja
kit-way-nothing = nic do wdrożenia, bez folderu

kit-files = Pliki
kit-file-runbook = Kroki grupy po kolei, z poleceniami, znanymi błędami i pomocą techniczną, jako tekst i jako Markdown.
kit-file-install = Sprawdza system i po kolei wymagane aktualizacje, wymienia brakujące, pyta o klucz, aktywuje go i to potwierdza. Uruchom jako administrator. Wymaga programu Windows PowerShell 2.0 lub nowszego, który jest w Windows 7; PowerShell 7 się nie nadaje.
kit-file-batch = To samo z wiersza polecenia. Przy aktywacji przez internet sprawdza, aktywuje i potwierdza samymi narzędziami systemu, a przez Install-Esu.ps1 przechodzi tylko klucz. Nie sprawdza edycji ani dodatku Service Pack. Komunikaty są bez polskich znaków, bo strony kodowe bywają różne.
kit-file-configmgr = Do linii bazowej zgodności w programie Configuration Manager: ustawienie typu skrypt, wartość typu ciąg, reguła „równa się Compliant”. Detect-Esu.ps1 wypisuje jeden wiersz, „Compliant” albo „NonCompliant: czego brakuje”, i zawsze kończy się kodem 0.
kit-file-intune = Do funkcji korygowania (remediations) w usłudze Intune: ten sam wiersz, a gdy czegoś brakuje, kod 1 zamiast 0. Uruchamiaj w 64-bitowym PowerShell na koncie systemowym.
kit-file-index = Grupy, lata, identyfikatory aktywacji i pliki zestawu dla innych narzędzi. Po tym pliku aplikacja poznaje też, że wolno jej zastąpić ten folder.

kit-order = Kolejność
kit-order-read = Przeczytaj instrukcję grupy. Najpierw zakup i przygotowanie.
kit-order-pilot = Uruchom Install-Esu.ps1 na jednym komputerze. Dopóki system i wszystkie wymagane aktualizacje nie są w porządku, skrypt niczego nie zmienia.
kit-order-updates = Zainstaluj to, co wymieni jako brakujące, w podanej kolejności, uruchom ponownie komputer, a potem skrypt.
kit-order-keys = Wdróż na pozostałych. Skrypt można uruchamiać wielokrotnie: tego, co już zainstalowane lub aktywowane, nie rusza i kończy się kodem 0.
kit-order-verify = Niech Detect-Esu.ps1 sprawdza codziennie, a Remediate-Esu.ps1 ponawia aktywację tam, gdzie klucz jest zainstalowany, ale bez licencji.

kit-parameters = Parametry skryptu Install-Esu.ps1
kit-parameter-year = Tylko te lata; bez parametru wszystkie posiadane i zamawiane teraz. Późniejsze lata planu tylko wtedy, gdy je tu podasz.
kit-parameter-input = Czyta klucze z potoku, po jednym w wierszu. Przyjmuje go też install-esu.cmd.
kit-parameter-unattended = O nic nie pyta; gdy trzeba by coś wpisać, kończy się kodem 14. Przyjmuje go też install-esu.cmd.
kit-parameter-key-only = Instaluje klucz, ale go nie aktywuje.
kit-parameter-route = Inny sposób aktywacji niż w planie.
kit-parameter-confirmation = Identyfikator potwierdzenia z rozmowy telefonicznej, dla jednego roku.
kit-parameter-activation = Identyfikator aktywacji, jeśli plan go nie zna.
kit-parameter-assume = Wymagane aktualizacje sprawdzone ręcznie, według oznaczeń, które pokazuje skrypt.
kit-parameter-log = Gdzie zapisać dziennik; bez parametru %ProgramData%\EsuKit\Install-Esu.log.

kit-exit-codes = Kody zakończenia
kit-exit-0 = Gotowe albo nie było nic do zrobienia
kit-exit-10 = Brakuje wymaganych aktualizacji; są wymienione
kit-exit-11 = Inny system, dodatek Service Pack lub edycja niż w planie
kit-exit-12 = Klucz nie został przyjęty
kit-exit-13 = Nie aktywowano
kit-exit-14 = Trzeba coś wpisać, a nie było kogo zapytać albo niczego nie podano
kit-exit-15 = Uruchomiono bez uprawnień administratora
kit-exit-16 = Błędne wywołanie: nieznany parametr, rok lub sposób aktywacji albo PowerShell 7
kit-exit-17 = Nieoczekiwany błąd; jest na ekranie i w dzienniku
kit-exit-3010 = Przed instalacją klucza trzeba ponownie uruchomić komputer

kit-key = Klucz
kit-key-is-secret = Klucz MAK jest poufny i żaden plik zestawu go nie zawiera. Install-Esu.ps1 pyta o niego, nie pokazując go na ekranie, albo bierze go z potoku, przekazuje systemowi metodą WMI, więc klucz nie trafia na listę procesów, i zapomina. W dzienniku go nie ma. Polecenie „slmgr.vbs /ipk” z instrukcji pokazuje klucz w wierszu polecenia, dopóki działa; używaj go tylko tam, gdzie nikt inny nie jest zalogowany. Plik z kluczami trzymaj tylko tak długo, jak wymaga tego wdrożenie. System Windows zapamiętuje pięć ostatnich znaków zainstalowanego klucza, jak przy każdym kluczu. Z pamięci klucza nie da się usunąć z całą pewnością: znika wraz z końcem pracy PowerShell.

kit-by-hand = Czego tu nie da się zautomatyzować
kit-by-hand-orders = Zamówienia, umowy i droga do kluczy: instrukcje mówią, co zrobić, ale żaden skrypt niczego nie zamawia.
kit-by-hand-updates = Skrypty nie instalują aktualizacji: użyj swojego narzędzia i zachowaj podaną kolejność. Spośród nowszych aktualizacji, które też wystarczą, znane są numery tylko niektórych; czego nie widać po numerze, skrypt zgłasza jako niewidoczne i nie uznaje za przeszkodę, jeśli system zna już licencję ESU.
kit-by-hand-vamt = VAMT i rozmowy telefoniczne: skrypty sprawdzają, ale host i telefon wymagają człowieka. Z parametrem -ConfirmationId druga połowa aktywacji telefonicznej działa bez nadzoru.
kit-by-hand-others = Urządzenia, dla których ESU dostarcza producent OEM: klucze i instrukcje pochodzą od niego i nie ma dla nich skryptów.
kit-by-hand-azure = Licencje w Azure: tworzenia, łączenia i opłacania nie wykonuje się z serwera.

kit-runbook = Instrukcja wdrożenia: { $group }
kit-runbook-keys = Skrypt Install-Esu.ps1 z tego folderu szuka wymaganych aktualizacji, instaluje klucz, nie pokazując go, aktywuje go i to potwierdza. Polecenia dotyczące klucza podane niżej są na wypadek pracy bez skryptu.
kit-runbook-vamt = Skrypt Install-Esu.ps1 z tego folderu szuka wymaganych aktualizacji, zanim VAMT zainstaluje klucz, a potem sprawdza, czy jest licencja. Polecenia dotyczące klucza podane niżej są na wypadek pracy ręcznej.
kit-year = rok { $year } ({ $start } – { $end })
kit-host-key = klucz dla tego hosta

kit-script-install = Instaluje i aktywuje klucz ESU. Grupa: { $group }
kit-script-detect = Mówi, czy komputer jest objęty ochroną. Grupa: { $group }
kit-script-remediate = Aktywuje zainstalowany klucz ESU. Grupa: { $group }
kit-script-remediate-flag = Ustawia to, czego wymaga uprawnienie. Grupa: { $group }
kit-script-data = Z planu; to, co poniżej tego bloku, jest jednakowe dla wszystkich grup.
kit-script-id = Żadne źródło nie podaje identyfikatora aktywacji. Gdy go poznasz, wpisz go między apostrofy.
kit-batch = Instaluje i aktywuje klucz ESU.
kit-batch-usage = Znane są tu tylko -Unattended i -KeyFromInput.

# Co mówią skrypty. $a, $b i $c uzupełniają w trakcie działania.
kit-say-activation-problem = Nie aktywowano, { $a }: { $b }
kit-say-already = Nie ma nic do zrobienia: wszystko ma licencję.
kit-say-as-it-is = { $a }
kit-say-ask = Klucz MAK, { $a }
kit-say-ask-optional = Klucz MAK, { $a }, nieobowiązkowy, Enter, aby pominąć
kit-say-begin = { $a } · { $b } · dziennik: { $c }
kit-say-by-build = kompilacja { $a }
kit-say-by-hand = sprawdzono ręcznie
kit-say-by-operator = Nie aktywowano, { $a }: trzeba człowieka, przez telefon lub VAMT
kit-say-by-vamt = Komputer jest gotowy. Klucz instaluje i aktywuje VAMT; potem uruchom skrypt ponownie.
kit-say-done = Gotowe.
kit-say-exit-code = Kod zakończenia { $a }, dziennik: { $b }
kit-say-flag-failed = Nie udało się ustawić: { $a }
kit-say-flag-missing = Nie ustawiono: { $a }
kit-say-id-needed = Plan nie zna identyfikatora aktywacji. Znajdź licencję ESU na powyższej liście i uruchom skrypt ponownie z parametrem -ActivationId.
kit-say-id-unknown = Plan nie zna identyfikatora aktywacji; wpisz go w tym skrypcie
kit-say-is-missing = Brakuje: { $a }
kit-say-is-shown = Już niepotrzebne lub na pewno jest, wskazuje na to { $b }: { $a }
kit-say-is-there = Jest, wskazuje na to { $b }: { $a }
kit-say-is-unseen = Nie widać po numerze, może je zastępować nowsza: { $a } (oznaczenie { $b })
kit-say-key-only = Klucz jest zainstalowany; nie aktywowano go.
kit-say-key-refused = Klucz nie został przyjęty: { $a }
kit-say-key-taken = Klucz został przyjęty: { $a }
kit-say-licence-line = { $a } · { $b } · stan { $c }
kit-say-licensed = Licencja aktywna: { $a }, { $b }
kit-say-no-agent = Agent Azure Arc (azcmagent) nie jest zainstalowany
kit-say-no-key = Klucz nie jest zainstalowany: { $a }
kit-say-no-section = Agent nic nie mówi o pozycji { $a }
kit-say-no-such-route = Nie ma sposobu „{ $a }”; użyj Online, Phone lub Vamt.
kit-say-no-such-year = Plan nie ma dla tej grupy roku „{ $a }”.
kit-say-not-a-key = to nie jest pięć grup po pięć znaków
kit-say-not-activated = Nie aktywowano: { $a }
kit-say-not-active = W pozycji { $a } agent nie podaje stanu Active
kit-say-not-administrator = Uruchom jako administrator.
kit-say-other-edition = Plan przewiduje inną edycję (ta ma numer { $a }); skrypt działa dalej.
kit-say-other-key = Klucz został przyjęty, ale nie jest to klucz na { $a }.
kit-say-phone-ask = Identyfikator potwierdzenia
kit-say-phone-call = Zadzwoń do centrum aktywacji licencji, { $a }. Identyfikator instalacji: { $b }
kit-say-phone-wait = Oczekiwanie na identyfikator potwierdzenia. Uruchom ponownie z parametrami -Year { $a } -ConfirmationId i tym identyfikatorem.
kit-say-prerequisites-missing = Zainstaluj po kolei, uruchom ponownie komputer, a potem skrypt: { $a }
kit-say-restart-needed = Najpierw uruchom ponownie komputer: czeka na to aktualizacja
kit-say-system = System: { $a }
kit-say-wrong-edition = Ta edycja się nie kwalifikuje: { $a }
kit-say-wrong-powershell = Uruchom w programie Windows PowerShell (powershell.exe), nie w PowerShell 7.
kit-say-wrong-service-pack = Brakuje dodatku Service Pack { $a }
kit-say-wrong-version = To jest { $a }; plan dotyczy systemu { $b } ({ $c })

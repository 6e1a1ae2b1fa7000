# Gotowe pisma do tych, którzy sprzedają ESU i wydają klucze. To, co wie tylko nadawca, stoi w nawiasach kwadratowych.

letters-to = Do
letters-subject = Temat
letters-attach = Załącz
letters-for-your-files = Do akt, nie do wysłania: wpisy FAQ, na których opiera się to pismo
letters-basis = { $part }: { $faq }
letters-part-opening = Wstęp
letters-part-urgency = Pilność
letters-part-request = Prośba { $number }

letters-blank-organisation = [nazwa organizacji]
letters-blank-sender = [imię, nazwisko i stanowisko]
letters-blank-contact = [telefon i adres e-mail]
letters-blank-oem = [producent OEM urządzenia]
letters-blank-system = [system]
letters-blank-currency = [waluta]
letters-blank-number = [liczba]
letters-blank-agreement = [nazwa umowy]

letters-greeting = Szanowni Państwo,
letters-on-behalf = w imieniu organizacji { $organisation }
letters-on-behalf-of-customer = w imieniu naszego klienta, organizacji { $organisation },
letters-please = Prosimy o:
letters-closing = Będziemy wdzięczni za odpowiedź do dnia [data]. Jeśli potrzebują Państwo dalszych informacji, prosimy o kontakt.
letters-regards = Z poważaniem

letters-year = rok { $year } (od { $first } r. do { $last } r.)
letters-owned-year = rok { $year }: { $count }
letters-owned = posiadane licencje ESU: { $years }
letters-in-use-until = w użyciu do { $day } r.
letters-urgent = Systemy nie dostają już aktualizacji zabezpieczeń, dlatego zależy nam na możliwie szybkim zamówieniu.

letters-attach-orders = pozycje zamówienia w tabeli (CSV)
letters-attach-devices = wykaz urządzeń z modelami i numerami seryjnymi

letters-order-now = Do zamówienia teraz:
letters-order-later = Do zamówienia później, na potrzeby budżetu:
letters-order-line = { $sku }, rok pokrycia { $year }
letters-order-line-dated = { $sku }, rok pokrycia { $year } (od { $first } r. do { $last } r.)
letters-back-year = rok zaległy
letters-back-charge = opłata wsteczna
letters-quantity = { $count } × { $unit }
letters-order-by = zamówienie do { $day } r.

letters-ask-price = podanie ceny jednostkowej netto w walucie { $currency } i wartości każdej pozycji, terminu ważności oferty oraz zaznaczenie cen, które mogą się jeszcze zmienić;
letters-ask-back-years = potwierdzenie, że zaznaczone wyżej lata zaległe można zamówić razem z rokiem bieżącym;
letters-ask-back-charge = podanie opłaty za czas przed zamówieniem i sposobu jej naliczenia;

letters-quote-to = Zespół firmy Microsoft, który obsługuje organizację, albo partner licencyjny (LSP)
letters-quote-subject = Prośba o ofertę: rozszerzone aktualizacje zabezpieczeń dla { $systems } – { $organisation }
letters-quote-opening = { $behalf } prosimy o ofertę na rozszerzone aktualizacje zabezpieczeń (ESU) dla systemów: { $systems }. Chcemy je kupić w ramach licencjonowania zbiorowego: { $agreement }, numer [numer umowy].
letters-quote-ask-items = potwierdzenie, że umowa obejmuje te pozycje, i podanie numeru katalogowego każdej z nich;
letters-quote-ask-lower-price = potwierdzenie niższej ceny dla urządzeń objętych Software Assurance albo używanych wyłącznie przez osoby z subskrypcją Windows Enterprise oraz wskazanie, czym mamy to wykazać;
letters-quote-ask-assurance = potwierdzenie, że Software Assurance lub subskrypcja serwerów, rejestracja [numer rejestracji], uprawnia do ESU, i podanie, do kiedy;
letters-quote-ask-keys = wskazanie, pod którym identyfikatorem licencji i od kiedy znajdziemy klucze MAK na każdy rok oraz ile aktywacji ma każdy klucz (prosimy nie przesyłać kluczy e-mailem – odczytamy je sami w portalu licencjonowania);
letters-quote-ask-evidence = umieszczenie naszego numeru zamówienia na potwierdzeniu i na fakturze oraz wskazanie, czym jeszcze mamy wykazać zakup przy rejestracji serwerów;

letters-csp-to = Partner CSP
letters-csp-to-provider = Dostawca pośredni (CSP)
letters-csp-subject = Prośba o ofertę: rozszerzone aktualizacje zabezpieczeń dla { $systems } – { $organisation }
letters-csp-opening = { $behalf } prosimy o ofertę na rozszerzone aktualizacje zabezpieczeń (ESU) dla systemów: { $systems }, w kanale Cloud Solution Provider (CSP).
letters-csp-ask-items = podanie dla każdej pozycji jej nazwy w Państwa cenniku, tak aby przed zamówieniem można było sprawdzić produkt i rok pokrycia;
letters-csp-ask-tenant = złożenie zamówienia dla naszej dzierżawy: [identyfikator dzierżawy albo „jeszcze jej nie mamy”], i wskazanie, co jeszcze musi być gotowe przed zamówieniem, na przykład zaakceptowana Umowa klienta Microsoft;
letters-csp-ask-tenant-known = złożenie zamówienia dla naszej dzierżawy: [identyfikator dzierżawy], i wskazanie, co jeszcze musi być gotowe przed zamówieniem, na przykład zaakceptowana Umowa klienta Microsoft;
letters-csp-ask-tenant-missing = wskazanie, czego Państwo potrzebują, aby założyć lub odnaleźć naszą dzierżawę, której identyfikatora jeszcze nie mamy, i co jeszcze musi być gotowe przed zamówieniem, na przykład zaakceptowana Umowa klienta Microsoft;
letters-csp-ask-tenant-customer = złożenie zamówienia dla dzierżawy klienta: [identyfikator dzierżawy], i wskazanie, co jeszcze musi być gotowe przed zamówieniem, na przykład zaakceptowana Umowa klienta Microsoft;
letters-csp-ask-keys = podanie, kiedy będą dostępne klucze MAK, po jednym na każdy rok, i uzgodnienie z nami bezpiecznego sposobu ich przekazania (prosimy nie przesyłać kluczy e-mailem);
letters-csp-ask-activations = podanie, ile aktywacji ma każdy klucz i jak wystąpić o dodatkowe, gdyby ich zabrakło;
letters-csp-ask-more-activations = podanie, ile aktywacji ma każdy klucz, oraz wskazanie, czego Państwo potrzebują, aby wystąpić o dodatkowe (w czasie trwania ESU urządzenia są instalowane ponownie);
letters-csp-ask-terms = wskazanie, na której fakturze znajdzie się zamówienie oraz do kiedy i jak można anulować pozycję lub uzyskać zwrot;
letters-csp-ask-support = wskazanie osoby do kontaktu w sprawach kluczy i aktualizacji ESU oraz kosztu tej pomocy;

letters-oem-subject = Rozszerzone aktualizacje zabezpieczeń dla { $systems }: lata, cena i klucze
letters-oem-opening = { $behalf } zwracamy się do Państwa jako producenta OEM urządzeń z oprogramowaniem: { $systems }. Rozszerzone aktualizacje zabezpieczeń (ESU) są dla niego dostępne wyłącznie u producenta OEM, dlatego prosimy o ofertę.
letters-oem-devices = Urządzenia:
letters-oem-line = { $system }: { $count ->
    [one] { $count } urządzenie
    [few] { $count } urządzenia
   *[many] { $count } urządzeń
}, model [model] (grupa „{ $group }”)
letters-oem-line-uncounted = { $system }: urządzenia – [liczba], model [model] (grupa „{ $group }”)
letters-oem-terms = Lata ESU, które według naszej wiedzy jeszcze trwają lub są przed nami:
letters-oem-ask-contract = informację, czy te urządzenia są objęte umową EPSO (Ecosystem Partner Servicing Offering), a jeśli nie, jak i z kim ją zawrzeć;
letters-oem-ask-contract-partly = informację, które z tych urządzeń są objęte umową EPSO (Ecosystem Partner Servicing Offering) i jak włączyć do niej pozostałe;
letters-oem-ask-contract-stands = potwierdzenie, że umowa EPSO (Ecosystem Partner Servicing Offering) obejmuje wszystkie te urządzenia, i podanie, do kiedy;
letters-oem-ask-years = potwierdzenie, które lata ESU i do jakiego dnia sprzedają Państwo dla każdego modelu oraz czy trzeba dokupić lata wcześniejsze;
letters-oem-ask-price = podanie ceny za jedno urządzenie i rok, najmniejszego zamówienia i sposobu jego złożenia;
letters-oem-ask-updates = wykaz aktualizacji, które muszą być najpierw na urządzeniu, i informację, jak docierają do niego aktualizacje comiesięczne;
letters-oem-ask-keys = informację, jak aktywuje się klucze ESU, także bez dostępu do internetu, i uzgodnienie z nami bezpiecznego sposobu ich przekazania (prosimy nie przesyłać kluczy e-mailem);
letters-oem-ask-contact = wskazanie osoby do kontaktu w sprawach ESU dla tych urządzeń;

letters-free-key-to = Zespół firmy Microsoft, który obsługuje organizację
letters-free-key-subject = Prośba o klucz 5×5: rozszerzone aktualizacje zabezpieczeń dla { $systems }
letters-free-key-opening = { $behalf } prosimy o klucz do rozszerzonych aktualizacji zabezpieczeń (ESU), które środowisko naszych maszyn wirtualnych zapewnia bez dopłaty; systemy: { $systems }.
letters-free-key-machines = Maszyny wirtualne:
letters-free-key-line = { $system }: { $count } (grupa „{ $group }”); host: [nazwa hosta i subskrypcja Azure]
letters-free-key-ask-key = przekazanie w bezpieczny sposób klucza 5×5 dla tych maszyn (prosimy nie przesyłać go e-mailem);
letters-free-key-ask-years = potwierdzenie, na które lata jest ważny i czy każdy rok wymaga osobnego klucza;
letters-free-key-ask-way = podanie, ile ma aktywacji i co jeszcze musi być gotowe na maszynach;

letters-activations-to = Pomoc techniczna licencjonowania zbiorowego: formularz VLSC (Contact Us → region → Support Web Form) albo centrum administracyjne Microsoft 365
letters-activations-subject = Dodatkowe aktywacje klucza MAK ESU dla { $systems }
letters-activations-opening = { $behalf } prosimy o dodatkowe aktywacje klucza MAK do rozszerzonych aktualizacji zabezpieczeń; systemy: { $systems }. W czasie trwania ESU urządzenia są instalowane ponownie, a każda ponowna instalacja może zużyć aktywację.
letters-activations-facts = Dane:
letters-activations-organisation = Organizacja: { $organisation }
letters-activations-agreement = Numer umowy: [numer umowy]; identyfikator licencji: [identyfikator licencji]
letters-activations-key = Klucz: [nazwa klucza z portalu, nigdy sam klucz]
letters-activations-licences = Licencje: { $licences }
letters-activations-shown = Widoczna liczba aktywacji: [liczba]
letters-activations-needed = Potrzebna łączna liczba aktywacji: [liczba]
letters-activations-reason = Powód: ponowna instalacja lub odtworzenie urządzeń z obrazu; rocznie około [liczba]
letters-activations-ask-raise = zwiększenie liczby aktywacji do podanej wyżej;
letters-activations-ask-missing = porównanie liczby widocznej w portalu z naszymi licencjami, na wypadek gdyby była zaniżona lub brakowało tam klucza na któryś rok;
letters-activations-ask-confirm = potwierdzenie nowej liczby (prosimy nie pytać nas o klucz – kluczy nie wysyłamy);

letters-none = Ten plan nie wymaga żadnych pism: o nic nie trzeba występować do producenta OEM, zespołu firmy Microsoft ani partnera.

# Plan dla innych programów: tabele, kalendarze i strony WWW.

export-html-files = Strony WWW
export-csv-files = Tabele CSV
export-calendar-files = Kalendarze

export-line = Lp.
export-sku-id = Identyfikator SKU
export-available-from = W sprzedaży od
export-starts-on = Naliczane od
export-groups = Grupy (jednostki)
export-reasons = Uzasadnienie
export-faq = Wpisy FAQ

export-calendar-nothing-ahead = W tym planie ESU nie ma już żadnych terminów przed nami
export-calendar-sources = Wpisy FAQ: { $faq }
export-calendar-plan = Z planu według stanu na { $day } r.

export-event-window-starts = Początek pokrycia
export-event-window-ends = Koniec pokrycia
export-event-sales-start = Początek sprzedaży
export-event-order-by = Termin zamówienia
export-event-refund-opens = Początek zwrotów
export-event-invoice = Faktura
export-event-patch-tuesday = Wtorek z poprawkami
export-event-component-ends = Koniec wsparcia składnika
export-event-embedded-term = Okres systemu Embedded
export-event-requirement = Zmiana wymagań
export-event-group-leaves = Wycofanie grupy

export-page-contents = Spis treści
export-page-done = Wykonane
export-page-not-done = Do wykonania
export-page-commands = Polecenia do skopiowania

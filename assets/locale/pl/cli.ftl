# Wywołania bez okna.
check-head = { $file }: { $groups ->
    [one] { $groups } grupa
    [few] { $groups } grupy
   *[other] { $groups } grup
}, { $endpoints ->
    [one] { $endpoints } punkt końcowy
    [few] { $endpoints } punkty końcowe
   *[other] { $endpoints } punktów końcowych
}; pytania: rozstrzygnięte { $settled }, otwarte { $open }, nie dotyczą { $other }
check-open = Do rozstrzygnięcia: { $text } [{ $faq }]
check-warning = Ostrzeżenie: { $text } [{ $faq }]
check-assumed = Założono: { $text } [{ $faq }]
faq-correction = Sprostowanie: { $text }
faq-applies-yes = Dotyczy
faq-applies-no = Nie dotyczy
faq-applies-unknown = Nie wiadomo, czy dotyczy
faq-count = Pozycje: { $shown } z { $all }
questions-open = Otwarte
questions-waiting = Otwarte, czekają na inną odpowiedź
questions-settled = Rozstrzygnięte w profilu
questions-not-applicable = Nie dotyczą
questions-organisation = Organizacja
questions-because = z powodu: { $fields }
questions-count = Rozstrzygnięte: { $settled }, otwarte: { $open }, nie dotyczą: { $other }
programmes-open = { $name }: w dniu { $day } otwarty, rok pokrycia { $year }, do { $end }
programmes-not-yet = { $name }: w dniu { $day } jeszcze nieotwarty; pokrycie zaczyna się { $start }
programmes-closed = { $name }: w dniu { $day } zamknięty; oferta skończyła się { $end }
programmes-data = wydanie danych { $edition }, sprawdzone { $checked }, pozycje FAQ: { $entries }

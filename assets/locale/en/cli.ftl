# The headless calls.
check-head = { $file }: { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
}, { $endpoints ->
    [one] { $endpoints } endpoint
   *[other] { $endpoints } endpoints
}; questions: { $settled } settled, { $open } open, { $other } not applicable
check-open = Decide: { $text } [{ $faq }]
check-warning = Warning: { $text } [{ $faq }]
check-assumed = Assumed: { $text } [{ $faq }]
faq-correction = Correction: { $text }
faq-applies-yes = Applies
faq-applies-no = Does not apply
faq-applies-unknown = Not known whether it applies
faq-count = { $shown } of { $all } entries
questions-open = Open
questions-waiting = Open, but waiting for another answer
questions-settled = Settled by the profile
questions-not-applicable = Not applicable
questions-organisation = Organisation
questions-because = because of: { $fields }
questions-count = { $settled } settled, { $open } open, { $other } not applicable
programmes-open = { $name }: open on { $day }, coverage year { $year }, until { $end }
programmes-not-yet = { $name }: not yet open on { $day}; coverage begins on { $start }
programmes-closed = { $name }: closed on { $day }; nothing is on offer after { $end }
programmes-data = rule data edition { $edition }, checked { $checked }, { $entries } FAQ entries

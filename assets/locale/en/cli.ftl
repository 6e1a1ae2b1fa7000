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
programmes-announced = { $name }: not yet open on { $day }; on sale from { $since }, coverage begins on { $start }
programmes-pre-enrolment = { $name }: pre-enrolment on { $day }; on sale since { $since }, coverage begins on { $start }
programmes-open = { $name }: open on { $day }, coverage year { $year }, until { $end }
programmes-final-year = { $name }: open on { $day }, final year (coverage year { $year }), until { $end }
programmes-closed = { $name }: closed on { $day }; nothing is on offer after { $end }
programmes-in-support = { $name }: in support on { $day }; no ESU has been announced
programmes-never = { $name }: never had ESU
programmes-ended = { $name }: closed on { $day }; nothing is on offer for any of these systems
programmes-in-brief = { $name }: told in brief; on { $day } ESU runs for { $running } of { $all } systems
programmes-part-announced = { $name }: ESU begins on { $start }
programmes-part-pre-enrolment = { $name }: pre-enrolment; on sale since { $since }, coverage begins on { $start }
programmes-part-open = { $name }: open until { $end }
programmes-part-final-year = { $name }: open, final year, until { $end }
programmes-part-closed = { $name }: closed; ESU ended on { $end }
programmes-part-in-support = { $name }: in support until { $end }; no ESU has been announced
programmes-part-never = { $name }: never had ESU; support ended on { $end }
programmes-part-undated = { $name }: never had ESU; out of support
programmes-data = rule data edition { $edition }, checked { $checked }, { $entries } FAQ entries
many-progress = { $done } of { $all }
many-summary = Profiles: { $profiles }; planned: { $planned }, of these with open decisions: { $open }; unusable: { $unusable }. Overview: { $table }
overview-customer = Customer
overview-file = File
overview-plan = Plan
overview-as-of = As of
overview-programme = Programme
overview-sku = SKU
overview-coverage-year = Coverage year
overview-back = Back year
overview-back-year = back year
overview-back-charge = billed back
overview-when = When
overview-order-by = Order by
overview-channel = Channel
overview-unit = Unit
overview-unit-device = device
overview-unit-user = { $count ->
    [one] user with { $count } device
   *[other] user with up to { $count } devices
}
overview-unit-account = { $count ->
    [one] account with { $count } device
   *[other] account with up to { $count } devices
}
overview-unit-core = core
overview-unit-pack = { $count ->
    [one] pack of { $count } core
   *[other] pack of { $count } cores
}
overview-quantity = Quantity
overview-unit-price = Unit price
overview-units-priced = Units per price
overview-period = Price period
overview-period-year = year
overview-period-month = month
overview-period-hour = hour
overview-period-once = once
overview-charged = Charged for
overview-charged-whole = whole year
overview-basis = Price basis
overview-basis-quote = own quote
overview-basis-press = reported by press
overview-basis-published = published
overview-basis-promotion = promotion
overview-basis-unconfirmed = unconfirmed
overview-basis-none = no price known
overview-amount = Amount
overview-currency = Currency
overview-estimated-price = Unconfirmed unit price
overview-estimate = Unconfirmed estimate
overview-line-endpoints = Endpoints of the line
overview-endpoints = Endpoints in the programme
overview-uncovered = Uncovered endpoints in the programme
overview-open = Open decisions in the programme

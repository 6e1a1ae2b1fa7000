# The words of the plan: dates, reasons, warnings, days, and the frame of the report.

month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }

# Why something is so

reason-has-left = The group no longer runs the old system on this day.
reason-product-unknown = Nobody has said which system these endpoints run.
reason-product-has-no-esu = There is no ESU for { $product }; its updates ended on { $day }.
reason-product-is-out-of-support = There is no ESU for { $product }; its support is long over.
reason-edition-unknown = Nobody has said which edition of { $product } it is.
reason-edition-qualifies = { $product }, edition { $edition }: qualifies for ESU.
reason-edition-does-not-qualify = { $product }, edition { $edition }: does not qualify for ESU.
reason-edition-is-unclear = { $product }, edition { $edition }: it is not clear whether it qualifies.
reason-offer-has-ended = ESU for { $product } was on offer until { $day }; nothing is sold any more.
reason-owned-keys-keep-working = Keys that are owned still install the updates of their own years.
reason-leaves-in-support = The group leaves { $product } before ESU is needed: ordinary updates run until { $day }.
reason-oem-sells = ESU for { $product } is sold only by the OEM of the device, not through volume licensing or CSP.
reason-owned-until = Year { $year } is owned and runs until { $day }.
reason-promotion-covers = The promotion stands for year { $year }, which runs until { $day }.
reason-host-is-free = This hosting includes ESU at no extra cost until { $day }: { $host }.
reason-host-is-unclear = No source says whether this hosting includes ESU at no extra cost: { $host }.
reason-vdi-counts-endpoints = { $host }: each endpoint that reaches the virtual machines needs a licence; the machines themselves are not counted.
reason-licensed-per-device = Each device needs a licence of its own.
reason-hosting-assumed-physical = It is not known where the systems run; they are counted as physical devices, one licence each.
reason-ordered-through = Sales channel: { $channel }.
reason-no-channel-sells = None of the organisation’s agreements sells ESU.
reason-not-yet-on-sale = Not on sale yet; sales begin on { $day } ({ $channel }).
reason-enterprise-price = The lower-priced SKU applies: the devices are under Software Assurance or used only by Windows Enterprise subscribers.
reason-no-enterprise-price-in-csp = The lower-priced SKU is not sold through CSP, so the standard one is ordered.
reason-back-year = Back year: year { $year } is over, but year { $current } requires it.
reason-current-year = Year { $year } is running, until { $day }.
reason-later-year = Year { $year } begins on { $day } and is ordered separately; nothing renews itself.
reason-price-is-reported = The price is reported, not published by Microsoft; enter your own quote.

# Warnings about the profile

note-vdi-endpoints-not-machines = { $endpoints ->
    [one] { $endpoints } endpoint is licensed
   *[other] { $endpoints } endpoints are licensed
}, not the { $machines ->
    [one] { $machines } virtual machine that it reaches
   *[other] { $machines } virtual machines that they reach
}: on the organisation’s own or dedicated virtual desktops each endpoint that connects needs a licence.
warning-shared-exceeds = More endpoints are said to be counted in another group than this group has. Check both numbers.
warning-owned-exceeds = More licences are owned for a year than the group has endpoints. The surplus is not used for other groups.
warning-owned-gap = A coverage year is owned, but not the year before it. A later year can only be used together with the earlier ones; check what was bought.
warning-order-channel-without-agreement = Orders are to go through this channel, but no agreement of the organisation sells through it: { $channel }.
warning-year-without-release = The group leaves after year { $year } begins ({ $start }) but no later than its first monthly release ({ $release }): the year is ordered and brings no update. Leaving by { $start } saves it.
warning-short-year = Year { $year } begins on { $start } and is ordered whole, though these endpoints leave in its first three months. Leaving before it begins saves { $amount }.
warning-short-year-without-price = Year { $year } begins on { $start } and is ordered whole, though these endpoints leave in its first three months. Leaving before it begins saves the whole year.

# Days of the calendar

event-window-starts = Coverage year { $year } begins
event-window-ends = Coverage year { $year } ends
event-patch-tuesday = Monthly security release; needs the year { $year } key
event-patch-tuesday-without-key = Monthly security release of year { $year }
event-invoice = CSP purchases made before about this day (the FAQ’s example of an invoice date) stand on the invoice for { $month }
event-order-by = Last day to order year { $year } without a gap: { $count } × { $sku }
event-sales-start = Sales begin: { $channel }
event-group-leaves = Leaves the old system: { $group }
event-groups-leave = { $count ->
    [one] { $count } group leaves the old system
   *[other] { $count } groups leave the old system
}

# What has to be decided

open-no-groups = Which endpoints are there? Enter at least one group with its system and number of endpoints.
open-endpoints-unknown = How many endpoints are in these groups? Without a number they are in no order.
open-product = Which system do these endpoints run?
open-edition = Which edition is it? Nothing is ordered before this is known.
open-edition-unclear = Does this edition qualify? Get an answer in writing from Microsoft or the partner before ordering.
open-host = Does this hosting include ESU at no extra cost? Ask Microsoft or the provider before ordering.
open-channel = Through which channel will ESU be bought: volume licensing or a CSP partner?

# Pieces

plan-group-number = Group { $number }
plan-not-known = not known
plan-not-named = not named
plan-none-of-them = none
plan-nothing-bought = nothing
plan-licences-of-year = { $count ->
    [one] { $count } licence
   *[other] { $count } licences
} for year { $year }
plan-different-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } different answers
}
plan-list-and = { $first } and { $last }
plan-and-more = { $first } and { $count } more
plan-all-groups = all groups
plan-years = { $count ->
    [one] Year { $years }
   *[other] Years { $years }
}
plan-count-endpoints = { $count ->
    [one] { $count } endpoint
   *[other] { $count } endpoints
}
plan-for-endpoints = for { $count ->
    [one] { $count } endpoint
   *[other] { $count } endpoints
}
plan-count-licences = { $count ->
    [one] { $count } licence
   *[other] { $count } licences
}
plan-count-coverage-years = { $count ->
    [one] { $count } coverage year
   *[other] { $count } coverage years
}
plan-count-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
plan-count-releases = { $count ->
    [one] { $count } monthly release
   *[other] { $count } monthly releases
}
plan-count-releases-missed = { $count ->
    [one] { $count } monthly release missed
   *[other] { $count } monthly releases missed
}

# The frame

plan-title = { $programme }: purchase and deployment plan
plan-organisation = Organisation
plan-programme = Programme
plan-as-of = As of
plan-coverage-year = Coverage year
plan-year-window = year { $year }, { $start } to { $end }
plan-year-before = before the first coverage year
plan-year-ended = none: the last one ended on { $day }
plan-year-of-systems = { $year } ({ $systems })
plan-through-oem = the OEM of the device
plan-through-oem-too = { $channel }; for embedded devices their OEM
plan-rule-data = Rule data
plan-rule-data-edition = edition { $edition }, checked against its sources on { $checked }

plan-summary = Summary
plan-ledger = Ledger of endpoints
plan-orders = Orders
plan-totals = Totals by channel, year and currency
plan-waiting = Unprotected time and the cost of waiting
plan-calendar = Calendar
plan-deployment = Deployment
plan-errors = Known errors
plan-keys = Keys and activations
plan-support = Support route
plan-coverage = What ESU covers and what it does not
plan-embedded = Embedded devices
plan-warnings = Warnings and contradictions
plan-open = Open decisions and assumptions
plan-sources = Sources

plan-verdict = Verdict
plan-endpoints = Endpoints
plan-total = Total
plan-total-now = Total to order now
plan-total-later = Total to order later
plan-adds-up = { $sum } of { $all }
plan-group = Group
plan-why = Why
plan-rests-on = Rests on: { $facts }
plan-verdict-of-groups = { $verdict }: { $groups }
plan-counted-elsewhere = Left out here because they are counted in another group: { $groups }.
plan-ledger-empty = No endpoint group has been entered.
plan-orders-empty = Nothing is to be ordered; the ledger says why.
plan-line = No.
plan-sku = SKU
plan-year = Year
plan-channel = Channel
plan-quantity = Quantity
plan-unit-price = Unit price
plan-when = When
plan-when-now = now
plan-when-later = later
plan-order-by = by { $day }
plan-back-year = { $year } (back)
plan-no-price = not known
plan-line-number = Line { $number }, year { $year }
plan-all-lines = All lines
plan-for-groups = For: { $groups }
plan-on-sale-from = On sale from { $day }.
plan-basis-quote = Prices: the organisation’s own quotes.
plan-basis-press = Prices { $source }; they are not official. The organisation’s own quote replaces them.
plan-basis-published = Prices: published ({ $source }).
plan-basis-promotion = Free under a promotion: { $source }.
plan-basis-none = No price is known for some lines, so the totals leave them out; ask for a quote.

plan-exposed = { $endpoints } ({ $groups }): last updated on { $since }; { $releases } since then ({ $months }).
plan-exposed-from = { $endpoints } ({ $groups }): nothing missed yet. Without ESU the first release to be missed is that of { $first }.
plan-exposed-after-the-end = { $endpoints } ({ $groups }): all ESU updates until { $since }; none have been made since.
plan-exposed-none = No endpoint is without updates.
plan-if-it-waits = If the first order waits
plan-waiting-explained = Waiting saves nothing: the earlier years are due all the same, and the releases in between are missed. Groups that have left by then are not counted.
plan-first-order-in = First order in
plan-from = From
plan-due-then = Due then
plan-releases-missed-by-then = Releases missed by then
plan-year-number = year { $year }

plan-date = Date
plan-event = What happens
plan-faq = FAQ
plan-calendar-past = Past: { $releases } and { $days ->
    [one] { $days } other day
   *[other] { $days } other days
}, from { $first } to { $last }.
plan-calendar-nothing-ahead = Nothing lies ahead.
plan-releases-from-to = { $title }: { $count ->
    [one] { $count } release
   *[other] { $count } releases
} until { $last }

plan-phase-purchase = Order and receive the keys
plan-phase-prepare = Prepare the devices
plan-phase-prerequisites = Install the prerequisites
plan-phase-key = Install the key
plan-phase-activate = Activate
plan-phase-verify = Verify
plan-phase-updates = Install the monthly updates
plan-phase-later = In later years and at the end
plan-error = Cause: { $cause } What to do: { $action }

plan-owned = Owned
plan-ordered-now = Ordered now
plan-ordered-later = Ordered later
plan-activation-id = Activation ID
plan-keys-explained = Each coverage year has a key (MAK) of its own. The Activation ID is the same on every device and public; the key itself is a secret and stands nowhere in this plan.

plan-good-to-know = Good to know
plan-certainty-derived = Source: derived from other entries
plan-certainty-reported = Source: reported by press or resellers
plan-certainty-community = Source: community scripts
plan-contradiction = Sources disagree
plan-warning = Warning
plan-embedded-group = { $group }: { $endpoints }, { $product }; OEM: { $oem }; EPSO contract: { $epso }. Ask the OEM for the ESU price, licences and keys.
plan-product = System
plan-updates-until = Updates for everyone until
plan-own-years = ESU years
plan-year-until = year { $year } until { $day }

plan-to-decide = To decide
plan-assumptions = Taken for granted until someone answers
plan-field-of-groups = { $field } ({ $groups })
plan-would-change = What another answer changes: { $change }
plan-hangs-on-it = Later orders that hang on it: { $amount }.
plan-entry = Entry
plan-question = Question

# Three lines for a director

summary-order-now = Order now: { $years } { $endpoints }, { $licences }: { $amount }.
summary-one-year = coverage year { $year }
summary-licences-with-back-years = { $licences } ({ $back } of them for back years)
summary-order-later = Later: { $licences } for { $years ->
    [one] one more year
   *[other] { $years } more years
}, { $years ->
    [one] by { $day }
   *[other] the first by { $day }
}: { $amount }.
summary-order-first = Nothing to order today. First order by { $day }: { $licences } for year { $year }, { $amount }.
summary-on-sale-from = On sale from { $day }.
summary-all-years = All { $years } together: { $licences }, { $amount }.
summary-at-quote = { $amount } at the quoted prices
summary-at-press = { $amount } at prices reported by press, not official
summary-at-published = { $amount } at published prices
summary-at-promotion = { $amount } under a promotion
summary-at-mixed = { $amount } at quoted and reported prices
summary-no-price = price not known yet
summary-partly-priced = { $priced }, plus { $licences } without a known price
summary-no-groups = Nothing can be planned yet: no endpoint group has been entered.
summary-no-counts = Nothing can be ordered yet: nobody has said how many endpoints there are.
summary-offer-ended = Nothing to order: { $programme } was on offer until { $day }. Keys already owned still install the updates of their own years; the way on is to move off the old system.
summary-order-after-decision = Nothing can be ordered yet: { $count ->
    [one] { $count } endpoint waits for a decision.
   *[other] { $count } endpoints wait for a decision.
}
summary-nothing-to-order = Nothing to order: no endpoint needs a licence from volume licensing or a CSP partner.
summary-exposed = Unprotected: { $parts }.
summary-exposed-part = { $endpoints } since { $since } ({ $releases }, { $months })
summary-exposed-rest = { $count ->
    [one] { $count } more endpoint
   *[other] { $count } more endpoints
}
summary-exposed-from = { $count ->
    [one] { $count } endpoint misses nothing before { $day } and needs ESU from then on.
   *[other] { $count } endpoints miss nothing before { $day } and need ESU from then on.
}
summary-exposed-after-the-end = { $count ->
    [one] { $count } endpoint had every update until { $day }; none have been made since.
   *[other] { $count } endpoints had every update until { $day }; none have been made since.
}
summary-nothing-exposed = Nothing is unprotected: no endpoint is missing updates.
summary-exposure-unknown = Without numbers of endpoints nothing can be said about missed updates.
summary-others = The other endpoints: { $parts }.
summary-endpoints = Endpoints: { $parts }.
summary-to-decide = To decide: { $questions }
summary-others-covered-free = { $count ->
    [one] { $count } needs nothing, because its hosting includes ESU
   *[other] { $count } need nothing, because their hosting includes ESU
}
summary-others-already-covered = { $count ->
    [one] { $count } is covered already
   *[other] { $count } are covered already
}
summary-others-oem = { $count ->
    [one] { $count } goes through the OEM
   *[other] { $count } go through the OEM
}
summary-others-not-eligible = { $count ->
    [one] { $count } can’t get ESU
   *[other] { $count } can’t get ESU
}
summary-others-not-offered = { $count ->
    [one] { $count } can’t be covered any more
   *[other] { $count } can’t be covered any more
}
summary-others-retired = { $count ->
    [one] { $count } has left the old system
   *[other] { $count } have left the old system
}
summary-others-needs-decision = { $count ->
    [one] { $count } waits for a decision
   *[other] { $count } wait for a decision
}
summary-others-uncounted = { $count ->
    [one] { $count } group has no number of endpoints
   *[other] { $count } groups have no number of endpoints
}
summary-others-none = Every endpoint is in the order; none goes through the OEM or waits for a decision.
summary-others-unknown = Nothing can be said yet about who needs no licence.

# Programmes after Windows 7: other units, charges and channels

reason-in-support = { $product } is in ordinary support until { $day }; no ESU is needed before that.
reason-told-in-brief = ESU for { $product } is told here only in brief; ask the Microsoft account team what is still sold.
reason-host-is-free-with-key = This hosting includes ESU at no extra cost, but a key has to be requested and installed: { $host }.
reason-no-offer-fits = None of the programme’s offers covers these endpoints.
reason-offer = Offer: { $offer }.
reason-billed-back = Whoever joins after { $day } is billed for the time before; this is that part of year { $year }.
reason-licences-are-shared = { $count ->
    [one] One licence covers one device.
   *[other] One licence covers up to { $count } devices.
}
reason-cores-are-counted = Cores are counted: at least { $physical } physical cores for a server, at least { $virtual } virtual cores for a virtual machine.
reason-sold-in-packs = { $count ->
    [one] Sold by the core.
   *[other] Sold in packs of { $count } cores.
}
reason-billed-while-it-runs = Billed while it runs; the charge ends when it is cancelled.
reason-price-is-unconfirmed = No source confirms a price; enter your own quote.
reason-price-is-unknown = No price is known; enter your own quote.

open-told-in-brief = What is still sold for this system? Ask the Microsoft account team.
open-agreement = Which agreement opens a channel that sells ESU here? It is sold through: { $channels }.
open-earlier-years-elsewhere = Are the earlier years held? This channel sells only the running year; ask Microsoft how the earlier ones can be added.

event-term-starts = { $offer }: the term begins
event-term-ends = { $offer }: the term ends

warning-order-channel-not-sold = { $programme } is not sold through the channel that was chosen ({ $channel }); its orders go where it is sold.
warning-orders-through-different-channels = One order is not enough: { $first } is bought through { $first-channel }, { $other } through { $other-channel }.
warning-agreements-serve-one-programme-only = The agreements buy { $served }, but none of them buys { $other }.
warning-window-dates-derived = The days of these coverage years are worked out by the rule of the second Tuesday of the month; no source states them. Check them before you order.
warning-unconfirmed-offer = { $sku } was announced, but nothing shows that it is sold. It is not in the order. If the reseller confirms it: { $count } × { $price } = { $total } instead of { $instead }.
note-core-bases = Counted both ways: { $virtual } virtual cores of the machines, { $physical } physical cores of their hosts.

plan-title-several = { $count ->
    [one] Purchase and deployment plan for one ESU programme
   *[other] Purchase and deployment plan for { $count } ESU programmes
}
plan-exposed-without-rhythm = { $endpoints } ({ $groups }): last covered on { $since }; without security updates for { $months } since.
plan-back-charge = { $year } (billed back)
plan-count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
plan-count-cores = { $count ->
    [one] { $count } core
   *[other] { $count } cores
}
plan-count-packs = { $count ->
    [one] { $count } pack
   *[other] { $count } packs
}
plan-quantity-cores = { plan-count-cores }
plan-quantity-packs = { $count } × { $pack ->
    [one] { $pack } core
   *[other] { $pack } cores
}
plan-price-per-units = per { $count } cores
plan-price-per-year = a year
plan-price-per-month = a month
plan-price-per-hour = an hour
plan-price-once = once
plan-estimates = Unconfirmed estimates
plan-estimate = Line { $number }: about { $total } at { $price } ({ $source }). No other source confirms this price, so it is in no total.

plan-exits = Ways out beside ESU
plan-groups = Groups
plan-exit = Way out
plan-exit-becomes = They become
plan-exit-target-ends = Supported until
plan-exit-esu-cost = ESU from now on
plan-exit-cost = It costs
plan-exit-breaks-even = Cheaper
plan-exits-explained = “ESU from now on” is what these endpoints still pay for ESU to the end or until they leave. The way out is counted for the same time, at your own price for one endpoint. “Cheaper” compares what both have cost day by day: the one that is named stays cheaper to the end, from the day that is given.

summary-now-by-programme = Order now: { $parts }.
summary-later-by-programme = Later: { $parts }.
summary-nothing-now = Nothing has to be ordered today.
summary-part-now = { $programme }: { $units } for { $endpoints }, { $amount }
summary-part-later = { $programme }: { $units } for { $endpoints }, first by { $day }, { $amount }
summary-exposed-part-without-rhythm = { $endpoints } since { $since } ({ $months })
plan-goes-on-from = goes on from { $day }
reason-year-goes-on = Year { $year } begins on { $day }; it goes on being billed unless it is cancelled.
plan-certainty-third-party = Source: one third party
plan-activation-ids-explained = The Activation ID is the same on every device and public; the key (MAK) itself is a secret and is nowhere in this plan.
summary-at-reported = { $amount } at published and reported prices

# Rule data: its age, and what a newer edition changed

plan-data-is-old = The rule data of { $programme } was last checked against its sources on { $checked }, more than half a year ago. Look for a newer version of the app before you order.
plan-changes = Changed since it was saved
plan-changes-notice = This profile was saved with other rule data; the plan says what differs
plan-changes-intro = { $programme }: saved with edition { $saved } of the rule data, planned now with edition { $edition }. Both are compared for { $day }, the day of the saved plan.
plan-changes-none = No order line, sum, step or warning of that plan has changed.
plan-changes-newer-data = { $programme }: saved with newer rule data (edition { $saved }; this app has edition { $edition }), so nothing can be compared. Update the app; until then this plan may be out of date.
plan-changes-unknown-programme = Saved with the rule data of a programme that this app does not know ({ $id }). Update the app.
plan-changes-because = Edition { $edition }: { $text }
plan-changes-unexplained = No change of the rule data explains this: the profile was edited outside the app, or the data gives no reason.
plan-changes-reworded = Changed in what this plan says, not in its numbers; read it again: { $changes }
plan-changes-without-effect = Also changed, without effect on this plan: { $changes }
plan-changes-more = { $count ->
    [one] { $count } more change; the exported plan has them all
   *[other] { $count } more changes; the exported plan has them all
}
plan-change-new = New: { $what }
plan-change-gone = Gone: { $what }
plan-change-different = Changed: { $what }
plan-change-order = order line { $sku }, year { $year }
plan-change-channel = channel { $value }
plan-change-when = when: { $value }
plan-change-quantity = quantity { $value }
plan-change-unit-price = unit price { $value }
plan-change-total = total { $value }
plan-change-ledger = sum of the ledger, { $verdict }: { $value }
plan-change-step = step “{ $title }”
plan-change-warning = warning “{ $text }”
reason-later-year-alone = Year { $year } begins on { $day } and is ordered separately.
summary-part-goes-on = { $programme }: { $units } for { $endpoints }, going on from { $day }, { $amount }
summary-offers-ended = Nothing can be ordered: the ESU of these systems has ended or never existed. What remains is to move off them.
plan-embedded-group-without-epso = { $group }: { $endpoints }, { $product }; OEM: { $oem }. Ask the OEM for the ESU price, licences and keys.
plan-exits-without-price = “ESU from now on” is what these endpoints still pay for ESU to the end or until they leave. Enter your own price for one endpoint of a way out among the quotes, and the plan shows what it costs and from which day on ESU costs as much.
summary-others-covered-at-no-cost = { $count ->
    [one] { $count } is covered at no cost
   *[other] { $count } are covered at no cost
}
plan-calendar-past-days = Past: { $days ->
    [one] { $days } day
   *[other] { $days } days
}, from { $first } to { $last }.
plan-exit-esu-cheaper = ESU
plan-exit-esu-cheaper-from = ESU, from { $day }
plan-exit-cheaper = the way out
plan-exit-cheaper-from = the way out, from { $day }
warning-machines-are-licensed = This programme licenses each virtual machine, not the endpoints that reach it. Enter the number of machines as the group’s endpoints; as it stands, the order counts the endpoints.
warning-owned-through-another-offer = What was bought with a personal Microsoft account does not replace a licence of this offer: ask whether year 1 has to be bought as well before you rely on it.
warning-no-release-left = No monthly release falls between today and the last day of these endpoints in year { $year }: the year brings only the updates that are out already.
warning-unconfirmed-offer-from-to = { $sku } was announced, but nothing shows that it is sold. It is not in the order. If the reseller confirms it: by the number of users from { $count } × { $price } = { $total } to { $most } × { $price } = { $most-total }, instead of { $instead }.
plan-exposed-from-without-esu = { $endpoints } ({ $groups }): nothing missed yet. They can’t have ESU, so from { $first } on they get no updates.
summary-exposed-from-without-esu = { $count ->
    [one] { $count } endpoint can’t have ESU and gets
   *[other] { $count } endpoints can’t have ESU and get
} no updates from { $day } on.
summary-others-none-but = Every endpoint is in the order, but something is still to be decided.
summary-unconfirmed-price = about { $amount } at a price that no source confirms
summary-offer-ended-alone = Nothing to order: this offer of { $programme } ended on { $day }. What remains is to move off the old system, or another offer of the programme.
summary-systems-ended = Nothing to order: ESU for these systems ended on { $day }. What remains is to move off them.
plan-incomplete-sum = { $amount } (incomplete)
plan-orders-empty-anywhere = Nothing is ordered.
plan-estimates-together = Together about { $amount }, if these prices hold.
summary-nothing-to-order-anywhere = Nothing to order.

plan-notes = Notes

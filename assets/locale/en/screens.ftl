# The four screens and their reusable parts.

# Reusable parts

widget-unknown = Don't know yet
widget-unknown-short = unknown
widget-none-of-them = None of them
widget-nothing-bought = Nothing bought
widget-choose-system-first = Choose the system first
widget-makes-no-difference = Makes no difference for this system
widget-year = Year { $year }
widget-year-quantity = year { $year }: { $count }
widget-quotes = { $count ->
    [one] { $count } price
   *[other] { $count } prices
}
widget-group-number = Group { $number }
widget-more = { $count } more
widget-open-faq = Open FAQ entry { $id }
widget-plan-so-far = Plan so far
widget-no-endpoints-yet = No endpoints yet
widget-ledger = Ledger
widget-total = Total
widget-total-now = Order now
widget-total-later = Order later
widget-lines-without-price = { $count ->
    [one] { $count } order line has no price
   *[other] { $count } order lines have no price
}
widget-open = Open
widget-more-open = { $count ->
    [one] { $count } more question
   *[other] { $count } more questions
}
widget-old-data = Rule data last checked more than half a year ago, on { $day }: { $programmes }. Look for a newer version of this app before you order.
widget-short-date = { $day } { $month ->
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
widget-date-hint = YYYY-MM-DD
widget-currency-hint = USD unless you say otherwise
widget-note-hint = Optional; printed with the plan
widget-not-a-number = Write a whole number
widget-number-out-of-range = Write a number from { $least } to { $most }
widget-not-a-date = Write the day as YYYY-MM-DD, for instance 2022-06-30
widget-no-such-day = There is no such day in the calendar
widget-date-out-of-range = Write a day from 2000-01-01 to 2099-12-31
widget-not-a-currency = Write the three letters of the currency, for instance USD or PLN
widget-not-an-amount = Write an amount, for instance 50 or 50.00
widget-amount-negative = An amount can't be negative
widget-amount-decimals = An amount has at most two decimals
widget-amount-too-large = The amount is larger than 1,000,000,000

# Profile

profile-title = Profile
profile-subtitle = Leave unknown what you don't know: the plan says what it assumed.
profile-organisation = Organisation and licensing
profile-filled = { $filled } of { $all } filled
profile-all-filled = all filled
profile-not-needed = not needed
profile-not-needed-because = This does not matter for the profile as it stands; what you enter is kept.
    { $fields }
profile-groups = Endpoint groups
profile-groups-note = { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
}, { $endpoints ->
    [one] { $endpoints } endpoint
   *[other] { $endpoints } endpoints
}
profile-no-groups = No groups yet. Put endpoints that are alike into one group: the same system, the same place, the same plans.
profile-add-group = Add group
profile-duplicate = Duplicate
profile-duplicate-groups = { $count ->
    [0] Duplicate the chosen group
    [one] Duplicate the ticked group
   *[other] Duplicate { $count } ticked groups
}
profile-remove = Remove
profile-remove-groups = { $count ->
    [0] Remove the chosen group
    [one] Remove the ticked group
   *[other] Remove { $count } ticked groups
}
profile-tick-group = Tick { $group }
profile-column-group = Group
profile-column-system = System and edition
profile-column-licence = Licence
profile-column-hosting = Hosting
profile-column-leaves-on = Leaves on
profile-group-title = Group “{ $group }”
profile-embedded = Embedded devices
profile-deployment = Getting ready to deploy
profile-beside = Beside Windows
profile-prices = Prices you were quoted
profile-prices-note = Per licence, without tax. Your quote replaces the reported price wherever it is entered.
profile-prices-note-units = Without tax; what a price is for stands under it. Your quote replaces the known price wherever it is entered.
profile-prices-of-plan = For this plan
profile-prices-all = All prices
profile-quoted = { $quoted } of { $all } entered
profile-entered = { $quoted } entered
profile-reported-price = { $price } reported
profile-published-price = { $price } published
profile-unconfirmed-price = { $price } unconfirmed
profile-exit-prices = Your own prices of the ways out
profile-exit-prices-note = What leaving the old system another way would cost for one endpoint. With a price the plan says from which day on ESU has cost as much.
profile-more-warnings = { $count ->
    [one] { $count } more warning in the plan
   *[other] { $count } more warnings in the plan
}

# What prices are for and what is counted

price-per-device = per device
price-per-user = per user with up to { $count } devices
price-per-account = per account with up to { $count } devices
price-per-pack = per pack of { $count } cores
price-per-cores = { $count ->
    [one] per core
   *[other] per { $count } cores
}
price-per-endpoint = per endpoint
order-unit-users = { $quantity ->
    [one] user
   *[other] users
}
order-unit-accounts = { $quantity ->
    [one] account
   *[other] accounts
}
order-unit-packs = { $quantity ->
    [one] pack of { $pack } cores
   *[other] packs of { $pack } cores
}
order-unit-cores = { $quantity ->
    [one] core
   *[other] cores
}

# Decisions

decisions-title = Decisions
decisions-progress = { $settled } settled · { $open } open · { $other } not needed
decisions-section-estate = Who and what
decisions-section-purchase = Purchase
decisions-section-deployment = Deployment
decisions-section-support = Support
decisions-section-beside = Beside Windows
decisions-settled = settled
decisions-open = open
decisions-waiting = waits for another answer
decisions-not-applicable = not needed
decisions-differs = differs
decisions-no-questions = This programme asks nothing.
decisions-no-groups = Start with an endpoint group
decisions-question-number = Question { $number } of { $all }
decisions-place-organisation = the whole organisation
decisions-place-group = group “{ $group }”
decisions-place-groups = { $count ->
    [one] { $count } group: { $names }
   *[other] { $count } groups: { $names }
}
decisions-apply-to-all = { $count ->
    [one] Apply to the group
   *[other] Apply to all { $count } groups
}
decisions-differs-long = The groups have different answers now; choosing one here replaces them all.
decisions-group-by-group = Group by group
decisions-group-by-group-only = These groups run different systems or their system is not known yet, so they are answered one by one.
decisions-groups = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
decisions-quantities-by-group = Quantities are entered group by group.
decisions-quotes-on-profile = Prices are entered on the profile, one for each SKU.
decisions-not-applicable-long = This question does not matter for the profile as it stands.
decisions-because = Because of { $fields }
decisions-waiting-long = Whether this matters hangs on answers that are still open.
decisions-effect-lines = { $sign }{ $count } { $count ->
    [one] order line
   *[other] order lines
}
decisions-effect-licences = { $sign }{ $count } { $count ->
    [one] licence
   *[other] licences
}
decisions-effect-packs = { $sign }{ $count } { $count ->
    [one] pack of cores
   *[other] packs of cores
}
decisions-effect-cores = { $sign }{ $count } { $count ->
    [one] core
   *[other] cores
}
decisions-effect-in-all = { $sum } in all
decisions-effect-without-unpriced = { $sum } in all and what has no price
decisions-effect-nothing-to-pay = nothing to pay
decisions-effect-steps = { $sign }{ $count } { $count ->
    [one] deployment step
   *[other] deployment steps
}
decisions-effect-notes = { $sign }{ $count } { $count ->
    [one] note
   *[other] notes
}
decisions-effect-other = Same order and steps; details of the plan change
decisions-effect-none = No change to the plan
decisions-effect-chosen = Your answer now
decisions-back = Back
decisions-next = Next
decisions-enter = Enter
decisions-to-plan = To the plan
decisions-all-settled = Nothing else is open

# Plan

plan-ui-title = Plan
plan-ui-subtitle = { $endpoints ->
    [one] { $endpoints } endpoint
   *[other] { $endpoints } endpoints
} in { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
} · { $programme } · { $channel }
plan-ui-channel-undecided = no channel decided
plan-ui-channel-partly-undecided = partly undecided
plan-ui-channel-oem = the device’s OEM
plan-ui-ledger-sum = { $sum } of { $all }
plan-ui-uncounted = { $count ->
    [one] { $count } group has no number of endpoints yet and is planned with none.
   *[other] { $count } groups have no number of endpoints yet and are planned with none.
}
plan-ui-timeline = Timeline
plan-ui-drag-marker = Drag the marker: the plan follows
plan-ui-lane-coverage = Coverage
plan-ui-lane-unprotected = Unprotected
plan-ui-bar-now = Year { $year } · order now
plan-ui-bar-back = Year { $year } · back year
plan-ui-bar-later = Year { $year } · order later
plan-ui-bar-goes-on = Year { $year } · goes on
plan-ui-bar-missed = { $count ->
    [one] { $count } release missed
   *[other] { $count } releases missed
}, { $endpoints ->
    [one] { $endpoints } endpoint
   *[other] { $endpoints } endpoints
}
plan-ui-bar-missed-only = { $count ->
    [one] { $count } release missed
   *[other] { $count } releases missed
}
plan-ui-bar-uncovered = without updates, { $endpoints ->
    [one] { $endpoints } endpoint
   *[other] { $endpoints } endpoints
}
plan-ui-bar-uncovered-only = { $endpoints ->
    [one] { $endpoints } endpoint
   *[other] { $endpoints } endpoints
}
plan-ui-legend-now = ordered now
plan-ui-legend-later = back year, or ordered later
plan-ui-legend-none = not ordered
plan-ui-bar-leaves = leaves { $day }
plan-ui-bar-spoken = { $label }: { $words }, { $from } to { $to }
plan-ui-orders = Order lines
plan-ui-no-orders = Nothing to order as the profile stands.
plan-ui-prices-reported = Prices as reported by press, not official.
plan-ui-prices-partly-reported = Some prices are as reported by press, not official.
plan-ui-prices-missing = { $count ->
    [one] { $count } line has no known price and is in no sum.
   *[other] { $count } lines have no known price and are in no sum.
}
plan-ui-prices-unconfirmed = { $count ->
    [one] { $count } line has no confirmed price and is in no sum.
   *[other] { $count } lines have no confirmed price and are in no sum.
}
plan-ui-price-unknown = price not known
plan-ui-about = ≈ { $sum }
plan-ui-unconfirmed = unconfirmed
plan-ui-estimate = About { $sum } at this price, which no other source confirms; it is in no sum.
plan-ui-enter-quote = Enter your quote
plan-ui-copy-table = Copy table
plan-ui-copy-table-hint = Copies the order lines for a spreadsheet, with tabs between the columns
plan-ui-copy = Copy
plan-ui-copy-command = Copy command { $line } of step { $step }: { $command }
plan-ui-column-sku = SKU
plan-ui-column-year = Year
plan-ui-column-channel = Channel
plan-ui-column-quantity = Quantity
plan-ui-column-unit = Unit
plan-ui-column-total = Total
plan-ui-column-when = When
plan-ui-column-sources = Rests on
plan-ui-column-counted = Counted
plan-ui-column-priced = Price for
plan-ui-column-charged = Charged
plan-ui-column-back-charge = Billed back
plan-ui-column-unconfirmed = Unconfirmed total
plan-ui-column-endpoints = Endpoints
plan-ui-column-verdict = Verdict
plan-ui-column-reason = Reason
plan-ui-currency = Currency
plan-ui-back-year = { $year } back year
plan-ui-back-charge = { $year } billed back
plan-ui-back-year-head = Back year
plan-ui-now = now
plan-ui-later = later
plan-ui-goes-on = goes on from { $day }
plan-ui-from = from { $day }
plan-ui-order-by = by { $day }
plan-ui-no-price = no price
plan-ui-totals = By programme, year and channel
plan-ui-total-line = Year { $year }, { $channel }: { $quantity }, { $sum }
plan-ui-waiting = What waiting costs
plan-ui-waiting-note = Earlier years are due all the same; only the protection comes later.
plan-ui-waiting-line = First purchase in year { $year }, from { $day }: { $sum }, { $count ->
    [one] { $count } release missed by then
   *[other] { $count } releases missed by then
}
plan-ui-waiting-line-short = First purchase in year { $year }, from { $day }: { $sum }
plan-ui-ledger = Ledger
plan-ui-ledger-note = { $count ->
    [one] { $count } endpoint, in one bucket
   *[other] { $count } endpoints, each in one bucket
}
plan-ui-why = Why { $what }?
plan-ui-why-title = Why?
plan-ui-why-hint = Choose a line, a bar, a sum or a day of the plan to see what it rests on.
plan-ui-close = Close
plan-ui-back-to-plan = Back to the plan
plan-ui-exits-note = What it takes to leave the old system another way. Only your own price for one endpoint can be compared with ESU.
plan-ui-exit-cost = At your price
plan-ui-enter-exit-prices = Enter your prices
plan-ui-enter-exit-price = Enter your price
plan-ui-exit-without-price = Your price { $priced } is not entered yet.
plan-ui-licences = Licences
plan-ui-your-quote = your quote
plan-ui-reasons = Reasons
plan-ui-facts = Facts of the profile
plan-ui-next-dates = Next dates
plan-ui-whole-calendar = Whole calendar
plan-ui-sources-disagree = Sources disagree
plan-ui-calendar = Calendar
plan-ui-calendar-all = All
plan-ui-calendar-upcoming = Upcoming
plan-ui-calendar-releases = With monthly releases
plan-ui-calendar-empty = No days ahead.
plan-ui-deployment = Deployment
plan-ui-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
plan-ui-no-steps = Nothing to deploy as the profile stands.
plan-ui-all-groups = All groups
plan-ui-if-it-fails = If it fails
plan-ui-phase-purchase = Order and receive keys
plan-ui-phase-prepare = Prepare the estate
plan-ui-phase-prerequisites = Install the prerequisites
plan-ui-phase-key = Install the key
plan-ui-phase-activate = Activate
plan-ui-phase-verify = Verify
plan-ui-phase-updates = Install the monthly updates
plan-ui-phase-later = In later years and at the end
plan-ui-keys = Keys and activations
plan-ui-support = Support
plan-ui-coverage = What ESU covers
plan-ui-embedded = Embedded devices
plan-ui-purchase-notes = About the purchase
plan-ui-deployment-notes = About the deployment
plan-ui-no-notes = Nothing to note as the profile stands.
plan-ui-warnings = Warnings and contradictions
plan-ui-no-warnings = None as the profile stands.
plan-ui-assumptions = Assumptions and open questions
plan-ui-assumptions-note = { $count ->
    [one] { $count } assumption
   *[other] { $count } assumptions
}
plan-ui-no-assumptions = The plan assumes nothing: every question is answered.
plan-ui-assumed = Assumed: { $text }
plan-ui-would-change = Another answer: { $text }
plan-ui-hangs-on-it = { $sum } hang on it
plan-ui-answer = Answer
plan-ui-answer-field = Answer { $field }
plan-ui-go-to-field = Go to the field
plan-ui-sources = Sources
plan-ui-sources-note = { $count } of { $all } FAQ entries apply

# FAQ

faq-ui-title = FAQ
faq-ui-search = Search questions and answers
faq-ui-filter-all = All
faq-ui-filter-applies = Applies
faq-ui-filter-does-not-apply = Does not apply
faq-ui-filter-unknown = Unknown
faq-ui-count = { $shown } of { $all } entries
faq-ui-of-the-plan = { $count ->
    [one] The plan’s programme
   *[other] The plan’s { $count } programmes
}
faq-ui-all-programmes = All programmes
faq-ui-nothing-found = No entry has all these words.
faq-ui-section-general = General
faq-ui-section-purchasing = Purchasing
faq-ui-section-coverage = Coverage
faq-ui-section-deployment = Deployment
faq-ui-section-embedded = Embedded devices
faq-ui-entry = FAQ entry
faq-ui-certainty-microsoft = Microsoft's own text
faq-ui-certainty-reported = Reported by press, a reseller or a licensing page
faq-ui-certainty-community = From community scripts that agree
faq-ui-certainty-derived = Worked out from the other facts
faq-ui-source = Read in { $source }; checked on { $day }
faq-ui-correction = Correction
faq-ui-applies = Applies to this profile
faq-ui-does-not-apply = Does not apply to this profile
faq-ui-unknown = Not known whether it applies
faq-ui-not-in-plan = Its programme is not in this plan
faq-ui-because = Because of
faq-ui-for-every-profile = It holds for every profile.
faq-ui-adds = What it adds to the plan
faq-ui-adds-rule = Rule
faq-ui-adds-step = Step
faq-ui-adds-note = Note
faq-ui-adds-event = Date
faq-ui-adds-question = Question
faq-ui-rule-edition-qualifies = the edition qualifies
faq-ui-rule-edition-does-not-qualify = the edition does not qualify
faq-ui-rule-edition-is-unclear = sources disagree about the edition
faq-ui-rule-product-has-no-esu = the system has no ESU
faq-ui-rule-oem-sells-embedded = the OEM sells ESU for embedded systems
faq-ui-rule-licensed-per-device = one licence for each device
faq-ui-rule-vdi-counts-accessing-endpoints = virtual desktops count the endpoints that reach them
faq-ui-rule-host-is-free = the host includes ESU at no cost
faq-ui-rule-host-is-unclear = nothing says whether the host includes ESU
faq-ui-rule-channel-sells = which channels sell ESU
faq-ui-rule-channel-does-not-sell = the channel sells no ESU
faq-ui-rule-sales-start = the first day of sale
faq-ui-rule-earlier-years-are-required = earlier years are bought with the current one
faq-ui-rule-one-sku-a-year = each year is a SKU of its own
faq-ui-rule-csp-lists-the-sku = the name of the SKU on the CSP price list
faq-ui-rule-csp-invoice-month = the month on whose invoice a CSP purchase stands
faq-ui-rule-coverage-windows = the first and last day of each coverage year
faq-ui-rule-enterprise-price = the lower price with Software Assurance or Enterprise
faq-ui-rule-no-enterprise-price-in-csp = no lower price through CSP
faq-ui-rule-first-year-promotion = the promotion for the first year
faq-ui-rule-offer-has-ended = the offer has ended
faq-ui-rule-owned-keys-keep-working = owned keys keep working
faq-ui-rule-unprotected-without = without ESU there are no security updates
faq-ui-rule-embedded-unprotected = when embedded devices begin to miss updates
faq-ui-rule-patch-tuesdays = updates come on second Tuesdays
faq-ui-rule-ask-for-price = whom to ask about the price
faq-ui-rule-group-has-left = the group has left the old system

faq-ui-adds-offer = Offer
faq-ui-adds-requirement = Condition
faq-ui-adds-entitlement = Right
faq-ui-adds-sku = SKU
faq-ui-adds-exit = Way out
faq-ui-adds-product = System
faq-ui-rule-host-is-free-with-key = the host gives ESU at no cost, with a key to be asked for
faq-ui-rule-in-support = ordinary support lasts
faq-ui-rule-cores-are-counted = cores are counted, with a least number a machine
faq-ui-rule-licences-are-shared = one licence stands for several devices
faq-ui-rule-billed-back = late joiners are billed for the time before
faq-ui-rule-earlier-years-elsewhere = earlier years must be held already
faq-ui-rule-billed-while-it-runs = billed while it runs, until it is cancelled
faq-ui-rule-one-key-a-year = each coverage year has a key of its own
faq-ui-certainty-third-party = From one third party
faq-ui-rule-never-renews-itself = no year renews itself

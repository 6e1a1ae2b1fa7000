# The plan screen: costs, checklist, timeline, text view, announcements.
plan-screen-progress = { $done } of { $all } done
plan-screen-edit-done = Ticked “{ $step }”
plan-screen-edit-not-done = Unticked “{ $step }”
plan-screen-done-for = Done for: { $groups }
plan-exposed-after-support = { $endpoints } ({ $groups }): all updates until { $since }; no ESU is sold for them.
summary-exposed-after-support = { $count ->
    [one] { $count } endpoint had every update until { $day }; no ESU is sold for it.
   *[other] { $count } endpoints had every update until { $day }; no ESU is sold for them.
}
plan-screen-by-group = By group
plan-screen-by-phase = By phase
plan-screen-groups = Groups and their steps
plan-screen-column-done = Steps
plan-screen-no-steps-of-group = Nothing to deploy for this group
plan-screen-groups-done = Groups: { $done }
plan-screen-tick = Done: { $step }
plan-screen-tick-of-group = Done for { $group }: { $step }
plan-screen-tick-hint = Tick when it is done; saved with the groups
plan-screen-tick-rest-hint = Done for some groups; tick for the rest
plan-screen-untick-hint = Done; take the tick back
plan-screen-costs = Cost by year and channel
plan-screen-costs-by-coverage = By coverage year
plan-screen-costs-by-calendar = By the calendar year of the order or its continuation
plan-screen-costs-unknown = { $count ->
    [one] The order line has no known price, so there is nothing to add up.
   *[other] None of the { $count } order lines has a known price, so there is nothing to add up.
}
plan-screen-costs-partly-unknown = { $count ->
    [one] { $count } order line has no known price and is missing here.
   *[other] { $count } order lines have no known price and are missing here.
}
plan-screen-enter-missing-quote = Enter your quote for what has no price
plan-screen-copy-costs = Copy the costs as a table
plan-screen-as-chart = Chart
plan-screen-as-table = Table
plan-screen-coverage-years = Coverage years
plan-screen-calendar-years = Calendar years
plan-screen-cost-now = ordered now
plan-screen-cost-later = ordered later
plan-screen-cost-estimate = unconfirmed
plan-screen-legend-estimate = unconfirmed price, in no sum
plan-screen-cost-spoken = { $year }, { $seller }, { $standing }: { $sum }
plan-screen-total-now = Now { $sum }
plan-screen-total-later = later { $sum }
plan-screen-why-orders = this order
plan-screen-why-exposures = this exposure
plan-screen-why-others = no order
plan-screen-endpoints = Endpoints
plan-screen-protected-until = Last day with updates
plan-screen-first-missed = First release missed
plan-screen-releases-missed = Releases missed
plan-screen-waiting-made-of = All years that are due if the first purchase is made in year { $year }, from { $day }, for the groups that are still there then.
plan-screen-day-window = The coverage years of the programme, as the rule data has them.
plan-screen-day-sales = The day from which the channel sells what is ordered.
plan-screen-day-order-by = The last day to order without a gap in coverage.
plan-screen-day-refund = From this day on the refund can be claimed.
plan-screen-day-invoice = The example the FAQ gives for the date of a monthly invoice.
plan-screen-day-release = The second Tuesday of the month inside a coverage year.
plan-screen-day-ends = A component or product of this profile reaches its end.
plan-screen-day-requirement = A requirement changes for this profile.
plan-screen-day-leaves = As entered for these groups:
plan-screen-bar-owned = Year { $year } · owned
plan-screen-lane-groups = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
plan-screen-lane-more-groups = { $count ->
    [one] and { $count } more group
   *[other] and { $count } more groups
}
plan-screen-bar-leave-between = leave { $first } to { $last }
plan-screen-lane-releases = Releases
plan-screen-lane-deadlines = Deadlines
plan-screen-day-spoken = { $day }: { $what }
plan-screen-legend-owned = owned
plan-screen-legend-unprotected = unprotected
plan-screen-legend-release = monthly release
plan-screen-legend-missed = release missed by some
plan-screen-legend-deadline = deadline
plan-screen-marker = The plan’s day on the timeline: { $day }
plan-screen-marker-keys = Arrow keys move it by a day or a week, Page Up and Page Down by a month
command-plan-as-text = Plan as text
plan-screen-as-text = View as text
plan-screen-as-cards = View as cards
plan-screen-export = Export
plan-screen-export-name = Export the plan
plan-screen-find = Find in the plan
plan-screen-find-before = Find the previous
plan-screen-find-next = Find the next
plan-screen-found = { $at } of { $all }
plan-screen-copy-text = Copy all
plan-screen-text-name = The plan as text
plan-screen-say = Plan: { $plan }; { $open }
plan-screen-say-nothing-now = nothing to order now
plan-screen-say-licences-now = { $count ->
    [one] { $count } licence to order now
   *[other] { $count } licences to order now
}
plan-screen-say-lines-now = { $count ->
    [one] { $count } line to order now
   *[other] { $count } lines to order now
}
plan-screen-say-open = { $count ->
    [0] no question open
    [one] { $count } question open
   *[other] { $count } questions open
}
plan-screen-more-days = { $count ->
    [one] Show { $count } more day
   *[other] Show { $count } more days
}

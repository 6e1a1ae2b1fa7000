# What would change a number or a verdict of the plan, and trying it.

whatif-title = What would change this
whatif-could = You could
whatif-if-so = If it were so
whatif-searching = Looking…
whatif-none = No other answer, and no two together, would change this.
whatif-try = Try: { $what }
whatif-try-hint = Click to try it; one undo takes it back
whatif-alike = The same with: { $answers }
whatif-tried = Tried: { $what }
whatif-undo = Undo
whatif-undo-it = Undo: { $what }
whatif-edit = what-if: { $what }
whatif-all-groups = { $count ->
    [one] Its only group
   *[other] All its { $count } groups
}
whatif-move = { $group }: move to { $answer }
whatif-make-physical = { $group }: run on physical endpoints
whatif-leaves = { $group }: leave the old system on { $answer }
whatif-runs = { $group }: running { $answer }
whatif-edition = { $group }: edition { $answer }
whatif-owns = { $group }: bought already, { $answer }
whatif-owns-nothing = { $group }: nothing bought yet
whatif-shared = { $group }: { $count ->
    [0] no endpoint is counted in another group
    [one] { $count } endpoint is counted in another group
   *[other] { $count } endpoints are counted in another group
}
whatif-in-group = { $group }: { $what }
whatif-answer = { $field }: { $answer }
whatif-with = { $field }: also { $answer }
whatif-without = { $field }: without { $answer }
whatif-order-on = Order on { $day }
whatif-missed = Missed releases: { $after } rather than { $before }
whatif-left-out = { $count ->
    [one] { $count } endpoint left without ESU
   *[other] { $count } endpoints left without ESU
}

# The sum behind an order line

whatif-reaching = { $group }: endpoints that reach the virtual machines
whatif-machines-not-counted = { $count ->
    [one] { $count } virtual machine itself: not counted
   *[other] { $count } virtual machines themselves: not counted
}
whatif-shared-not-counted = { $count ->
    [one] { $count } endpoint counted in another group: not counted here
   *[other] { $count } endpoints counted in another group: not counted here
}
whatif-owned-not-counted = { $count ->
    [one] { $count } licence bought already: not counted
   *[other] { $count } licences bought already: not counted
}
whatif-stands-for = { $group }, { $count ->
    [one] { $count } endpoint
   *[other] { $count } endpoints
}

# What an answer does to the order lines

whatif-lines-grow = { $lines ->
    [one] { $lines } order line grows by { $by }
   *[other] { $lines } order lines grow by { $by }
}
whatif-lines-shrink = { $lines ->
    [one] { $lines } order line shrinks by { $by }
   *[other] { $lines } order lines shrink by { $by }
}
whatif-lines-move = { $lines ->
    [one] another line takes the place of { $lines } order line
   *[other] other lines take the place of { $lines } order lines
}
whatif-lines-channel = { $lines ->
    [one] { $lines } order line goes through { $channel }
   *[other] { $lines } order lines go through { $channel }
}

# Decisions: one by one or all at once

whatif-one-at-a-time = One at a time
whatif-all-at-once = All at once
whatif-questions = Questions
whatif-answered-for = { $answered } of { $all } groups answered
whatif-by-groups = Answer group by group
whatif-open-question = Open the question { $field }
whatif-details = Effects
whatif-all-decided = All decided
whatif-all-decided-note = Nothing the plan hangs on is open.
whatif-see-plan = See the plan
whatif-keys = Keys: 1–9 choose, 0 for don’t know, ↑ ↓ other question, Enter next open

# FAQ entries and the lines of the plan that rest on them

whatif-in-plan = In this plan
whatif-in-plan-nothing = No line of the plan rests on it.
whatif-show-in-plan = Show in the plan: { $line }
whatif-line-order = Order line
whatif-line-row = Ledger
whatif-line-step = Step
whatif-line-day = Date
whatif-line-warning = Warning
whatif-line-note = Note
whatif-back-to = Back to { $id }
whatif-next-entry = Next entry
whatif-previous-entry = Previous entry
whatif-copy-entry = Copy entry { $id }

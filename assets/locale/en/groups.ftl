# The table of endpoint groups, rows from and for a spreadsheet.

groups-edit-duplicate = { $count ->
        [one] Group duplicated
       *[other] { $count } groups duplicated
    }
groups-edit-remove = { $count ->
        [one] Group removed
       *[other] { $count } groups removed
    }
groups-edit-move = { $count ->
        [one] Group moved
       *[other] { $count } groups moved
    }
groups-edit-take = { $count ->
        [one] Row added
       *[other] { $count } rows added
    }

groups-why-no-answer = Not one of the answers of “{ $field }”
groups-why-several = It can be one of these: { $names }
groups-why-no-edition = { $system } has no edition “{ $words }”
groups-why-no-year = Write the years as “Year 1: 170; Year 2: 20”
groups-why-too-long = The text has { $found } characters; { $most } are possible
groups-why-total = A total of { $total } can’t be shared equally by { $endpoints } endpoints: write how many each one has
groups-number-two-ways = “{ $text }” may be { $number } or a fraction: write { $number }
groups-date-two-ways = It may be { $one } or { $other }: write the one that is meant
groups-date-write = Write it as { $day }
groups-date-serial = This looks like a date stored as a number: format the column as a date

groups-ticked = { $count } of { $groups } ticked
groups-tick-all = Tick all groups
groups-filter = Filter groups
groups-shown = { $shown } of { $all } shown
groups-none-fit = No group matches these words
groups-copy = { $count ->
        [0] Copy this group for a spreadsheet
        [one] Copy the ticked group for a spreadsheet
       *[other] Copy { $count } groups for a spreadsheet
    }
groups-copy-table = Copy the table “{ $table }” for a spreadsheet
groups-type-to-narrow = Type to narrow the list
groups-nothing-like = Nothing matches “{ $words }”

groups-change = Change…
groups-change-ticked = { $count ->
        [one] Change { $count } group
       *[other] Change { $count } groups
    }
groups-change-field = Field
groups-change-answer = New answer
groups-change-note = { $count ->
        [one] The group gets this answer in one step, which undo takes back.
       *[other] All { $count } groups get this answer in one step, which undo takes back.
    }
groups-apply = Apply

groups-paste = Paste rows
groups-import = Import…
groups-rows-title = Rows from a spreadsheet
groups-rows-of = Rows from { $name }
groups-rows-how = Copy the rows in your spreadsheet and paste them here. Nothing changes until you have seen how they were understood.
groups-rows-here = Paste the rows here
groups-encoding = Encoding
groups-separator = Separated by
groups-separator-tab = Tabs
groups-separator-semicolon = Semicolons
groups-separator-comma = Commas
groups-has-heads = The first row names the columns
groups-column-number = Column { $number }
groups-column-holds = { $column } holds
groups-column-left-out = Leave out
groups-rows-found = { $rows ->
        [one] One row found.
       *[other] { $rows } rows found.
    }
groups-columns-left-out = { $count ->
        [one] One column is left out: { $names }.
       *[other] { $count } columns are left out: { $names }.
    }
groups-column-version = “{ $name }” tells the versions of Windows 10 apart.
groups-column-total = “{ $name }” is shared equally by the endpoints of each row.
groups-sum-left-out = Row { $row } sums up the others and is left out: { $text }
groups-all-understood = Every cell of the columns kept was understood
groups-not-understood = { $count ->
        [one] One cell was not understood
       *[other] { $count } cells were not understood
    }
groups-trouble = Row { $row }, { $column }: “{ $text }”. { $why }
groups-doubtful-unknown = Leave these cells unknown
groups-doubtful-left-out = Leave these rows out
groups-append = After the existing groups
groups-replace = In place of all groups
groups-add-rows = { $count ->
        [one] Add one group
       *[other] Add { $count } groups
    }
groups-replace-by-rows = { $count ->
        [one] Replace all groups with this one
       *[other] Replace all groups with these { $count }
    }

groups-command-paste = Paste rows from a spreadsheet…
groups-command-import = Import rows from a file…
groups-row-files = Rows from a spreadsheet
groups-import-title = Import rows
groups-cannot-import = The rows can’t be imported

groups-column-day = Day
groups-column-event = Event

groups-unknown = { $count ->
        [0] nothing unknown
       *[other] { $count } unknown
    }
groups-disputed = { $count ->
        [one] 1 disputed point
       *[other] { $count } disputed points
    }

# The start screen, the menu, the command palette, the sheet of keys and the glossary.

command-go-to-start = Start
command-palette = Search or run a command…
command-copy-summary = Copy summary
command-shortcuts = Keyboard shortcuts
command-glossary = Glossary

menu-title = Menu
menu-file = File
menu-edit = Edit
menu-view = View
menu-plan = Plan
menu-help = Help

tip-command-new = Begin with an empty profile
tip-command-open = Choose a saved profile
tip-command-open-path = Type or paste the path of a profile
tip-command-save = Write the profile to its file
tip-command-save-as = Write the profile to another file
tip-command-undo = Take the last change back
tip-command-redo = Make the change again that was taken back
tip-command-add-group = Add endpoints that share system, hosting and fate
tip-command-go-to-start = Recent files, recovered work and sample stories; what is open stays open
tip-groups-command-paste = Take endpoint groups from rows copied in a spreadsheet
tip-groups-command-import = Take endpoint groups from a CSV file
tip-command-plan-as-text = Show the plan as one text to read, search and copy
tip-command-go-to-profile = The organisation and its endpoints as a form
tip-command-go-to-decisions = The questions that matter for this profile
tip-command-go-to-plan = What to order, when, at what price, and how to deploy it
tip-command-go-to-faq = All sources, each with whether it applies
tip-command-palette = Find commands, fields, groups, questions, FAQ entries and terms
tip-command-find = Search all FAQ entries in both languages
tip-command-export-markdown = Write the plan for a wiki or an e-mail
tip-command-export-text = Write the plan as plain text
tip-command-export-json = Write the plan for other programs
tip-command-copy-summary = Copy the plan’s three lines for a message
tip-command-zoom-in = Draw everything larger
tip-command-zoom-out = Draw everything smaller
tip-command-zoom-reset = Draw everything at its usual size
tip-command-toggle-theme = Change between the light and the dark theme
tip-command-switch-language = Change between English and Polish
tip-command-preferences = Theme, language, zoom and what draws the window
tip-command-shortcuts = All commands with their keys
tip-command-glossary = The terms of the trade, explained in both languages
tip-command-about = Version, rule data and licences
tip-command-quit = End the program; unsaved changes are asked about

why-not-nothing-to-undo = Nothing to undo
why-not-nothing-to-redo = Nothing to redo
why-not-there-already = Already shown
why-not-usual-size = Already at its usual size

start-title = Extended Security Updates, planned
start-subtitle = What to order, by when, for how many endpoints, and why
start-line-profile = Describe the organisation and its endpoints. Leave unknown what you don’t know: the plan says what it assumed.
start-line-decisions = Answer only the questions that matter. Each says why it is asked and what every answer would change.
start-line-plan = Read the plan as it forms: orders, prices, deadlines and deployment. Every line names its source.
start-back = Back to { $name }
start-back-tip = Nothing was closed or lost (Esc)
start-drop = Or drop a profile anywhere on this window.
start-recent = Recent files
start-no-recent = Profiles that you open or save are listed here.
start-open-recent = Open { $name }, { $path }
start-forget = Remove { $name } from the list
start-missing = not found
start-drafts = Recovered work
start-drafts-text = The app ended before this was saved. Restoring opens it as unsaved changes; no file is touched.
start-samples = Sample stories
start-samples-count = { $count ->
    [one] 1 story
   *[other] { $count } stories
}
start-samples-text = Each opens as a profile without a file: try things out, the sample stays as it is.
start-samples-search = Search the sample stories
start-samples-none = No story tells of this.
start-samples-several = Several programmes
start-open-sample = Open sample { $name }: { $tells }
start-sample-opened = Sample opened; saving asks for a name

palette-kind-command = command
palette-kind-part = part of the plan
palette-kind-file = recent file
palette-kind-group = group
palette-kind-field = field
palette-kind-question = question
palette-kind-term = term
palette-kind-faq = FAQ
palette-kind-sample = sample
palette-organisation = Organisation
palette-search-faq = Search the FAQ for “{ $words }”
palette-nothing = Nothing is called this.
palette-count = { $count ->
    [0] No results
    [one] 1 result
   *[other] { $count } results
}
palette-count-of = { $shown } of { $count } results
palette-keys = Arrows choose · Enter goes there · Esc closes

keys-everywhere = Everywhere
keys-next = Next control
keys-previous = Previous control
keys-press = Press the control
keys-close = Close a dialog or a list
keys-tables = Tables and lists
keys-rows = Row above, row below
keys-ends = First row, last row
keys-groups = Table of groups
keys-cells = Cell to the left, to the right
keys-edit-cell = Edit the cell; typing begins anew
keys-clear-cell = Set the cell to unknown
keys-tick = Tick the row
keys-tick-all = Tick all rows
keys-tick-more = Tick the rows passed over
keys-move-group = Move the group up, down
keys-copy-rows = Copy the ticked rows
keys-paste-rows = Paste rows of a spreadsheet
keys-choose-answer = Choose an answer by its number
keys-questions = Question before, question after
keys-timeline = Marker of the timeline
keys-day = One day back, on
keys-week = One week back, on
keys-month = One month back, on
keys-timeline-ends = Beginning, end of the timeline
keys-decisions = Decisions
keys-next-question = Next open question

glossary-search = Search the terms
glossary-count = { $count ->
    [one] 1 term
   *[other] { $count } terms
}
glossary-nothing = No term is called this.
glossary-in-other-language = In Polish: { $term }
glossary-more = More in the FAQ:
glossary-spoken = { $term }, term

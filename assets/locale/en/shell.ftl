# The words of the window's frame: commands, dialogs, top bar, rail and status line.

command-new = New profile
command-open = Open…
command-open-path = Open by path…
command-save = Save
command-save-as = Save as…
command-undo = Undo
command-redo = Redo
command-add-group = Add group
command-go-to-profile = Go to Profile
command-go-to-decisions = Go to Decisions
command-go-to-plan = Go to Plan
command-go-to-faq = Go to FAQ
command-find = Search the FAQ
command-export-markdown = Export plan as Markdown…
command-export-text = Export plan as text…
command-export-json = Export plan as JSON…
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-reset = Usual size
command-toggle-theme = Light or dark theme
command-switch-language = Switch to Polish
command-about = About ESU Planner
command-quit = Quit

shell-title = ESU Planner
shell-window-title = { $edited ->
    [yes] ● { $file } – ESU Planner
   *[no] { $file } – ESU Planner
}
shell-unnamed = Unnamed profile
shell-suggested-name = profile
shell-suggested-plan-name = plan
shell-edited = edited
shell-search = Search or run a command
shell-programme = Programme
shell-programmes = { $count ->
    [one] { $count } programme
   *[other] { $count } programmes
}
shell-as-of = As of { $date }
shell-as-of-short = { $date }
shell-as-of-today = Today, { $date }
shell-as-of-title = Plan as of
shell-date-form = YYYY-MM-DD
shell-as-of-means = { $date }: { $year }
shell-as-of-form = Write the day as YYYY-MM-DD, for example 2022-03-01
shell-as-of-no-such-day = There is no such day
shell-as-of-range = The day must lie between 2000-01-01 and 2099-12-31
shell-in-year = in coverage year { $year }
shell-before-first-year = before the first coverage year
shell-after-last-year = after the last coverage year
shell-between-years = between two coverage years
shell-apply = Apply
shell-use-today = Today, { $date }
shell-earlier-year = ← Start of year { $year }, { $date }
shell-later-year = → Start of year { $year }, { $date }
shell-language-en = EN
shell-language-pl = PL
shell-language-en-name = English
shell-language-pl-name = Polski
shell-to-light = Light theme
shell-to-dark = Dark theme
shell-step = { $command }: { $step }
shell-edit-quote = Quote for { $sku }
shell-edit-add-group = Group added
shell-edit-as-of = As-of date
shell-software-renderer = { $name }, software
shell-saved-to = Saved: { $path }
shell-exported-to = Exported: { $path }
shell-nothing-picked = No file was chosen
shell-copied = Copied
shell-profile-files = ESU profiles
shell-markdown-files = Markdown files
shell-text-files = Text files
shell-json-files = JSON files
shell-pdf-files = PDF files
shell-drop-here = Drop a profile to open it

dialog-save = Save
dialog-dont-save = Don't save
dialog-cancel = Cancel
dialog-close = Close
dialog-open = Open
dialog-replace = Replace
dialog-type-path = Type a path…
dialog-unsaved-title = Save changes to { $file }?
dialog-unsaved-text = Without saving, what you have changed since the last save is lost.
dialog-cannot-open = The profile can't be opened
dialog-cannot-save = The file can't be saved
dialog-path-open-title = Open a profile
dialog-path-save-title = Save the profile
dialog-path-export-title = Export the plan
dialog-path-label = Path of the file
dialog-path-exists = There is a file at this path. Press again to replace it.
dialog-no-system-dialog = The system showed no file dialog. Type the path instead.
dialog-picking-title = Choose a file
dialog-picking-text = Choose the file in your system's dialog. If none appears, type its path.
dialog-about-title = ESU Planner { $version }
dialog-about-text = Turns an organisation's profile into a cited purchase and deployment plan for Extended Security Updates. It runs on Windows 10 or later and on Linux.
dialog-about-rules = Every line of the plan names the FAQ entries it rests on. Its rule data:
dialog-about-programme = { $programme }: edition { $edition }, checked on { $checked }
dialog-about-limits = Not a legal opinion and not an offer: licence terms and prices are settled by your agreement and your reseller.
dialog-about-offline = Nothing leaves this computer. Files are written only where you save them.
dialog-about-renderer = Drawn with { $renderer }
dialog-about-licences = MIT or Apache-2.0. Fonts: Inter and JetBrains Mono (OFL 1.1). Icons: Phosphor (MIT).

rail-profile = Profile
rail-decisions = Decisions
rail-plan = Plan
rail-faq = FAQ
rail-in-this-plan = In this plan
rail-summary = Summary
rail-ledger = Ledger
rail-orders = Orders
rail-exits = Ways out
rail-calendar = Calendar
rail-deployment = Deployment
rail-keys = Keys
rail-support = Support
rail-warnings = Warnings
rail-assumptions = Assumptions
rail-percent = { $count } %
rail-open = { $count } open
rail-warning-mark = { $count } !
rail-profile-spoken = Profile, { $count } % filled
rail-decisions-spoken = Decisions, { $count ->
    [0] none open
   *[other] { $count } open
}
rail-plan-spoken = Plan, { $count ->
    [0] no warnings
    [one] 1 warning
   *[other] { $count } warnings
}
rail-faq-spoken = FAQ, { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
rail-part-spoken = Plan: { $part }

status-saved = Saved
status-unsaved = Not saved
status-new = New profile
status-rules = Rule data { $programme }, edition { $edition }, checked { $checked }
status-rules-several = Rule data of { $count } programmes, checked { $checked }
status-zoom = { $percent } %

# Why a file can't be read or written
problem-unreadable = { $name } can’t be read: { $problem }. Check the path and its permissions.
problem-is-directory = { $name } is a directory. Choose a profile, a file that ends in .esu.
problem-too-large = { $name } is larger than 64 MiB and so no profile. Choose a file that ends in .esu.
problem-empty = { $name } is empty. Open another file or save the profile again.
problem-not-utf-8 = { $name }, line { $line }: this is not UTF-8 text. Save the profile as UTF-8.
problem-not-a-profile = { $name } is not an ESU profile. Choose a file that this app has saved.
problem-newer-version = { $name } was saved by a newer version of the app (version { $found }, this one reads up to { $supported }). Update the app.
problem-syntax = { $name }, line { $line }, column { $column }: { $problem }. Correct this place.
problem-unknown-id = { $name }, line { $line }: “{ $id }” is not known here. Use one of: { $expected }.
problem-unwritable = { $name } can’t be written: { $problem }. Save under another name or in another place.

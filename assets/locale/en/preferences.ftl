# The preferences, and what is said when the window starts otherwise than usual.

command-preferences = Preferences…

preferences-title = Preferences
preferences-theme = Theme
preferences-theme-light = Light
preferences-theme-dark = Dark
preferences-as-system = Same as the system
preferences-language = Language
preferences-zoom = Zoom
preferences-renderer = Renderer
preferences-renderer-automatic = Automatic
preferences-renderer-software = { $name }, without a graphics card
preferences-renderer-software-gl = { $name }, without a graphics card
preferences-renderer-later = Takes effect the next time the app starts
preferences-restart = Restart now, keep unsaved work
preferences-reset-place = Reset window position
preferences-forget-recent = { $count ->
    [0] No recent files
    [one] Forget { $count } recent file
   *[other] Forget { $count } recent files
}
preferences-broken = Your preferences could not be read, so the defaults apply; the old file is kept as preferences.broken.ron
preferences-newer = A newer version of the app wrote your preferences; what you change now is not remembered
preferences-unreadable = Your preferences can’t be read; what you change now is not remembered
preferences-unwritable = Your preferences can’t be written; what you change now is not remembered

start-skipped = { $renderer } was left out: the last starts with it ended early
start-not-there = There is no renderer “{ $renderer }” here
start-choice-failed = { $renderer } does not work here; { $instead } draws instead
start-device-lost = The graphics device was lost. The app has restarted with your work.
start-not-again = The app can’t restart: your unsaved work can’t be written to disk
start-no-window =
    ESU Planner can’t open its window. What was tried:

    { $reasons }

    Plans can be made without a window: esu-planner plan FILE

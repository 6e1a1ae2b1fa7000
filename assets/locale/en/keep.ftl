# Unsaved work: drafts, recovery, crashes, and files that others write or have open.

keep-status-kept = Not saved, draft kept at { $time }
keep-failed = No draft can be kept ({ $problem }): save often
keep-status-changed = { $file } was changed by another program
keep-status-changed-unsaved = { $file } was changed by another program: saving will ask
keep-status-gone = { $file } was removed or moved: saving writes it again
keep-reload = Reload
keep-reload-name = Reload { $file }
keep-reloaded = Reloaded: { $file }
keep-reloaded-with-draft = Reloaded: { $file }. Your changes are kept as a draft

keep-recovery-title = Unsaved work was found
keep-recovery-text = The app ended before this was saved. Restoring opens it as unsaved: your file stays as it is until you save.
keep-draft-line = { $date }, { $time } · { $groups ->
    [0] no groups
    [one] 1 group
   *[other] { $groups } groups
}
keep-never-saved = Never saved to a file
keep-file-changed = The file was changed after this work began. Saving will ask before it is overwritten.
keep-file-gone = The file is no longer there. Saving writes it again.
keep-draft-broken = The draft stays where it is until you delete it.
keep-restore = Restore
keep-restore-name = Restore { $name }
keep-delete = Delete
keep-delete-name = Delete draft { $name }
keep-delete-for-good = Delete for good
keep-delete-for-good-name = Delete draft { $name } for good
keep-not-now = Not now
keep-restored = Restored: not saved yet
keep-cannot-restore = The draft can’t be restored
keep-taken = Another window has restored or deleted it.
keep-cannot-reload = Your changes can’t be kept as a draft now, so the file was not read again. Save them under another name first.

keep-changed-title = { $file } was changed by another program
keep-changed-text = Saving now would overwrite those changes. Save yours under another name, or reload the file: your changes then stay as a draft.
keep-overwrite = Overwrite

keep-elsewhere-title = { $file } is open in another window
keep-elsewhere-text = If both windows save, one undoes the work of the other. A copy has no file yet, so nothing is overwritten.
keep-open-copy = Open as a copy
keep-open-anyway = Open anyway

keep-still-draft = Nothing is lost: what you typed is kept as a draft, also if the app closes.
keep-still-open = What you typed is still here, but no draft of it can be kept. Leave the window open until it is saved.

keep-crash-title = ESU Planner has stopped
keep-crash-with-draft = Something went wrong in the app. Your unsaved work is kept and will be offered at the next start:
keep-crash-nothing-lost = Something went wrong in the app. Everything was saved.
keep-crash-lost = Something went wrong in the app, and the unsaved work could not be written to the disk.
keep-crash-account = What happened, without anything from your profile:

# Print and export: pages, printers and files of the plan.

paper-title = Print and export
paper-top-bar = Print
paper-back = Back to where you were
paper-print-plan = Print or export the plan
paper-command-print = Print and export…
paper-command-save-pdf = Save plan as PDF…
paper-command-open-in-viewer = Open in viewer
tip-paper-command-print = Shows the plan page by page, and prints it, saves it or exports it
tip-paper-command-save-pdf = Saves the plan as PDF, tagged for screen readers
tip-paper-command-open-in-viewer = Shows the plan as PDF in the viewer of this computer

paper-under-way = Laying out the pages…
paper-failed = The pages can’t be laid out
paper-fault = This is a fault of the app, not of your profile. { $problem }
paper-standing = { $count ->
    [one] 1 page
   *[other] { $count } pages
}, { $paper }
paper-pages-name = Pages of the plan
paper-page-name = Page { $page } of { $count }
paper-page-before = Page before
paper-page-next = Next page
paper-page-field = Go to page
paper-page-of = of { $count }
paper-zoom = Zoom of the pages
paper-zoom-in = Larger pages
paper-zoom-out = Smaller pages
paper-fit-width = Fit width
paper-fit-page = Fit page
paper-keys-pages = One page or window on
paper-keys-ends = First page, last page
paper-keys-zoom = Larger, smaller

paper-no-groups = There is nothing to print yet
paper-no-groups-text = Add a group of endpoints: the plan and its pages follow.
paper-no-parts = Every part is left out
paper-no-parts-text = Choose at least one part to have pages.

paper-document = Document
paper-language = Language
paper-paper = Paper
paper-a4 = A4
paper-letter = US Letter
paper-redact = Leave out names and notes
paper-redact-text = The organisation isn’t named, groups are numbered; makers and notes are left out.
paper-parts = Parts
paper-all = All
paper-none = None
paper-all-parts = Include all parts
paper-none-of-the-parts = Include no parts
paper-print = Print…
paper-save-pdf = Save PDF…
paper-not-ready = There are no pages yet
paper-making = Making the file…
paper-still-making = The file is still being made: close the window in a moment
paper-opening = Opening the viewer…
paper-opened = Opened in the viewer
paper-cannot-open = The viewer can’t be opened
paper-note-redacted = without names and notes
paper-note-left-out = { $count ->
    [one] 1 part left out
   *[other] { $count } parts left out
}

paper-exports = Other formats
paper-pdf = PDF
paper-pdf-for = To read, hand over and keep
paper-markdown = Markdown
paper-markdown-for = For wikis and issue trackers
paper-text = Plain text
paper-text-for = For mail and terminals
paper-json = JSON
paper-json-for = For other programs; always whole
paper-as-text = Plan as text
paper-as-text-for = To read aloud, search and copy

paper-print-title = Print the plan
paper-print-close = Close the print panel
paper-print-now = Print
paper-print-not-filled = Correct what is marked above
paper-print-instead = Without a printer, save the PDF or open it in your viewer and print it from there.
paper-printer = Printer
paper-printer-default = default
paper-printers-asked = Asking for printers…
paper-printers-none = No printer was found
paper-printers-refresh = Refresh the list
paper-printer-by-address = By address…
paper-printer-address = Address of a network printer
paper-printer-address-hint = printer.example or ipp://…
paper-printer-find = Find
paper-printer-looking = Asking the printer…
paper-printer-cannot = this printer can’t
paper-copies = Copies
paper-copies-fewer = One copy fewer
paper-copies-more = One copy more
paper-copies-wrong = Write a number from 1 to { $most }
paper-pages = Pages
paper-pages-all = All, or 1-3, 5
paper-sides = Sides
paper-colour = Colour
paper-on-paper = On { $paper }, as the pages are laid out

paper-still-sending = The pages are still being sent to the printer: wait, or cancel printing
paper-job-on = To { $printer }
paper-job-begun = Preparing the pages
paper-job-cancelling = Cancelling…
paper-job-cancel = Cancel printing
paper-job-leave = Leave in queue
paper-job-dismiss = OK
paper-job-dismiss-name = Close the account of the job

paper-command-html = Export plan as HTML…
paper-command-csv = Export order lines as CSV…
paper-command-ics = Export calendar…
paper-command-kit = Export deployment kit…
paper-command-letters = Letters…
tip-paper-command-html = Writes the plan as one page for a browser
tip-paper-command-csv = Writes the order lines as a table for a spreadsheet
tip-paper-command-ics = Writes the days to keep for Outlook and other calendars
tip-paper-command-kit = Writes runbooks and scripts for each group as a ZIP archive
tip-paper-command-letters = Shows the requests to the OEM, the account team and the partner that this plan needs
paper-html = Web page
paper-html-for = One HTML file, nothing beside it
paper-csv = Order lines
paper-csv-for = CSV for spreadsheets and purchasing
paper-ics = Calendar
paper-ics-for = Days to keep, for Outlook and others
paper-kit = Deployment kit
paper-kit-for = Runbooks and scripts, packed as ZIP
paper-suggested-kit = kit
paper-kit-files = ZIP archives
paper-mail-files = E-mail drafts
paper-letters = Letters
paper-letters-for = Requests to OEM, account team, partner
paper-letters-count = { $count ->
    [0] None is needed
    [one] 1 letter
   *[other] { $count } letters
}
paper-letters-text = Ready requests, filled from the profile. What only you know stands in square brackets.
paper-letters-none = This plan needs no letters
paper-letters-none-text = Nothing in it is asked for by letter.
paper-letters-close = Close the letters
paper-letter-name = Letter: { $subject }
paper-letter-copy = Copy
paper-letter-copy-name = Copy the letter
paper-letter-text = Save as text…
paper-letter-mail = Save as e-mail…
paper-letter-title = Save the letter
paper-letter-attach = To attach

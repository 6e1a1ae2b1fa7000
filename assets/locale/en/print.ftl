# Printers, jobs and what the print system says of them.

print-because = { $text }: { $why }
print-said = “{ $words }”

print-printer-idle = Ready
print-printer-printing = Printing
print-printer-stopped = Stopped
print-printer-not-accepting = Takes no jobs

print-no-printers = The print system has no printers
print-default = { $name } (default)
print-warning-stopped = { $name }: { $state }. The job will wait until someone sees to it.

print-security-unproven = Encrypted, but nobody vouches for the printer’s certificate: make sure that the address is right
print-security-open = Not encrypted: others on the network can read along

print-sides-one = One side
print-sides-long-edge = Both sides, turned on the long edge
print-sides-short-edge = Both sides, turned on the short edge
print-colour = In colour
print-monochrome = Black and white

print-lacks-copies = { $most ->
    [one] This printer makes one copy of a job: one is printed
   *[other] This printer makes { $most } copies of a job at most: { $most } are printed
}
print-lacks-sides = This printer can’t print on both sides like this: it prints on one
print-lacks-paper = This printer does not list this paper: it may scale the pages or wait for paper
print-lacks-colour = This printer has no colours: it prints in black and white
print-lacks-monochrome = This printer can’t be told to leave colours out

print-reason-aborted-by-system = given up by the print system
print-reason-account-authorization-failed = the printer’s account does not allow it
print-reason-connecting-to-device = connecting to the printer
print-reason-cover-open = a cover is open
print-reason-document-format-error = the printer can’t read the document
print-reason-document-unprintable-error = the printer can’t print the document
print-reason-door-open = a door is open
print-reason-interlock-open = a cover or door is open
print-reason-job-canceled-by-operator = cancelled by an administrator
print-reason-job-canceled-by-user = cancelled by its owner
print-reason-job-hold-until-specified = held in the queue
print-reason-marker-supply-empty = out of toner or ink
print-reason-marker-supply-low = toner or ink is low
print-reason-marker-waste-almost-full = waste container nearly full
print-reason-marker-waste-full = waste container full
print-reason-media-empty = out of paper
print-reason-media-jam = paper jam
print-reason-media-low = paper is low
print-reason-media-needed = paper has to be loaded
print-reason-moving-to-paused = is being paused
print-reason-offline = printer is switched off or not connected
print-reason-output-area-full = output tray is full
print-reason-output-tray-missing = output tray is missing
print-reason-paper-problem = trouble with the paper
print-reason-paused = paused
print-reason-printer-stopped = the printer has been stopped
print-reason-resources-are-not-ready = what the job needs is not ready
print-reason-spool-area-full = no room left for jobs
print-reason-stopped-partly = partly stopped
print-reason-timed-out = the printer does not answer
print-reason-toner-empty = out of toner
print-reason-toner-low = toner is low
print-reason-user-intervention-needed = someone has to see to the printer

print-news-sending = Sending the pages
print-news-accepted = The print system has taken the job as number { $job }
print-news-ignored = The print system leaves out or changes: { $names }
print-news-no-answer = The print system does not answer; asking again

print-job-pending = Waiting in the queue
print-job-held = Held in the queue
print-job-processing = Being printed
print-job-processing-sides = { $sides ->
    [one] Being printed, 1 side done
   *[other] Being printed, { $sides } sides done
}
print-job-stopped = Stopped
print-job-stopped-unexplained = Stopped, and the print system does not say why: look at the printer and its queue
print-job-cancelled = Cancelled
print-job-aborted = Given up
print-job-aborted-unexplained = Given up, and the print system does not say why: look at the printer and its queue
print-job-completed = The print system reports: completed

print-end-forgotten = The print system no longer lists job { $job } and does not say how it ended. Look at the printer.
print-end-left = Job { $job } stays in the queue ({ $state })

print-pages-not-pages = “{ $part }” is no page: write pages like 1-3, 5
print-pages-backwards = “{ $part }” ends before it begins
print-pages-past-the-end = { $count ->
    [one] The document has only one page
   *[other] The document has only { $count } pages
}

print-error-said = { $text } It says: “{ $words }”
print-error-no-spooler = No print system answers on this computer ({ $address }). Save the PDF and open it in your viewer, or print to a network printer by its address.
print-error-no-such-printer = The print system has no printer “{ $name }”. Choose another.
print-error-no-default = No printer is the default one. Name one; esu-planner printers lists them.
print-error-bad-address = “{ $address }” is no address of a printer. Write its name or IP address, or all of it like ipp://printer.example/ipp/print.
print-error-not-a-printer = Something answers at { $address }, but it is no printer. Check the address and the path at its end.
print-error-password = { $address } wants a name and a password, which this app can’t give. Save the PDF and print it from your viewer.
print-error-not-allowed = { $address } does not let you print. Ask whoever looks after the printer.
print-error-no-such-host = No computer or printer is called { $address }. Check the spelling, or use the IP address.
print-error-connection-refused = Nothing takes print jobs at { $address }. Check that the printer is on and has IPP switched on.
print-error-too-slow = { $address } does not answer. Check that it is switched on and on the same network.
print-error-encryption = No encrypted connection to { $address } can be made ({ $problem }). Check the address, or try ipp:// instead of ipps://.
print-error-unreachable = { $address } can’t be reached ({ $problem }).
print-error-no-form = This printer takes neither PDF nor PWG raster, so the plan can’t be sent to it. Choose another printer, or save the PDF and print it from your viewer.
print-error-not-accepting = The printer takes no new jobs now, so nothing was sent. Choose another, or ask whoever looks after it to let jobs in.
print-error-busy = The printer is busy and takes no second job, so nothing was sent. Try again in a moment.
print-error-no-room = The print system has no room for the job, so nothing is printed. Free disk space where it keeps its jobs, or print fewer pages.
print-error-refused = The print system refuses the job ({ $status }), so nothing is printed.
print-error-broken = The connection broke while the pages were being sent ({ $problem }), so the job is not complete. Look at the queue and print again.
print-error-lost = The print system stopped answering after it had taken job { $job }. Look at the printer before you print again.
print-error-layout = The pages can’t be made ({ $problem }). This is a fault of the app.
print-error-system = The system’s printing failed in { $what }: { $problem }.

print-viewer-none = No app is set up to show PDF files. Save the file and open it on a computer that has one.
print-viewer-failed = The viewer can’t be started ({ $problem }).

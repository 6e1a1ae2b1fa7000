# The plan for other programs: tables, calendars and web pages.

export-html-files = Web pages
export-csv-files = CSV tables
export-calendar-files = Calendars

export-line = No.
export-sku-id = SKU id
export-available-from = On sale from
export-starts-on = Charged from
export-groups = Groups (units)
export-reasons = Reasons
export-faq = FAQ entries

export-calendar-nothing-ahead = No days to keep lie ahead in this ESU plan
export-calendar-sources = FAQ entries: { $faq }
export-calendar-plan = From the plan as of { $day }

export-event-window-starts = Coverage begins
export-event-window-ends = Coverage ends
export-event-sales-start = Sales begin
export-event-order-by = Order deadline
export-event-refund-opens = Refunds open
export-event-invoice = Invoice
export-event-patch-tuesday = Patch Tuesday
export-event-component-ends = Component’s support ends
export-event-embedded-term = Embedded system’s term
export-event-requirement = Requirement changes
export-event-group-leaves = Group leaves

export-page-contents = Contents
export-page-done = Done
export-page-not-done = Not done
export-page-commands = Commands to copy

# The plan on pages.
report-as-of = as of { $day }
report-page = Page { $page } of { $pages }
report-page-name = page
report-contents = Contents
report-done = Done
report-to-do = To do
report-cited-on = First cited on page
report-stand-ins = Signs that the fonts of this document lack are shown as □: { $signs }
report-share = { $verdict }: { $endpoints }
report-figure-shares = Bar of the endpoints by verdict. { $shares }.
report-figure-timeline = Timeline from { $first } to { $last }, with the plan’s day { $asof } marked. { $lanes }
report-figure-missed = { $count ->
    [one] { $count } release missed by some
   *[other] { $count } releases missed by some
}
report-figure-releases = { $count ->
    [one] { $count } monthly release
   *[other] { $count } monthly releases
}
report-figure-days = days { $days }
report-legend-leaving = until groups leave
report-legend-oem = year of the OEM’s ESU

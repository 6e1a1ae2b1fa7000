# The plan screen: costs, checklist, timeline, text view, announcements.
plan-screen-progress = { $done } of { $all } done
plan-screen-edit-done = Ticking “{ $step }”
plan-screen-edit-not-done = Unticking “{ $step }”
plan-screen-done-for = Done for: { $groups }
plan-exposed-after-support = { $endpoints } ({ $groups }): all updates until { $since }; no ESU is sold for them.
summary-exposed-after-support = { $count ->
    [one] { $count } endpoint had every update until { $day }; no ESU is sold for it.
   *[other] { $count } endpoints had every update until { $day }; no ESU is sold for them.
}
plan-screen-by-group = By group
plan-screen-by-phase = By phase
plan-screen-groups = Groups and their steps
plan-screen-column-done = Steps
plan-screen-no-steps-of-group = Nothing to deploy for this group
plan-screen-groups-done = Groups: { $done }
plan-screen-tick = Done: { $step }
plan-screen-tick-of-group = Done for { $group }: { $step }
plan-screen-tick-hint = Tick when it is done; saved with the groups
plan-screen-tick-rest-hint = Done for some groups; tick for the rest
plan-screen-untick-hint = Done; take the tick back

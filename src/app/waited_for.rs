//! How the program for a console tells the one with the window that it waits for it.

/// The variable that is set then. The program with the window passes it on when it starts itself
/// again, since it waits as well.
pub(super) const WAITED_FOR: &str = "ESU_PLANNER_WAITED_FOR";

//! The chart's bars and days as they are told.

use crate::i18n::{count, date, say, tr_with};
use crate::report::figures::{Bar, Lane, Mark};
use crate::ui::View;

/// One bar in words: `Coverage: Year 1, 15 Jan 2020 to 12 Jan 2021`.
pub(super) fn bar_words(view: &View<'_>, lane: &Lane, bar: &Bar) -> String {
    let last = bar.to.pred_opt().unwrap_or(bar.to);
    tr_with(
        view.language,
        "plan-ui-bar-spoken",
        &[
            ("label", lane.label.as_str().into()),
            ("words", bar.words.as_str().into()),
            ("from", date(view.language, bar.from).into()),
            ("to", date(view.language, last).into()),
        ],
    )
}

/// A day in words: `8 Mar 2022: monthly security release; …`.
pub(super) fn mark_words(view: &View<'_>, mark: &Mark) -> String {
    const MOST: usize = 4;
    let language = view.language;
    let entries = mark.entries.iter();
    let mut words: Vec<String> = entries
        .take(MOST)
        .filter_map(|index| view.plan.calendar.get(*index))
        .map(|entry| view.tagged(entry.programme, &say(language, &entry.title)))
        .collect();
    if let Some(more) = mark
        .entries
        .len()
        .checked_sub(MOST)
        .filter(|more| *more > 0)
    {
        let more = [("count", count(more as u64))];
        words.push(tr_with(language, "widget-more", &more));
    }
    tr_with(
        language,
        "plan-screen-day-spoken",
        &[
            ("day", date(language, mark.day).into()),
            ("what", words.join("; ").into()),
        ],
    )
}

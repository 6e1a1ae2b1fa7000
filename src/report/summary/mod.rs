//! The plan in three lines that a director can read.

mod exposure;
mod orders;
mod others;
mod sums;

pub use orders::order_sentences;

use super::ReportInput;
use super::words::Words;

/// Three lines: what to order, what is unprotected, and who needs no order.
pub fn summary_lines(input: &ReportInput<'_>) -> [String; 3] {
    let words = Words::new(input);
    [
        orders::orders(input, &words),
        exposure::exposure(input, &words),
        others::others(input, &words),
    ]
}

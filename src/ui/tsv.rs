//! Tables as text for a spreadsheet: tabs between cells, a line for each row.
//!
//! Numbers lose the grouping of their thousands and keep the decimal sign of the language, which
//! is what a spreadsheet in that language reads as a number. A text is never a formula: what
//! begins like one gets an apostrophe before it, which spreadsheets take for "this is text".

use crate::domain::money::Money;
use crate::domain::text::Language;

/// Writes one row after the others.
pub fn push_row<S: AsRef<str>>(text: &mut String, cells: impl IntoIterator<Item = S>) {
    for (position, cell) in cells.into_iter().enumerate() {
        if position > 0 {
            text.push('\t');
        }
        let cell = harmless(cell.as_ref());
        if cell.starts_with('"') {
            // Otherwise it would hold what follows together, as far as the next one.
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}

/// A text that stays on its line and in its cell, and that no spreadsheet carries out.
pub fn harmless(text: &str) -> String {
    let one_line: String = text
        .trim()
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if begins_like_a_formula(&one_line) && !is_number(&one_line) {
        format!("'{one_line}")
    } else {
        one_line
    }
}

/// The text as it was before [`harmless`] put an apostrophe before it.
pub fn without_apostrophe(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_like_a_formula(rest) => rest,
        _ => text,
    }
}

/// Apostrophes before such a text count, so that taking one away gives back what was there.
fn begins_like_a_formula(text: &str) -> bool {
    // Some programs leave out what can't be seen, and take full-width signs for the others.
    text.trim_start_matches(['\'', '\u{200b}', '\u{200e}', '\u{200f}', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

/// An amount as a spreadsheet of the language reads it: without its currency and its thousands.
pub fn amount(language: Language, money: Money) -> String {
    match language {
        Language::English => money.decimal(),
        Language::Polish => money.decimal().replace('.', ","),
    }
}

/// A number as it is shown, without the grouping of its thousands: `14,500.00` becomes `14500.00`,
/// `14 500,00` becomes `14500,00`. Other texts stay as they are.
pub fn plain_number(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut plain = String::with_capacity(text.len());
    for (at, letter) in letters.iter().enumerate() {
        let groups = at > 0
            && is_digit(at - 1)
            && (1..=3).all(|step| is_digit(at + step))
            && !is_digit(at + 4);
        let is_grouping = matches!(letter, ',' | '\u{a0}' | '\u{202f}');
        if !(is_grouping && groups) {
            plain.push(*letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_never_a_formula_and_comes_back_as_it_was() {
        for text in [
            "=1+1",
            "+a",
            "-a",
            "@x",
            "'=1",
            "''@",
            "a=b",
            "'quoted'",
            "-5",
            "＝1",
            "\u{200e}=1",
            "'\u{feff}@",
        ] {
            let written = harmless(text);
            assert!(
                !written.starts_with(['=', '@', '＝', '\u{200e}']),
                "{written}"
            );
            assert_eq!(without_apostrophe(&written), text, "{written}");
        }
        assert_eq!(harmless("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(harmless("-20.5"), "-20.5");
        assert_eq!(harmless("two\nlines\tand a tab"), "two lines and a tab");
    }

    #[test]
    fn a_quotation_mark_at_the_start_of_a_cell_holds_nothing_together() {
        let mut text = String::new();
        push_row(&mut text, ["\"Ward", "a \"b\" c", "\"=1+1\""]);
        push_row(&mut text, ["x\"", "", "y"]);
        assert_eq!(
            text,
            "\"\"\"Ward\"\ta \"b\" c\t\"\"\"=1+1\"\"\"\nx\"\t\ty\n"
        );
        let sheet = crate::ui::rows::Sheet::of(&text, crate::ui::rows::Separator::Tab);
        let cells = [sheet.cell(0, 0), sheet.cell(0, 1), sheet.cell(0, 2)];
        assert_eq!(cells, ["\"Ward", "a \"b\" c", "\"=1+1\""]);
        assert_eq!([sheet.cell(1, 0), sheet.cell(1, 2)], ["x\"", "y"]);
    }

    #[test]
    fn an_amount_has_the_decimal_sign_of_the_language() {
        let money = Money {
            minor_units: 1_450_005,
            currency: crate::domain::money::Currency::USD,
        };
        assert_eq!(amount(Language::English, money), "14500.05");
        assert_eq!(amount(Language::Polish, money), "14500,05");
    }

    #[test]
    fn numbers_lose_their_grouping_and_keep_their_decimals() {
        for (shown, plain) in [
            ("14,500.00", "14500.00"),
            ("1,234,567", "1234567"),
            ("14\u{a0}500,00", "14500,00"),
            ("1\u{a0}234\u{a0}567", "1234567"),
            ("50,00", "50,00"),
            ("from 13 Oct 2027, later", "from 13 Oct 2027, later"),
        ] {
            assert_eq!(plain_number(shown), plain);
        }
    }
}

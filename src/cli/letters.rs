//! `letters`: the requests that a plan needs, printed or written into a folder.

use std::io::Write;

use chrono::NaiveDate;

use super::arguments::{LetterFormat, LettersCall};
use super::plan::{Asked, report_of};
use super::{CallError, DONE, write_file};
use crate::i18n::tr;
use crate::letters::{Letter, letters, to_mail, to_text};

pub(super) fn run(
    call: &LettersCall,
    today: NaiveDate,
    out: &mut dyn Write,
) -> Result<u8, CallError> {
    let language = call.texts.language();
    let asked = Asked {
        file: &call.file,
        planned: &call.planned,
        language,
    };
    let names = call.redaction.names();
    let letters = report_of(&asked, today, |report| Ok(letters(report, names)))?;
    if letters.is_empty() {
        writeln!(out, "{}", tr(language, "letters-none"))?;
        return Ok(DONE);
    }
    match &call.output {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(|error| CallError::write(folder, &error))?;
            for letter in &letters {
                let (bytes, extension) = written(letter, call.format);
                // An id is made of letters, digits and hyphens, so it never leads elsewhere.
                let path = folder.join(format!("{}.{extension}", letter.id));
                write_file(&path, &bytes)?;
                writeln!(out, "{}", path.display())?;
            }
        }
        None => {
            for (position, letter) in letters.iter().enumerate() {
                if position > 0 {
                    writeln!(out, "\n{}\n", "=".repeat(76))?;
                }
                out.write_all(to_text(letter).as_bytes())?;
            }
        }
    }
    Ok(DONE)
}

fn written(letter: &Letter, format: LetterFormat) -> (Vec<u8>, &'static str) {
    match format {
        LetterFormat::Text => (to_text(letter).into_bytes(), "txt"),
        LetterFormat::Mail => (to_mail(letter), "eml"),
    }
}

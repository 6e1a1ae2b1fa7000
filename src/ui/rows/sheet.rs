//! From bytes to cells: how letters are coded, and what separates the cells.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};

/// How the letters of a file are coded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    #[default]
    Utf8,
    /// Windows-1250, which Polish Excel writes.
    Windows1250,
    /// Windows-1252, which English Excel writes.
    Windows1252,
    /// UTF-16, "Unicode text" of Excel.
    Utf16Le,
    /// UTF-16 with the larger byte first.
    Utf16Be,
}

impl Encoding {
    /// All of them, the likely ones first.
    pub const ALL: [Self; 5] = [
        Self::Utf8,
        Self::Windows1250,
        Self::Windows1252,
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// Its usual name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1250 => "Windows-1250",
            Self::Windows1252 => "Windows-1252",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
        }
    }

    /// The likely coding: a byte order mark says it; zeros in every second byte mean UTF-16; what is
    /// sound UTF-8 is UTF-8; all else was written by Excel in the system's own code page, of which
    /// Windows-1250 is the one with Polish letters.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(&[0xff, 0xfe]) {
            return Self::Utf16Le;
        }
        if bytes.starts_with(&[0xfe, 0xff]) {
            return Self::Utf16Be;
        }
        let few = bytes.get(..bytes.len().min(400)).unwrap_or_default();
        let zeros = |first: usize| {
            let every = few.iter().skip(first).step_by(2);
            every.filter(|byte| **byte == 0).count()
        };
        if zeros(1) * 4 > few.len() {
            Self::Utf16Le
        } else if zeros(0) * 4 > few.len() {
            Self::Utf16Be
        } else if std::str::from_utf8(bytes).is_ok() {
            Self::Utf8
        } else {
            Self::Windows1250
        }
    }
}

/// The text of a file, without its byte order mark; letters that can't be are replaced by `�`.
pub fn decode(bytes: &[u8], encoding: Encoding) -> String {
    let coding = match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Windows1250 => WINDOWS_1250,
        Encoding::Windows1252 => WINDOWS_1252,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
    };
    let (text, _) = coding.decode_with_bom_removal(bytes);
    text.into_owned()
}

/// What separates the cells of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A tab: what a spreadsheet copies.
    #[default]
    Tab,
    /// A semicolon: the "comma" of Polish Excel.
    Semicolon,
    /// A comma.
    Comma,
}

impl Separator {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Tab, Self::Semicolon, Self::Comma];

    fn sign(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Comma => b',',
        }
    }

    /// The separator of which the first lines have the most alike.
    pub fn of(text: &str) -> Self {
        let count = |separator: Self| {
            let sign = char::from(separator.sign());
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let counts = lines.take(20).map(|line| line.matches(sign).count());
            counts.min().unwrap_or(0)
        };
        let first_line = |separator: Self| {
            let sign = char::from(separator.sign());
            text.lines().next().map_or(0, |l| l.matches(sign).count())
        };
        let mut best = Self::Tab;
        for separator in Self::ALL {
            let key = |it| (count(it), first_line(it));
            if key(separator) > key(best) {
                best = separator;
            }
        }
        best
    }
}

/// The cells of a table as they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows that are not empty.
    pub rows: Vec<SheetRow>,
    /// How many columns the widest row has.
    pub width: usize,
}

/// One row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number where it was, from 1.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Sheet {
    /// Takes a text apart; quotation marks hold separators and line breaks together.
    pub fn of(text: &str, separator: Separator) -> Self {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator.sign())
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut sheet = Self::default();
        // A text can't fail to be read.
        for record in reader.records().flatten() {
            let line = record.position().map_or(0, csv::Position::record);
            let cells: Vec<String> = record
                .iter()
                .map(|cell| cell.trim_matches(is_blank).to_owned())
                .collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            sheet.width = sheet.width.max(cells.len());
            sheet.rows.push(SheetRow {
                number: usize::try_from(line)
                    .unwrap_or(usize::MAX)
                    .saturating_add(1),
                cells,
            });
        }
        let is_empty = |sheet: &Self, column: usize| {
            let mut rows = sheet.rows.iter();
            rows.all(|row| row.cells.get(column).is_none_or(String::is_empty))
        };
        // Columns at the right in which nothing stands.
        while sheet.width > 0 && is_empty(&sheet, sheet.width - 1) {
            sheet.width -= 1;
        }
        sheet
    }

    /// A cell; empty where the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let row = self.rows.get(row);
        row.and_then(|row| row.cells.get(column))
            .map_or("", String::as_str)
    }
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codings_of_polish_excel_are_told_apart() {
        let text = "Nazwa;Liczba\nŁódź;170\nżółć;12\n";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let (cp1250, _, _) = WINDOWS_1250.encode(text);
        let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (with(&[0xef, 0xbb, 0xbf], text.as_bytes()), Encoding::Utf8),
            (cp1250.to_vec(), Encoding::Windows1250),
            (with(&[0xff, 0xfe], &utf16), Encoding::Utf16Le),
            (utf16, Encoding::Utf16Le),
            (with(&[0xfe, 0xff], &big), Encoding::Utf16Be),
        ] {
            assert_eq!(Encoding::of(&bytes), encoding);
            assert_eq!(decode(&bytes, encoding), text);
        }
    }

    #[test]
    fn separators_are_found_and_quotation_marks_hold_together() {
        let text = "a;b, with a comma;c\n\"d; e\";\"two\nlines\";f\n;;\n";
        assert_eq!(Separator::of(text), Separator::Semicolon);
        let sheet = Sheet::of(text, Separator::Semicolon);
        assert_eq!(sheet.rows.len(), 2);
        assert_eq!(sheet.width, 3);
        assert_eq!(sheet.cell(1, 0), "d; e");
        assert_eq!(sheet.cell(1, 1), "two\nlines");
        assert_eq!(sheet.cell(1, 9), "");
        assert_eq!(Separator::of("a\tb;c\n1\t2\n"), Separator::Tab);
        assert_eq!(Separator::of("a,b\n\"1;5\",2\n"), Separator::Comma);
        assert_eq!(Separator::of("one\ntwo"), Separator::Tab);
    }
}

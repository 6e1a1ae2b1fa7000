//! Names of folders, and texts in ASCII.

/// The longest a folder's name gets after its number, so that paths stay far from 260 characters.
const LONGEST: usize = 40;

/// The folder of a group: its number, which no other has and no reserved name begins with, and its
/// name in letters that every system and every ZIP reader of Windows 7 takes.
pub(super) fn folder(number: usize, of: usize, name: &str) -> String {
    let width = of.to_string().len().max(2);
    let mut readable = String::new();
    for character in ascii(name).chars() {
        if readable.len() >= LONGEST {
            break;
        }
        if character.is_ascii_alphanumeric() {
            readable.push(character);
        } else if !readable.is_empty() && !readable.ends_with('-') {
            readable.push('-');
        }
    }
    let readable = readable.trim_end_matches('-');
    if readable.is_empty() {
        format!("{number:0width$}-group")
    } else {
        format!("{number:0width$}-{readable}")
    }
}

/// The text in ASCII: Latin letters lose their marks, typographic signs become plain ones, and
/// what is left over is a space.
pub(super) fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            character if character.is_ascii() && !character.is_ascii_control() => {
                plain.push(character);
            }
            '“' | '”' | '„' | '‘' | '’' | '‚' => plain.push('\''),
            '–' | '—' | '−' => plain.push('-'),
            '…' => plain.push_str("..."),
            '×' => plain.push('x'),
            '→' => plain.push_str("->"),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'Ø' => plain.push('O'),
            'đ' => plain.push('d'),
            'Đ' => plain.push('D'),
            other => plain.push(unmarked(other)),
        }
    }
    plain
}

fn unmarked(letter: char) -> char {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let plain = match small {
        'à'..='å' | 'ą' | 'ă' | 'ā' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' => 'd',
        'è'..='ë' | 'ę' | 'ě' | 'ė' | 'ē' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ı' | 'į' | 'ī' => 'i',
        'ł' | 'ľ' | 'ĺ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ő' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ů' | 'ű' | 'ū' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => return ' ',
    };
    if small == letter {
        plain
    } else {
        plain.to_ascii_uppercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_readable_and_safe_whatever_the_group_is_called() {
        for (name, expected) in [
            ("Ward PCs", "03-Ward-PCs"),
            ("Księgowość, Łódź", "03-Ksiegowosc-Lodz"),
            ("../../etc", "03-etc"),
            ("C:\\Windows", "03-C-Windows"),
            ("CON", "03-CON"),
            ("nul.txt.", "03-nul-txt"),
            ("  ", "03-group"),
            ("коробка", "03-group"),
            ("a\u{202e}b\r\nc", "03-a-b-c"),
        ] {
            assert_eq!(folder(3, 7, name), expected, "{name}");
        }
        assert!(folder(3, 7, &"long ".repeat(50)).len() <= 45);
        assert_eq!(folder(3, 1_200, "a"), "0003-a");
    }
}

//! Finding words in texts of both languages, whatever their case and diacritics.

/// A text in lower case without diacritics, for comparing.
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

fn plain(letter: char) -> char {
    match letter {
        'ą' | 'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
        'ć' | 'č' | 'ç' => 'c',
        'ę' | 'é' | 'è' | 'ê' | 'ë' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ł' => 'l',
        'ń' | 'ñ' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ś' | 'š' => 's',
        'ú' | 'ù' | 'û' | 'ü' | 'ů' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// Whether every word stands somewhere in the texts; no words match everything.
pub fn matches_words(words: &str, texts: &[&str]) -> bool {
    let words = fold(words);
    let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    words
        .split_whitespace()
        .all(|word| texts.iter().any(|text| text.contains(word)))
}

/// An id as people write it from memory: without the zeros that fill its number up, `w7-18` for
/// `W7-018`.
pub fn short_id(id: &str) -> String {
    let parts = id.split('-').map(|part| {
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        let plain = part.trim_start_matches('0');
        if is_number && !plain.is_empty() {
            plain
        } else {
            part
        }
    });
    parts.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_diacritics_make_no_difference() {
        assert!(matches_words("ŁODZ szpital", &["Szpital w Łodzi"]));
        assert!(matches_words("zolc", &["ŻÓŁĆ"]));
        assert!(!matches_words("szpital kraków", &["Szpital w Łodzi"]));
        assert!(matches_words("  ", &["x"]));
    }

    #[test]
    fn ids_are_found_however_they_are_written() {
        for (id, short) in [
            ("W7-018", "W7-18"),
            ("W7-EN-01", "W7-EN-1"),
            ("W10-100", "W10-100"),
            ("X-000", "X-000"),
        ] {
            assert_eq!(short_id(id), short);
        }
    }
}

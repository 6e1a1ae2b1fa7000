//! Polish letters by left Ctrl+Alt, as Windows knows them beside the right Alt.
//!
//! The window's library reports Ctrl and Alt as held while the left ones are, and drops the text
//! that comes with them; only the key is left. Here the letter is put back. With the right Alt
//! nothing is missing: its text comes, and neither Ctrl nor Alt is reported.

use eframe::egui::{Event, Key, Modifiers};

/// The letter that the Polish keyboard of programmers has on a key with Ctrl+Alt.
fn letter(key: Key, is_capital: bool) -> Option<&'static str> {
    let (small, capital) = match key {
        Key::A => ("ą", "Ą"),
        Key::C => ("ć", "Ć"),
        Key::E => ("ę", "Ę"),
        Key::L => ("ł", "Ł"),
        Key::N => ("ń", "Ń"),
        Key::O => ("ó", "Ó"),
        Key::S => ("ś", "Ś"),
        Key::X => ("ź", "Ź"),
        Key::Z => ("ż", "Ż"),
        _ => return None,
    };
    Some(if is_capital { capital } else { small })
}

fn is_left_alt_gr(modifiers: Modifiers) -> bool {
    modifiers.ctrl && modifiers.alt && !modifiers.mac_cmd
}

/// The events with the letters put back that Ctrl+Alt typed on a Polish keyboard.
///
/// A key whose text did come stays as it is, and so does everything where the keyboard is not a
/// Polish one: Ctrl+Alt types other letters there, or none.
pub fn restore(events: Vec<Event>, layout_is_polish: bool) -> Vec<Event> {
    if !layout_is_polish {
        return events;
    }
    let mut restored = Vec::with_capacity(events.len());
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        let typed = match &event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if is_left_alt_gr(*modifiers) => letter(*key, modifiers.shift),
            _ => None,
        };
        restored.push(event);
        if let Some(text) = typed
            && !matches!(events.peek(), Some(Event::Text(_)))
        {
            restored.push(Event::Text(text.to_owned()));
        }
    }
    restored
}

/// Whether the answer of `reg query "HKCU\Keyboard Layout\Preload"` lists the Polish keyboard of
/// programmers. The other Polish one, 00010415, has these letters on keys of their own.
pub(super) fn lists_polish_keyboard(answer: &str) -> bool {
    answer.lines().any(|line| {
        let mut words = line.split_whitespace().rev();
        let number = words.next().unwrap_or_default();
        words.next() == Some("REG_SZ") && number == "00000415"
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::command::command_of;

    const LETTERS: [(Key, &str, &str); 9] = [
        (Key::A, "ą", "Ą"),
        (Key::C, "ć", "Ć"),
        (Key::E, "ę", "Ę"),
        (Key::L, "ł", "Ł"),
        (Key::N, "ń", "Ń"),
        (Key::O, "ó", "Ó"),
        (Key::S, "ś", "Ś"),
        (Key::X, "ź", "Ź"),
        (Key::Z, "ż", "Ż"),
    ];

    const CTRL_ALT: Modifiers = Modifiers {
        alt: true,
        ctrl: true,
        shift: false,
        mac_cmd: false,
        command: true,
    };

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: Some(key),
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    fn texts(events: &[Event]) -> Vec<&str> {
        events
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn left_ctrl_and_alt_type_all_eighteen_letters() {
        for (of, small, capital) in LETTERS {
            assert_eq!(
                texts(&restore(vec![key(of, CTRL_ALT)], true)),
                [small],
                "{of:?}"
            );
            let shift = CTRL_ALT | Modifiers::SHIFT;
            assert_eq!(
                texts(&restore(vec![key(of, shift)], true)),
                [capital],
                "{of:?}"
            );
        }
    }

    #[test]
    fn the_right_alt_types_each_letter_once() {
        for (of, small, capital) in LETTERS {
            for text in [small, capital] {
                // As it arrives: the key without Ctrl and Alt, then its text.
                let shift = if text == capital {
                    Modifiers::SHIFT
                } else {
                    Modifiers::NONE
                };
                let events = vec![key(of, shift), Event::Text(text.to_owned())];
                assert_eq!(restore(events.clone(), true), events);
                // And should the text come although Ctrl and Alt are reported.
                let events = vec![key(of, CTRL_ALT | shift), Event::Text(text.to_owned())];
                assert_eq!(restore(events.clone(), true), events);
            }
        }
    }

    #[test]
    fn several_keys_in_one_frame_keep_their_order() {
        let events = vec![
            key(Key::Z, CTRL_ALT),
            key(Key::B, Modifiers::NONE),
            Event::Text("b".to_owned()),
            key(Key::L, CTRL_ALT),
        ];
        assert_eq!(texts(&restore(events, true)), ["ż", "b", "ł"]);
    }

    #[test]
    fn ctrl_and_alt_with_a_letter_are_never_a_command() {
        for of in Key::ALL {
            for modifiers in [CTRL_ALT, CTRL_ALT | Modifiers::SHIFT] {
                assert_eq!(command_of(modifiers, *of), None, "{of:?}");
            }
        }
    }

    #[test]
    fn ctrl_with_a_letter_types_nothing_and_stays_a_command() {
        let events = vec![key(Key::S, Modifiers::CTRL | Modifiers::COMMAND)];
        assert_eq!(restore(events.clone(), true), events);
        assert!(command_of(Modifiers::COMMAND, Key::S).is_some());
    }

    #[test]
    fn other_keyboards_and_released_keys_are_left_alone() {
        let events = vec![key(Key::A, CTRL_ALT)];
        assert_eq!(restore(events.clone(), false), events);
        let released = vec![Event::Key {
            key: Key::A,
            physical_key: Some(Key::A),
            pressed: false,
            repeat: false,
            modifiers: CTRL_ALT,
        }];
        assert_eq!(restore(released.clone(), true), released);
        let other = vec![key(Key::B, CTRL_ALT)];
        assert_eq!(restore(other.clone(), true), other);
    }

    #[test]
    fn the_list_of_keyboards_tells_whether_a_polish_one_is_there() {
        let list = "\r\nHKEY_CURRENT_USER\\Keyboard Layout\\Preload\r\n    1    REG_SZ    00000409\r\n    2    REG_SZ    00000415\r\n\r\n";
        assert!(lists_polish_keyboard(list));
        assert!(!lists_polish_keyboard(&list.replace("0415", "0407")));
        assert!(!lists_polish_keyboard("ERROR: 00000415"));
        assert!(!lists_polish_keyboard("    1    REG_SZ    00010415"));
    }
}

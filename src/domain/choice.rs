//! Closed sets of answers: what a field may hold, with the ids used in files and data.

use std::marker::PhantomData;

/// One of a closed list of answers, each with an id that never changes.
pub trait Choice: Copy + Eq + Ord + std::fmt::Debug + 'static {
    /// All answers, in the order in which they are offered.
    const ALL: &'static [Self];

    /// The id used in profiles, programme data and JSON; never translated.
    fn id(self) -> &'static str;

    /// The position in [`Choice::ALL`].
    fn index(self) -> u32;

    /// The answer with this id.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.id() == id)
    }
}

/// Declares an enum of answers with their ids and docs.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $crate::domain::choice::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            fn index(self) -> u32 {
                self as u32
            }
        }
    };
}
pub(crate) use choices;

/// A set of answers to a field that takes several; empty means "none of them", which is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChoiceSet<T> {
    bits: u64,
    of: PhantomData<T>,
}

impl<T: Choice> ChoiceSet<T> {
    /// The set that holds nothing: a known "none".
    pub const EMPTY: Self = Self {
        bits: 0,
        of: PhantomData,
    };

    /// Whether the set holds this answer.
    pub fn contains(self, choice: T) -> bool {
        self.bits & (1 << choice.index()) != 0
    }

    /// Adds an answer.
    pub fn insert(&mut self, choice: T) {
        self.bits |= 1 << choice.index();
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The answers in it, in the order in which they are offered.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::ALL
            .iter()
            .copied()
            .filter(move |&choice| self.contains(choice))
    }

    /// One bit an answer, by [`Choice::index`].
    pub fn bits(self) -> u64 {
        self.bits
    }
}

impl<T: Choice> FromIterator<T> for ChoiceSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(choices: I) -> Self {
        let mut set = Self::EMPTY;
        for choice in choices {
            set.insert(choice);
        }
        set
    }
}

impl<T: Choice> std::fmt::Debug for ChoiceSet<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_set().entries(self.iter()).finish()
    }
}

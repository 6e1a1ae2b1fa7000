//! Which pages are printed: `1-3,5` as people write it.

use std::fmt;
use std::num::NonZeroU32;
use std::ops::RangeInclusive;

/// Which pages are printed, in the order of the document and each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRanges {
    /// First and last page of each range, counted from one; ascending, none touches another. Empty
    /// means all pages.
    ranges: Vec<(u32, u32)>,
}

/// Why a text names no pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageRangesError {
    /// A part is no page and no range of pages.
    NotPages {
        /// The part.
        part: String,
    },
    /// A range ends before it begins.
    Backwards {
        /// The part.
        part: String,
    },
    /// The document has fewer pages.
    PastTheEnd {
        /// How many it has.
        count: usize,
    },
}

impl PageRanges {
    /// All pages.
    pub const ALL: Self = Self { ranges: Vec::new() };

    /// The pages that a text names: `1-3, 5`, `4-` up to the last; an empty text means all.
    ///
    /// # Errors
    /// A part is no page or range, or a range is backwards.
    pub fn parse(text: &str) -> Result<Self, PageRangesError> {
        if text.trim().is_empty() {
            return Ok(Self::ALL);
        }
        let mut ranges = Vec::new();
        for part in text.split([',', ';']).map(str::trim) {
            let not_pages = || PageRangesError::NotPages {
                part: part.chars().take(30).collect(),
            };
            let page = |text: &str| {
                let page: NonZeroU32 = text.trim().parse().map_err(|_error| not_pages())?;
                Ok(page.get())
            };
            // People also write a dash.
            let (first, last) = match part.split_once(['-', '–']) {
                None => (page(part)?, page(part)?),
                Some((first, "")) => (page(first)?, u32::MAX),
                Some((first, last)) => (page(first)?, page(last)?),
            };
            if last < first {
                return Err(PageRangesError::Backwards {
                    part: part.chars().take(30).collect(),
                });
            }
            ranges.push((first, last));
        }
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::new();
        for (first, last) in ranges {
            match merged.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
                _ => merged.push((first, last)),
            }
        }
        Ok(Self { ranges: merged })
    }

    /// Whether all pages are meant.
    pub fn are_all(&self) -> bool {
        self.ranges.is_empty()
    }

    /// The pages of a document of so many, counted from zero.
    ///
    /// # Errors
    /// A page past the last is named.
    pub fn of(&self, count: usize) -> Result<Vec<RangeInclusive<usize>>, PageRangesError> {
        if self.are_all() {
            return Ok(std::iter::once(0..=count.saturating_sub(1))
                .filter(|_| count > 0)
                .collect());
        }
        let past = PageRangesError::PastTheEnd { count };
        self.ranges
            .iter()
            .map(|(first, last)| {
                let first = usize::try_from(*first).unwrap_or(usize::MAX);
                let last = match last {
                    &u32::MAX => count,
                    last => usize::try_from(*last).unwrap_or(usize::MAX),
                };
                if first > count || last > count {
                    return Err(past.clone());
                }
                Ok(first.saturating_sub(1)..=last.saturating_sub(1))
            })
            .collect()
    }
}

impl fmt::Display for PageRanges {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (first, last)) in self.ranges.iter().enumerate() {
            let comma = if position == 0 { "" } else { "," };
            match *last {
                last if last == *first => write!(formatter, "{comma}{first}")?,
                u32::MAX => write!(formatter, "{comma}{first}-")?,
                last => write!(formatter, "{comma}{first}-{last}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, count: usize, expected: &[RangeInclusive<usize>]) {
        let ranges = PageRanges::parse(text).unwrap();
        assert_eq!(ranges.of(count).unwrap(), expected, "{text}");
        assert_eq!(PageRanges::parse(&ranges.to_string()).unwrap(), ranges);
    }

    #[test]
    fn pages_are_read_as_people_write_them() {
        check("", 3, &[0..=2]);
        check(" 1-3, 5", 7, &[0..=2, 4..=4]);
        check("5;1–3", 7, &[0..=2, 4..=4]);
        check("4-", 7, &[3..=6]);
        check("1-2,2-4,5", 7, &[0..=4]);
        check("7", 7, &[6..=6]);
    }

    #[test]
    fn what_names_no_pages_is_refused_with_the_part() {
        for (text, part) in [("1,x", "x"), ("0", "0"), ("1,,2", ""), ("-3", "-3")] {
            let part = part.to_owned();
            let expected = Err(PageRangesError::NotPages { part });
            assert_eq!(PageRanges::parse(text), expected, "{text}");
        }
        let part = "5-3".to_owned();
        let backwards = Err(PageRangesError::Backwards { part });
        assert_eq!(PageRanges::parse("1,5-3"), backwards);
        let too_far = Err(PageRangesError::PastTheEnd { count: 4 });
        assert_eq!(PageRanges::parse("2-5").unwrap().of(4), too_far);
        assert_eq!(PageRanges::parse("5-").unwrap().of(4), too_far);
        assert_eq!(PageRanges::parse("").unwrap().of(0), Ok(Vec::new()));
    }
}

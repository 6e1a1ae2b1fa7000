//! What the answers of the spooler of Windows mean: plain numbers, so that this is tested everywhere.

use super::error::PrintError;

/// The service that takes the jobs.
const SERVICE: &str = "Spooler";

/// Someone has deleted the job while it was being written.
const PRINT_CANCELLED: u32 = 63;
/// Someone has closed the dialog in which the driver asks for a file.
const CANCELLED: u32 = 1223;

const ACCESS_DENIED: u32 = 5;
const INVALID_PARAMETER: u32 = 87;
const INSUFFICIENT_BUFFER: u32 = 122;
const INVALID_PRINTER_NAME: u32 = 1801;

/// The service does not run, or ended in the middle of the call.
const NO_SERVICE: [u32; 4] = [1722, 1726, 1727, 1753];

/// A call into Windows that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// What was called.
    pub(super) call: &'static str,
    /// The number that Windows has for the error; zero where it gives none.
    pub(super) code: u32,
}

impl Failure {
    /// Whether a person wanted it so.
    pub(super) fn is_cancel(self) -> bool {
        matches!(self.code, CANCELLED | PRINT_CANCELLED)
    }

    /// Whether the job that was asked about is not in the queue. Wine gives no error for that.
    pub(super) fn is_no_such_job(self) -> bool {
        matches!(self.code, INVALID_PARAMETER | 0)
    }

    /// What it means where a printer was to be used.
    pub(super) fn of_printer(self, name: &str) -> PrintError {
        match self.code {
            INVALID_PRINTER_NAME => PrintError::NoSuchPrinter {
                name: name.to_owned(),
            },
            ACCESS_DENIED => PrintError::NotAllowed {
                address: name.to_owned(),
            },
            // It is the service of another computer that is missing.
            _ if name.starts_with(r"\\") => self.as_it_is(),
            _ => self.into(),
        }
    }

    fn as_it_is(self) -> PrintError {
        let problem = std::io::Error::from_raw_os_error(self.code.cast_signed());
        PrintError::System {
            what: self.call.to_owned(),
            problem: problem.to_string(),
        }
    }
}

impl From<Failure> for PrintError {
    fn from(failure: Failure) -> Self {
        if NO_SERVICE.contains(&failure.code) {
            Self::NoSpooler {
                address: SERVICE.to_owned(),
            }
        } else {
            failure.as_it_is()
        }
    }
}

/// Asks for something of unknown size. `ask` is given the size of its memory, and says how much is
/// needed where that is too little; what it asks for may grow from one call to the next.
pub(super) fn in_full<T>(
    mut ask: impl FnMut(u32, &mut u32) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let mut size = 0;
    loop {
        let mut needed = 0;
        match ask(size, &mut needed) {
            Err(failure) if failure.code == INSUFFICIENT_BUFFER && needed > size => size = needed,
            answer => return answer,
        }
    }
}

/// Whether something that begins there and is so long lies at least in part within the room, which
/// begins at zero.
pub(super) fn is_within(start: i32, length: i32, room: i32) -> bool {
    length > 0 && start < room && start.saturating_add(length) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(code: u32) -> Failure {
        Failure { call: "Call", code }
    }

    #[test]
    fn a_printer_that_is_not_there_is_told_from_one_that_is_not_allowed_and_from_no_spooler() {
        let name = "Office".to_owned();
        assert_eq!(
            failure(1801).of_printer("Office"),
            PrintError::NoSuchPrinter { name: name.clone() }
        );
        assert_eq!(
            failure(5).of_printer("Office"),
            PrintError::NotAllowed { address: name }
        );
        let address = "Spooler".to_owned();
        let no_spooler = PrintError::NoSpooler { address };
        assert_eq!(failure(1722).of_printer("Office"), no_spooler);
        assert_eq!(PrintError::from(failure(1722)), no_spooler);
        let others = [
            failure(1722).of_printer(r"\\server\Office"),
            failure(6).of_printer("Office"),
            failure(5).into(),
        ];
        for error in others {
            assert!(matches!(error, PrintError::System { .. }), "{error}");
        }
    }

    #[test]
    fn a_closed_dialog_and_a_deleted_job_are_cancels() {
        assert!(failure(1223).is_cancel());
        assert!(failure(63).is_cancel());
        assert!(!failure(5).is_cancel());
        assert!(!failure(0).is_cancel());
    }

    #[test]
    fn what_grows_while_it_is_asked_for_is_asked_for_again() {
        let mut sizes = [40, 60].into_iter();
        let mut asked = Vec::new();
        let answer = in_full(|size, needed| {
            asked.push(size);
            *needed = sizes.next().unwrap_or(60);
            if size < *needed {
                return Err(failure(INSUFFICIENT_BUFFER));
            }
            Ok(size)
        });
        assert_eq!(answer, Ok(60));
        assert_eq!(asked, [0, 40, 60]);
    }

    #[test]
    fn an_error_is_not_taken_for_nothing_to_tell() {
        let stopped = failure(1722);
        let answer: Result<(), _> = in_full(|_, _| Err(stopped));
        assert_eq!(answer, Err(stopped));
        // What does not say how much it needs is not asked for ever.
        let silent = failure(INSUFFICIENT_BUFFER);
        let answer: Result<(), _> = in_full(|_, _| Err(silent));
        assert_eq!(answer, Err(silent));
        assert_eq!(in_full(|_, _| Ok(())), Ok(()));
    }

    #[test]
    fn a_band_in_the_margin_is_outside_of_what_can_be_printed() {
        assert!(is_within(-10, 20, 100));
        assert!(is_within(90, 20, 100));
        assert!(!is_within(-20, 20, 100));
        assert!(!is_within(100, 20, 100));
        assert!(!is_within(10, 0, 100));
    }
}

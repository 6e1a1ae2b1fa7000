//! The statuses that a print system answers with.

use crate::print::error::PrintError;

/// The status of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Status(u16);

impl Status {
    /// The status by the two bytes of an answer.
    pub(super) fn of(bytes: i16) -> Self {
        Self(bytes.cast_unsigned())
    }

    /// Whether it was done as asked, or nearly.
    pub(super) fn is_success(self) -> bool {
        self.0 < 0x0100
    }

    /// Whether what was asked about is not there.
    pub(super) fn is_not_found(self) -> bool {
        matches!(self.0, 0x0406 | 0x0407)
    }

    /// Whether what was asked for can't be done in the state that things are in.
    pub(super) fn is_not_possible(self) -> bool {
        self.0 == 0x0404
    }

    /// Whether the operation is not known.
    pub(super) fn is_unknown_operation(self) -> bool {
        self.0 == 0x0501
    }

    /// Its name in the standard.
    fn name(self) -> String {
        let name = match self.0 {
            0x0400 => "client-error-bad-request",
            0x0401 => "client-error-forbidden",
            0x0402 => "client-error-not-authenticated",
            0x0403 => "client-error-not-authorized",
            0x0404 => "client-error-not-possible",
            0x0405 => "client-error-timeout",
            0x0406 => "client-error-not-found",
            0x0407 => "client-error-gone",
            0x0408 => "client-error-request-entity-too-large",
            0x0409 => "client-error-request-value-too-long",
            0x040a => "client-error-document-format-not-supported",
            0x040b => "client-error-attributes-or-values-not-supported",
            0x040e => "client-error-conflicting-attributes",
            0x0411 => "client-error-document-format-error",
            0x0412 => "client-error-document-access-error",
            0x0418 => "client-error-account-info-needed",
            0x0419 => "client-error-account-closed",
            0x041a => "client-error-account-limit-reached",
            0x041b => "client-error-account-authorization-failed",
            0x0500 => "server-error-internal-error",
            0x0501 => "server-error-operation-not-supported",
            0x0502 => "server-error-service-unavailable",
            0x0503 => "server-error-version-not-supported",
            0x0504 => "server-error-device-error",
            0x0505 => "server-error-temporary-error",
            0x0506 => "server-error-not-accepting-jobs",
            0x0507 => "server-error-busy",
            0x0508 => "server-error-job-canceled",
            0x0509 => "server-error-multiple-document-jobs-not-supported",
            0x050a => "server-error-printer-is-deactivated",
            0x050b => "server-error-too-many-jobs",
            0x050c => "server-error-too-many-documents",
            other => return format!("{other:#06x}"),
        };
        name.to_owned()
    }

    /// The error of a request that was refused.
    pub(super) fn error(self, printer: &str, message: Option<String>) -> PrintError {
        let address = printer.to_owned();
        match self.0 {
            0x0401 | 0x0403 => PrintError::NotAllowed { address },
            0x0402 => PrintError::PasswordWanted { address },
            0x0406 | 0x0407 => PrintError::NoSuchPrinter { name: address },
            0x0408 | 0x0505 => PrintError::NoRoom { message },
            0x0502 | 0x0506 | 0x050a => PrintError::NotAccepting { message },
            0x0507 | 0x050b => PrintError::Busy,
            _ => PrintError::Refused {
                status: self.name(),
                message,
            },
        }
    }
}

//! What the calls into Windows have in common: texts, buffers, errors, handles.

use std::os::windows::ffi::OsStrExt as _;
use std::path::Path;
use std::ptr::{null, null_mut};

use windows_sys::Win32::Graphics::Printing::{ClosePrinter, OpenPrinterW, PRINTER_HANDLE};
use windows_sys::Win32::UI::Shell::ShellExecuteW;
use windows_sys::Win32::UI::WindowsAndMessaging::SW_SHOWNORMAL;

use crate::print::error::PrintError;
use crate::print::viewer::ViewerError;

/// A text as Windows reads it, with a zero at its end.
pub(super) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16()
        .filter(|unit| *unit != 0)
        .chain([0])
        .collect()
}

/// A text that Windows wrote; none where it is empty.
///
/// # Safety
/// The pointer is null or points to a text that ends with a zero.
pub(super) unsafe fn text(pointer: *const u16) -> Option<String> {
    if pointer.is_null() {
        return None;
    }
    let mut units = Vec::new();
    let mut at = pointer;
    loop {
        // SAFETY: nothing past the zero is read.
        let unit = unsafe { at.read_unaligned() };
        if unit == 0 {
            break;
        }
        units.push(unit);
        // SAFETY: the text goes on at least to its zero.
        at = unsafe { at.add(1) };
    }
    Some(String::from_utf16_lossy(&units)).filter(|text| !text.trim().is_empty())
}

/// Memory that Windows fills with a structure and what it points to, aligned for any of them.
pub(super) struct Buffer(Vec<u64>);

impl Buffer {
    /// So many bytes at least, all zero.
    pub(super) fn of_bytes(count: u32) -> Self {
        let count = usize::try_from(count).unwrap_or(0);
        Self(vec![0; count.div_ceil(size_of::<u64>()) + 1])
    }

    pub(super) fn pointer<T>(&mut self) -> *mut T {
        self.0.as_mut_ptr().cast()
    }
}

/// The error that Windows has for the last call.
pub(super) fn last_error(what: &str) -> PrintError {
    PrintError::System {
        what: what.to_owned(),
        problem: std::io::Error::last_os_error().to_string(),
    }
}

/// An open printer.
pub(super) struct OpenPrinter(pub(super) PRINTER_HANDLE);

impl OpenPrinter {
    pub(super) fn named(name: &str) -> Result<Self, PrintError> {
        let wide_name = wide(name);
        let mut handle = PRINTER_HANDLE { Value: null_mut() };
        // SAFETY: the name ends with a zero, the handle is written to, no defaults are given.
        let is_open = unsafe { OpenPrinterW(wide_name.as_ptr(), &raw mut handle, null()) };
        if is_open == 0 {
            return Err(PrintError::NoSuchPrinter {
                name: name.to_owned(),
            });
        }
        Ok(Self(handle))
    }
}

impl Drop for OpenPrinter {
    fn drop(&mut self) {
        // SAFETY: it was opened and is closed once.
        unsafe { ClosePrinter(self.0) };
    }
}

/// Opens a file with the program that is set up for it.
pub(super) fn open_with_program(path: &Path) -> Result<(), ViewerError> {
    /// Up to here the answer is an error.
    const LAST_ERROR: usize = 32;
    /// Nothing is set up for such files.
    const NO_ASSOCIATION: usize = 31;
    let path: Vec<u16> = path.as_os_str().encode_wide().chain([0]).collect();
    let open = wide("open");
    // SAFETY: both texts end with a zero, and nothing else is given.
    let answer = unsafe {
        ShellExecuteW(
            null_mut(),
            open.as_ptr(),
            path.as_ptr(),
            null(),
            null(),
            SW_SHOWNORMAL,
        )
    };
    match answer.addr() {
        NO_ASSOCIATION => Err(ViewerError::NoViewer),
        error @ ..=LAST_ERROR => Err(ViewerError::Failed {
            problem: format!("ShellExecute: {error}"),
        }),
        _ => Ok(()),
    }
}

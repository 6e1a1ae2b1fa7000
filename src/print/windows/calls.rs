//! What the calls into Windows have in common: texts, buffers, errors, handles.

use std::os::windows::ffi::OsStrExt as _;
use std::path::Path;
use std::ptr::{null, null_mut};

use windows_sys::Win32::Foundation::{ERROR_SUCCESS, GetLastError, SetLastError};
use windows_sys::Win32::Graphics::Printing::{ClosePrinter, OpenPrinterW, PRINTER_HANDLE};
use windows_sys::Win32::System::Com::{
    COINIT_APARTMENTTHREADED, COINIT_DISABLE_OLE1DDE, CoInitializeEx, CoUninitialize,
};
use windows_sys::Win32::UI::Shell::ShellExecuteW;
use windows_sys::Win32::UI::WindowsAndMessaging::SW_SHOWNORMAL;
use windows_sys::core::BOOL;

use crate::print::viewer::ViewerError;
use crate::print::winspool::{Failure, in_full};

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
    /// So many bytes, but at least those of a `T`; all zero.
    pub(super) fn of<T>(bytes: u32) -> Self {
        let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        let bytes = bytes.max(size_of::<T>());
        Self(vec![0; bytes.div_ceil(size_of::<u64>())])
    }

    pub(super) fn pointer<T>(&mut self) -> *mut T {
        self.0.as_mut_ptr().cast()
    }
}

/// Makes a call into Windows, and asks why where nothing comes of it.
pub(super) fn attempt<T>(
    call: &'static str,
    make: impl FnOnce() -> Option<T>,
) -> Result<T, Failure> {
    // Not every call that fails sets the error; that of an earlier one must not stand for it.
    // SAFETY: it is given a number.
    unsafe { SetLastError(ERROR_SUCCESS) };
    make().ok_or_else(|| Failure {
        call,
        // SAFETY: it is given nothing.
        code: unsafe { GetLastError() },
    })
}

/// What an answer of a call means that only tells whether it succeeded.
pub(super) fn done(answer: BOOL) -> Option<()> {
    (answer != 0).then_some(())
}

/// Asks for one or more `T` with what they point to. `ask` is given memory, its size in bytes, and
/// where to write how many it needs.
pub(super) fn read<T>(
    call: &'static str,
    mut ask: impl FnMut(*mut u8, u32, *mut u32) -> BOOL,
) -> Result<Buffer, Failure> {
    in_full(|size, needed| {
        let mut buffer = Buffer::of::<T>(size);
        attempt(call, || done(ask(buffer.pointer(), size, needed)))?;
        Ok(buffer)
    })
}

/// An open printer.
pub(super) struct OpenPrinter(pub(super) PRINTER_HANDLE);

impl OpenPrinter {
    pub(super) fn named(name: &str) -> Result<Self, Failure> {
        let name = wide(name);
        let mut handle = PRINTER_HANDLE { Value: null_mut() };
        attempt("OpenPrinter", || {
            // SAFETY: the name ends with a zero, the handle is written to, no defaults are given.
            done(unsafe { OpenPrinterW(name.as_ptr(), &raw mut handle, null()) })
        })?;
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
    let how = COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE;
    // The shell may hand the file to extensions that need COM. It is refused where this thread has
    // it in another way already, which does as well.
    // SAFETY: it is given a number.
    let com = unsafe { CoInitializeEx(null(), how.cast_unsigned()) };
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
    if com >= 0 {
        // SAFETY: this thread has just been given it.
        unsafe { CoUninitialize() };
    }
    match answer.addr() {
        NO_ASSOCIATION => Err(ViewerError::NoViewer),
        error @ ..=LAST_ERROR => Err(ViewerError::Failed {
            problem: format!("ShellExecute: {error}"),
        }),
        _ => Ok(()),
    }
}

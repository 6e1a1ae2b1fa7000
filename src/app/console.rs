//! The console that the program was started from, on Windows.
//!
//! There a program either has a console, and then a double-click opens one beside the window, or it
//! has none, and then a call in a console prints nothing. This one has none, and joins that of the
//! program that started it.

use std::io::{stderr, stdin, stdout};
use std::os::windows::io::{AsHandle, AsRawHandle as _, RawHandle};

use windows_sys::Win32::System::Console::{
    ATTACH_PARENT_PROCESS, AttachConsole, STD_ERROR_HANDLE, STD_HANDLE, STD_INPUT_HANDLE,
    STD_OUTPUT_HANDLE, SetStdHandle,
};

/// Prints from now on into the console of the program that started this one, where there is one.
///
/// What leads to a file or to another program goes on to do so. Call it before anything is printed.
pub fn join() {
    // Joining puts the console in the place of all three.
    let kept = [
        (STD_INPUT_HANDLE, usable(&stdin())),
        (STD_OUTPUT_HANDLE, usable(&stdout())),
        (STD_ERROR_HANDLE, usable(&stderr())),
    ];
    if !attach() {
        return;
    }
    for (which, handle) in kept {
        if let Some(handle) = handle {
            put_back(which, handle);
        }
    }
}

/// The handle of a standard stream, unless it is none or leads nowhere.
fn usable(stream: &impl AsHandle) -> Option<RawHandle> {
    let handle = stream.as_handle();
    let raw = handle.as_raw_handle();
    (!raw.is_null() && handle.try_clone_to_owned().is_ok()).then_some(raw)
}

/// Whether there was a console to join.
fn attach() -> bool {
    // SAFETY: it is given a number, and no other thread runs yet.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) != 0 }
}

fn put_back(which: STD_HANDLE, handle: RawHandle) {
    // SAFETY: the handle was this stream's before, and has not been closed.
    unsafe { SetStdHandle(which, handle) };
}

//! The console that the program was started from, on Windows.
//!
//! There a program either has a console, and then a double-click opens one beside the window, or it
//! has none, and then a call in a console prints nothing. This one has none, and joins that of the
//! program that started it.
//!
//! A window that nobody waits for leaves it again: it must not end with a console that has gone on to
//! other work.

use std::io::{stderr, stdin, stdout};
use std::os::windows::io::{AsHandle, AsRawHandle as _, RawHandle};
use std::ptr::null_mut;

use windows_sys::Win32::Storage::FileSystem::{FILE_TYPE_UNKNOWN, GetFileType};
use windows_sys::Win32::System::Console::{
    ATTACH_PARENT_PROCESS, AttachConsole, FreeConsole, GetConsoleMode, STD_ERROR_HANDLE,
    STD_HANDLE, STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, SetStdHandle,
};

use super::waited_for::WAITED_FOR;

/// Prints from now on into the console of the program that started this one, where there is one.
///
/// What leads to a file or to another program goes on to do so. Call it before anything is printed.
pub fn join() {
    // Joining puts the console in the place of all three.
    let kept = streams();
    if !attach() {
        return;
    }
    for (which, handle) in kept {
        if let Some(handle) = handle {
            put(which, handle);
        }
    }
}

/// Leaves the console, unless the program for consoles started this one and waits for it. Ctrl+C
/// and the end of the console reach this program no longer, and it prints nothing there.
///
/// Call it before the window opens.
pub fn leave() {
    if std::env::var_os(WAITED_FOR).is_some() {
        return;
    }
    let kept = streams().map(|(which, handle)| (which, handle.filter(|at| !is_console(*at))));
    // What the streams lead to may be closed with the console, and the number of what was closed
    // may soon stand for a file that is open then: nothing that is printed must reach that.
    for (which, _) in kept.iter().filter(|(_, handle)| handle.is_some()) {
        put(*which, null_mut());
    }
    free();
    for (which, handle) in kept {
        put(which, handle.unwrap_or(null_mut()));
    }
}

/// The standard streams with their handles, where they have one that leads somewhere.
fn streams() -> [(STD_HANDLE, Option<RawHandle>); 3] {
    [
        (STD_INPUT_HANDLE, usable(&stdin())),
        (STD_OUTPUT_HANDLE, usable(&stdout())),
        (STD_ERROR_HANDLE, usable(&stderr())),
    ]
}

/// The handle of a standard stream, unless it is none or leads nowhere.
fn usable(stream: &impl AsHandle) -> Option<RawHandle> {
    let handle = stream.as_handle().as_raw_handle();
    // SAFETY: it only looks the handle up, whatever that is.
    let kind = unsafe { GetFileType(handle) };
    // A number that was passed on from another program may stand for no file or for none that can
    // be read or written here.
    (!handle.is_null() && kind != FILE_TYPE_UNKNOWN).then_some(handle)
}

fn is_console(handle: RawHandle) -> bool {
    let mut mode = 0;
    // SAFETY: it only looks the handle up, whatever that is, and writes to the mode.
    unsafe { GetConsoleMode(handle, &raw mut mode) != 0 }
}

/// Whether there was a console to join.
fn attach() -> bool {
    // SAFETY: it is given a number, and no other thread runs yet.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) != 0 }
}

fn free() {
    // SAFETY: it is given nothing, and no other thread uses the streams yet.
    unsafe { FreeConsole() };
}

fn put(which: STD_HANDLE, handle: RawHandle) {
    // SAFETY: the handle is none, or was this stream's before and has not been closed.
    unsafe { SetStdHandle(which, handle) };
}

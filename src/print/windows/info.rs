//! The printers that Windows knows, and what their drivers say they can do.

use std::ptr::{null, null_mut};

use windows_sys::Win32::Graphics::Gdi::{DMPAPER_A4, DMPAPER_LETTER};
use windows_sys::Win32::Graphics::Printing::{
    EnumPrintersW, GetDefaultPrinterW, PRINTER_ATTRIBUTE_WORK_OFFLINE, PRINTER_ENUM_CONNECTIONS,
    PRINTER_ENUM_LOCAL, PRINTER_INFO_2W, PRINTER_STATUS_BUSY, PRINTER_STATUS_DOOR_OPEN,
    PRINTER_STATUS_ERROR, PRINTER_STATUS_NO_TONER, PRINTER_STATUS_NOT_AVAILABLE,
    PRINTER_STATUS_OFFLINE, PRINTER_STATUS_OUTPUT_BIN_FULL, PRINTER_STATUS_PAPER_JAM,
    PRINTER_STATUS_PAPER_OUT, PRINTER_STATUS_PAPER_PROBLEM, PRINTER_STATUS_PAUSED,
    PRINTER_STATUS_PRINTING, PRINTER_STATUS_PROCESSING, PRINTER_STATUS_TONER_LOW,
    PRINTER_STATUS_USER_INTERVENTION,
};
use windows_sys::Win32::Storage::Xps::{
    DC_COLORDEVICE, DC_COPIES, DC_DUPLEX, DC_PAPERS, DeviceCapabilitiesW,
};

use super::calls::{read, text, wide};
use crate::print::error::PrintError;
use crate::print::printer::{Abilities, JobForm, Printer, PrinterState, Security};
use crate::print::ticket::{ColourMode, Sides};
use crate::report::Paper;

/// What stops a printer, with the keywords of the Internet Printing Protocol.
const STOPS: [(u32, &str); 10] = [
    (PRINTER_STATUS_PAUSED, "paused"),
    (PRINTER_STATUS_PAPER_OUT, "media-empty"),
    (PRINTER_STATUS_PAPER_JAM, "media-jam"),
    (PRINTER_STATUS_PAPER_PROBLEM, "paper-problem"),
    (PRINTER_STATUS_NO_TONER, "toner-empty"),
    (PRINTER_STATUS_DOOR_OPEN, "door-open"),
    (PRINTER_STATUS_OUTPUT_BIN_FULL, "output-area-full"),
    (PRINTER_STATUS_OFFLINE, "offline"),
    (PRINTER_STATUS_NOT_AVAILABLE, "offline"),
    (PRINTER_STATUS_USER_INTERVENTION, "user-intervention-needed"),
];

/// The printers of this computer and those it is connected to, the default one first.
pub(super) fn printers() -> Result<Vec<Printer>, PrintError> {
    const LEVEL: u32 = 2;
    let flags = PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS;
    let mut count = 0;
    let mut buffer = read::<PRINTER_INFO_2W>("EnumPrinters", |memory, size, needed| {
        // SAFETY: the memory has as many bytes as it is said to have, and both numbers are written.
        unsafe { EnumPrintersW(flags, null(), LEVEL, memory, size, needed, &raw mut count) }
    })?;
    let default = default_name();
    let mut printers = Vec::new();
    for at in 0..usize::try_from(count).unwrap_or(0) {
        // SAFETY: so many structures stand one after the other at the beginning of the buffer.
        let info = unsafe { &*buffer.pointer::<PRINTER_INFO_2W>().add(at) };
        // SAFETY: the texts lie in the buffer, which lives on.
        if let Some(printer) = unsafe { printer(info, default.as_deref()) } {
            printers.push(printer);
        }
    }
    printers.sort_by_key(|printer| (!printer.is_default, printer.name.to_lowercase()));
    Ok(printers)
}

fn default_name() -> Option<String> {
    let mut length = 0;
    // SAFETY: without memory it only says how much it needs.
    unsafe { GetDefaultPrinterW(null_mut(), &raw mut length) };
    let mut name = vec![0; usize::try_from(length).ok()?];
    if name.is_empty() {
        return None;
    }
    // SAFETY: the memory has the length that is given.
    let is_there = unsafe { GetDefaultPrinterW(name.as_mut_ptr(), &raw mut length) };
    // SAFETY: Windows ends the text with a zero.
    (is_there != 0).then(|| unsafe { text(name.as_ptr()) })?
}

/// A printer as Windows describes it.
///
/// # Safety
/// The texts of the description are there.
unsafe fn printer(info: &PRINTER_INFO_2W, default: Option<&str>) -> Option<Printer> {
    // SAFETY: as the caller says.
    let (name, comment, location, driver, port) = unsafe {
        (
            text(info.pPrinterName)?,
            text(info.pComment),
            text(info.pLocation),
            text(info.pDriverName),
            text(info.pPortName),
        )
    };
    let (state, reasons) = state(info.Status, info.Attributes);
    Some(Printer {
        is_default: default == Some(name.as_str()),
        description: comment,
        location,
        model: driver,
        state,
        reasons,
        message: None,
        // Windows takes jobs also for printers that are not there now.
        accepts_jobs: true,
        abilities: abilities(&name, port.as_deref().unwrap_or_default()),
        security: Security::Local,
        uri: None,
        socket: None,
        name,
    })
}

/// What a printer is doing and what holds it up.
pub(super) fn state(status: u32, attributes: u32) -> (PrinterState, Vec<String>) {
    let has = |bit: u32| status & bit != 0;
    let stops = STOPS.iter().filter(|(bit, _)| has(*bit));
    // Set by a person, or by Windows when the printer is unplugged; the status knows nothing of it.
    let is_offline = attributes & PRINTER_ATTRIBUTE_WORK_OFFLINE != 0;
    let stops = stops.map(|(_, keyword)| *keyword);
    let mut reasons: Vec<String> = Vec::new();
    for keyword in stops.chain(is_offline.then_some("offline")) {
        if !reasons.iter().any(|reason| reason == keyword) {
            reasons.push(keyword.to_owned());
        }
    }
    let state = if !reasons.is_empty() || has(PRINTER_STATUS_ERROR) {
        PrinterState::Stopped
    } else if has(PRINTER_STATUS_PRINTING | PRINTER_STATUS_PROCESSING | PRINTER_STATUS_BUSY) {
        PrinterState::Printing
    } else {
        PrinterState::Idle
    };
    if has(PRINTER_STATUS_TONER_LOW) {
        reasons.push("toner-low".to_owned());
    }
    (state, reasons)
}

fn abilities(name: &str, port: &str) -> Abilities {
    let (name, port) = (wide(name), wide(port));
    let ask = |what, out: *mut u16| {
        // SAFETY: both texts end with a zero; the memory has room for what is asked, or is null
        // where only a number is.
        unsafe { DeviceCapabilitiesW(name.as_ptr(), port.as_ptr(), what, out, null()) }
    };
    let sides = if ask(DC_DUPLEX, null_mut()) == 1 {
        Sides::ALL.to_vec()
    } else {
        vec![Sides::One]
    };
    let colours = if ask(DC_COLORDEVICE, null_mut()) == 1 {
        ColourMode::ALL.to_vec()
    } else {
        vec![ColourMode::Monochrome]
    };
    let count = usize::try_from(ask(DC_PAPERS, null_mut())).unwrap_or(0);
    let mut papers = vec![0_u16; count];
    if count > 0 {
        ask(DC_PAPERS, papers.as_mut_ptr());
    }
    let takes = |paper: &Paper| {
        // One that lists nothing is asked to find out.
        count == 0
            || papers
                .iter()
                .any(|number| u32::from(*number) == paper_number(*paper))
    };
    Abilities {
        sides,
        papers: [Paper::A4, Paper::UsLetter]
            .into_iter()
            .filter(takes)
            .collect(),
        colours,
        most_copies: u32::try_from(ask(DC_COPIES, null_mut()))
            .unwrap_or(1)
            .max(1),
        form: Some(JobForm::Driver),
    }
}

/// The number that Windows has for a paper.
pub(super) fn paper_number(paper: Paper) -> u32 {
    match paper {
        Paper::A4 => DMPAPER_A4,
        Paper::UsLetter => DMPAPER_LETTER,
    }
}

//! Which column of a sheet holds which field.

use std::collections::BTreeSet;

use super::sheet::Sheet;
use super::values::{Cell, Values};
use super::{group_fields, plain_words};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::programme::Catalogue;
use crate::domain::text::Language;
use crate::i18n::{self, tr};

/// Other names that columns have in people's own lists, in both languages, without diacritics.
const OTHER_NAMES: &[(Field, &[&str])] = &[
    (
        Field::GroupName,
        &[
            "name",
            "group",
            "group name",
            "department",
            "location",
            "site",
            "nazwa",
            "grupa",
            "nazwa grupy",
            "dzial",
            "lokalizacja",
            "jednostka",
            "oddzial",
            "opis",
        ],
    ),
    (
        Field::Product,
        &[
            "system",
            "os",
            "operating system",
            "system and edition",
            "product",
            "windows",
            "system operacyjny",
            "system i wersja",
            "produkt",
            "os name",
            "nazwa systemu",
        ],
    ),
    (
        Field::Edition,
        &["edition", "os edition", "edycja", "wersja", "wydanie"],
    ),
    (
        Field::ServicePack,
        &["service pack", "sp", "dodatek service pack"],
    ),
    (
        Field::Endpoints,
        &[
            "endpoints",
            "count",
            "quantity",
            "qty",
            "number",
            "devices",
            "computers",
            "pcs",
            "number of endpoints",
            "number of devices",
            "number of computers",
            "device count",
            "machines",
            "ilosc",
            "liczba",
            "sztuk",
            "szt",
            "komputery",
            "liczba komputerow",
            "liczba urzadzen",
            "liczba stanowisk",
            "stanowiska",
            "urzadzenia",
            "punkty koncowe",
            "liczba punktow koncowych",
            "ilosc komputerow",
        ],
    ),
    (
        Field::Hosting,
        &[
            "hosting",
            "platform",
            "runs on",
            "where it runs",
            "environment",
            "gdzie dziala",
            "platforma",
            "srodowisko",
            "hostowanie",
        ],
    ),
    (
        Field::LicenceOrigin,
        &[
            "licence",
            "license",
            "windows licence",
            "windows license",
            "licence type",
            "license type",
            "licencja",
            "rodzaj licencji",
            "typ licencji",
            "licencja windows",
        ],
    ),
    (
        Field::Connectivity,
        &[
            "connectivity",
            "network",
            "internet",
            "internet access",
            "lacznosc",
            "siec",
            "dostep do internetu",
        ],
    ),
    (
        Field::LeavesOn,
        &[
            "leaves on",
            "leaves",
            "leaving date",
            "replacement date",
            "migration date",
            "migration",
            "replaced on",
            "retirement date",
            "end date",
            "wycofanie",
            "data wycofania",
            "data wymiany",
            "wymiana",
            "data migracji",
            "migracja",
        ],
    ),
    (
        Field::VirtualMachines,
        &[
            "vms",
            "virtual machines",
            "number of vms",
            "maszyny wirtualne",
            "liczba maszyn wirtualnych",
        ],
    ),
    (
        Field::Users,
        &[
            "users",
            "number of users",
            "uzytkownicy",
            "liczba uzytkownikow",
        ],
    ),
    (
        Field::Cores,
        &["cores", "number of cores", "rdzenie", "liczba rdzeni"],
    ),
    (
        Field::Oem,
        &["oem", "manufacturer", "vendor", "maker", "producent"],
    ),
    (
        Field::Prerequisites,
        &[
            "updates",
            "installed updates",
            "aktualizacje",
            "zainstalowane aktualizacje",
        ],
    ),
    (
        Field::Usage,
        &[
            "used for",
            "usage",
            "purpose",
            "przeznaczenie",
            "zastosowanie",
        ],
    ),
    (
        Field::ManagedBy,
        &[
            "managed by",
            "management",
            "zarzadzanie",
            "zarzadzane przez",
        ],
    ),
    (
        Field::Join,
        &[
            "join",
            "joined to",
            "directory",
            "domain",
            "domena",
            "katalog",
        ],
    ),
];

/// The field that a column's head names, whatever its language, case and diacritics.
pub fn head_of(head: &str) -> Option<Field> {
    let words = plain_words(head);
    if words.is_empty() {
        return None;
    }
    let is_named = |field: &Field| {
        let own = [Language::English, Language::Polish];
        field.id() == head.trim()
            || own
                .iter()
                .any(|language| plain_words(&i18n::field(*language, *field)) == words)
    };
    group_fields().find(is_named).or_else(|| {
        let other = OTHER_NAMES.iter().find(|(_, names)| {
            let mut names = names.iter();
            names.any(|name| plain_words(name) == words)
        });
        other
            .map(|(field, _)| *field)
            .or_else(|| shown_head(&words))
    })
}

/// A column as our own table heads it.
fn shown_head(words: &[String]) -> Option<Field> {
    for language in [Language::English, Language::Polish] {
        for (field, head) in [
            (Field::GroupName, tr(language, "profile-column-group")),
            (Field::Product, tr(language, "profile-column-system")),
            (Field::Hosting, tr(language, "profile-column-hosting")),
            (Field::LicenceOrigin, tr(language, "profile-column-licence")),
            (Field::LeavesOn, tr(language, "profile-column-leaves-on")),
            (Field::Endpoints, tr(language, "plan-ui-column-endpoints")),
        ] {
            if plain_words(&head) == words {
                return Some(field);
            }
        }
    }
    None
}

/// Whether the first row names the columns: at least half of what stands there does.
pub fn has_heads(sheet: &Sheet) -> bool {
    let mut all = 0;
    let mut named = 0;
    for column in 0..sheet.width {
        let head = sheet.cell(0, column);
        all += usize::from(!head.is_empty());
        named += usize::from(head_of(head).is_some());
    }
    named > 0 && named * 2 >= all
}

/// What each column holds, as far as its head says, and where there are no heads what stands in it.
pub fn guess_columns(
    catalogue: &Catalogue,
    language: Language,
    sheet: &Sheet,
    has_heads: bool,
) -> Vec<Option<Field>> {
    let mut taken = BTreeSet::new();
    let mut columns: Vec<Option<Field>> = (0..sheet.width)
        .map(|column| {
            let field = head_of(sheet.cell(0, column)).filter(|_| has_heads);
            field.filter(|field| taken.insert(*field))
        })
        .collect();
    if has_heads {
        return columns;
    }
    /// What can be told by looking at the cells, the surest first.
    const TOLD: [Field; 6] = [
        Field::Product,
        Field::LeavesOn,
        Field::Endpoints,
        Field::Hosting,
        Field::LicenceOrigin,
        Field::Connectivity,
    ];
    let mut values = Values::new(catalogue, language);
    for field in TOLD {
        let share = |column: usize, values: &mut Values<'_>| {
            let cells = (0..sheet.rows.len().min(50)).map(|row| sheet.cell(row, column));
            let (mut all, mut read) = (0, 0);
            for cell in cells.filter(|cell| !cell.is_empty()) {
                all += 1;
                read += usize::from(matches!(values.read(field, cell, None), Cell::Holds(_)));
            }
            if read * 2 > all { read } else { 0 }
        };
        let mut best = None;
        for (column, held) in columns.iter().enumerate() {
            let read = share(column, &mut values);
            if held.is_none() && read > best.map_or(0, |(_, most)| most) {
                best = Some((column, read));
            }
        }
        if let Some((column, _)) = best
            && let Some(held) = columns.get_mut(column)
        {
            *held = Some(field);
        }
    }
    if let Some(first) = columns.iter_mut().find(|column| column.is_none()) {
        *first = Some(Field::GroupName);
    }
    columns
}

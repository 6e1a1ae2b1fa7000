//! The head of the report: the organisation, the programmes with their years and sellers, the day.

use chrono::NaiveDate;

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{BuysThrough, PlanProgramme};
use crate::domain::profile::Profile;
use crate::domain::programme::{Catalogue, Product, Programme, Route};
use crate::i18n;
use crate::report::ReportInput;
use crate::report::model::Writer;
use crate::report::words::{Words, clean};

/// How much of what a programme decides about gets its ESU from the OEM of the device.
#[derive(Clone, Debug)]
pub struct OemShare<'a> {
    /// The systems, each once, in the order of the groups.
    pub products: Vec<&'a Product>,
    /// Whether no group of the programme is bought for in another way.
    pub is_all: bool,
}

impl<'a> OemShare<'a> {
    /// Looks at the groups of one programme of a plan.
    pub fn of(catalogue: &'a Catalogue, profile: &Profile, part: &PlanProgramme) -> Self {
        let mut products: Vec<&Product> = Vec::new();
        let mut is_all = !part.groups.is_empty();
        for position in &part.groups {
            let group = profile.groups.get(*position);
            let product = group.and_then(|group| group.product.as_deref());
            match product.and_then(|id| catalogue.product(id)) {
                Some(product) if product.route == Route::Oem && !product.coverage.is_empty() => {
                    if !products.iter().any(|known| known.id == product.id) {
                        products.push(product);
                    }
                }
                _ => is_all = false,
            }
        }
        Self { products, is_all }
    }
}

pub(in crate::report) fn head(writer: &Writer<'_>) -> Vec<(String, String)> {
    let (words, input) = (&writer.words, writer.input);
    let plan = input.plan;
    let organisation = match input.profile.organisation.name.trim() {
        "" => words.tr("plan-not-named"),
        name => clean(name).into_owned(),
    };
    let as_of = (words.tr("plan-as-of"), words.date(plan.as_of));
    let mut head = vec![(words.tr("plan-organisation"), organisation)];
    let has_several = input.has_several();
    if has_several {
        head.push(as_of.clone());
    }
    for (part, programme) in plan.programmes.iter().zip(input.programmes()) {
        let oem = OemShare::of(input.catalogue, input.profile, part);
        let years = years(words, input, programme, &oem);
        let data = rule_data(words, part, programme);
        if has_several {
            let mut facts = vec![years];
            if part.buys_through != BuysThrough::Undecided || oem.is_all {
                facts.push(sellers(words, part, &oem));
            }
            facts.push(data);
            let name = programme.base.short_name.get(input.language);
            head.push((name.to_owned(), facts.join(" · ")));
            continue;
        }
        let name = programme.base.name.get(input.language);
        head.push((words.tr("plan-programme"), name.to_owned()));
        head.push(as_of.clone());
        head.push((words.tr("plan-coverage-year"), years));
        let through = i18n::field(words.language, Field::BuysThrough);
        head.push((through, sellers(words, part, &oem)));
        head.push((words.tr("plan-rule-data"), data));
    }
    head
}

/// Where the programme's ESU is bought; devices with an embedded system have a seller of their own.
fn sellers(words: &Words<'_>, part: &PlanProgramme, oem: &OemShare<'_>) -> String {
    if oem.is_all {
        return words.tr("plan-through-oem");
    }
    let channel = i18n::value(words.language, Field::BuysThrough, part.buys_through.id());
    if oem.products.is_empty() {
        channel
    } else {
        words.with("plan-through-oem-too", &[("channel", channel.into())])
    }
}

/// The coverage year of the plan's day: the programme's, and that of each system with years of its
/// own where it is another one.
fn years(
    words: &Words<'_>,
    input: &ReportInput<'_>,
    programme: &Programme,
    oem: &OemShare<'_>,
) -> String {
    let windows = programme.base.coverage.iter();
    let main = Year::on(
        input,
        windows.map(|window| (window.year, window.first_day, window.last_day)),
        programme.last_day(),
    );
    let mut years: Vec<(Year, Vec<&str>)> = Vec::new();
    for product in &oem.products {
        let windows = product.coverage.iter();
        let last_day = windows.clone().map(|window| window.last_day).max();
        let year = Year::on(
            input,
            windows.map(|window| (window.year, window.first_day, window.last_day)),
            last_day.unwrap_or(programme.last_day()),
        );
        if !oem.is_all && year.ends_with(&main) {
            continue;
        }
        let name = product.name.get(words.language);
        match years.iter_mut().find(|(known, _)| *known == year) {
            Some((_, names)) => names.push(name),
            None => years.push((year, vec![name])),
        }
    }
    let own = years.iter().map(|(year, names)| {
        words.with(
            "plan-year-of-systems",
            &[
                ("year", year.text(words).into()),
                ("systems", names.join(", ").into()),
            ],
        )
    });
    let main = (!oem.is_all).then(|| main.text(words));
    main.into_iter().chain(own).collect::<Vec<_>>().join("; ")
}

/// Where a day lies among coverage years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    Before,
    Runs(CoverageYear, NaiveDate, NaiveDate),
    Ended(NaiveDate),
}

impl Year {
    fn on(
        input: &ReportInput<'_>,
        mut windows: impl Iterator<Item = (CoverageYear, NaiveDate, NaiveDate)>,
        last_day: NaiveDate,
    ) -> Self {
        let day = input.plan.as_of;
        match windows.find(|(_, first, last)| *first <= day && day <= *last) {
            Some((year, first, last)) => Self::Runs(year, first, last),
            None if day > last_day => Self::Ended(last_day),
            None => Self::Before,
        }
    }

    /// Whether both say the same of what is to come; the programme's first year begins a day early.
    fn ends_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Runs(year, _, last), Self::Runs(other_year, _, other_last)) => {
                year == other_year && last == other_last
            }
            _ => self == other,
        }
    }

    fn text(&self, words: &Words<'_>) -> String {
        match self {
            Self::Before => words.tr("plan-year-before"),
            Self::Runs(year, first, last) => words.with(
                "plan-year-window",
                &[
                    ("year", year.number().to_string().into()),
                    ("start", words.date(*first).into()),
                    ("end", words.date(*last).into()),
                ],
            ),
            Self::Ended(day) => words.with("plan-year-ended", &[("day", words.date(*day).into())]),
        }
    }
}

fn rule_data(words: &Words<'_>, part: &PlanProgramme, programme: &Programme) -> String {
    words.with(
        "plan-rule-data-edition",
        &[
            ("edition", part.edition.to_string().into()),
            ("checked", words.date(programme.base.checked).into()),
        ],
    )
}

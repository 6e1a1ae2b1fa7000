//! What the letters are written with: words, names, and the entries that the plan has for them.

use fluent_bundle::FluentValue;

use crate::domain::licensing::Role;
use crate::domain::plan::{OrderLine, PlanStep};
use crate::domain::profile::EndpointGroup;
use crate::domain::programme::{CoverageWindow, NoteSection, Phase, Programme, RuleId};
use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::i18n::{self, tr, tr_with};
use crate::report::words::clean;
use crate::report::{ReportInput, group_name};

use super::{Basis, Letter, Paragraph};

pub(super) struct Writer<'a> {
    pub(super) input: &'a ReportInput<'a>,
    pub(super) language: Language,
}

/// A text and the entries it rests on.
pub(super) struct Said {
    text: String,
    faq: Vec<FaqId>,
}

impl Said {
    pub(super) fn new(text: String, faq: Vec<FaqId>) -> Self {
        Self { text, faq }
    }
}

impl<'a> Writer<'a> {
    pub(super) fn new(input: &'a ReportInput<'a>) -> Self {
        Self {
            input,
            language: input.language,
        }
    }

    pub(super) fn tr(&self, id: &str) -> String {
        tr(self.language, id)
    }

    pub(super) fn with(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        tr_with(self.language, id, args)
    }

    pub(super) fn date(&self, day: chrono::NaiveDate) -> String {
        i18n::date(self.language, day)
    }

    pub(super) fn number(&self, number: u64) -> String {
        i18n::number(self.language, number)
    }

    /// `A`, `A and B`, `A, B and C`.
    pub(super) fn join(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.with(
                "plan-list-and",
                &[
                    ("first", first.join(", ").into()),
                    ("last", last.as_str().into()),
                ],
            ),
        }
    }

    /// The organisation's name, or a blank for it.
    pub(super) fn organisation(&self) -> String {
        let name = self.input.profile.organisation.name.trim();
        if name.is_empty() {
            self.tr("letters-blank-organisation")
        } else {
            clean(name).into_owned()
        }
    }

    /// On whose behalf the letter is written: the organisation's, or that of a partner's customer.
    pub(super) fn on_behalf(&self) -> String {
        let id = match self.input.profile.organisation.role {
            None | Some(Role::EndCustomer) => "letters-on-behalf",
            Some(
                Role::CspDirectPartner | Role::CspIndirectReseller | Role::CspIndirectProvider,
            ) => "letters-on-behalf-of-customer",
        };
        self.with(id, &[("organisation", self.organisation().into())])
    }

    pub(super) fn group(&self, position: usize) -> Option<&'a EndpointGroup> {
        let group = self.input.profile.groups.get(position)?;
        Some(group)
    }

    pub(super) fn group_name(&self, position: usize) -> String {
        group_name(self.language, self.input.profile, position)
    }

    /// The name of a group's system.
    pub(super) fn system(&self, position: usize) -> String {
        let group = self.group(position);
        let id = group.and_then(|group| group.product.as_deref());
        let product = id.and_then(|id| self.input.catalogue.product(id));
        product.map_or_else(
            || self.tr("letters-blank-system"),
            |product| product.name.get(self.language).to_owned(),
        )
    }

    /// The names of the systems of these groups, each once.
    pub(super) fn systems(&self, groups: &[usize]) -> String {
        let mut names: Vec<String> = Vec::new();
        for group in groups {
            let name = self.system(*group);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        self.join(&names)
    }

    /// The entries behind a rule in the programmes at these positions.
    pub(super) fn rule(&self, rule: RuleId, programmes: &[usize]) -> Vec<FaqId> {
        self.input.sources_of(rule, programmes.iter().copied())
    }

    /// The entries of the plan's steps of a phase for any of these groups.
    pub(super) fn steps(&self, phase: Phase, programmes: &[usize], groups: &[usize]) -> Vec<FaqId> {
        let is_ours = |step: &&PlanStep| {
            step.phase == phase
                && programmes.contains(&step.programme)
                && step.groups.iter().any(|group| groups.contains(group))
        };
        let steps = self.input.plan.steps.iter().filter(is_ours);
        unique(steps.flat_map(|step| step.faq.iter().cloned()))
    }

    /// The entries of the plan's notes of a part for any of these groups.
    pub(super) fn notes(
        &self,
        section: NoteSection,
        programmes: &[usize],
        groups: &[usize],
    ) -> Vec<FaqId> {
        let plan = self.input.plan;
        let notes = plan.notes.iter().chain(&plan.warnings).filter(|note| {
            note.section == section
                && programmes.contains(&note.programme)
                && (note.groups.is_empty() || note.groups.iter().any(|g| groups.contains(g)))
        });
        unique(notes.flat_map(|note| note.faq.iter().cloned()))
    }

    /// The window of an order line's year.
    pub(super) fn window(&self, line: &OrderLine) -> Option<&'a CoverageWindow> {
        let programme: &Programme = self.input.programme(line.programme)?;
        let sku = programme.skus.iter().find(|sku| sku.id == line.sku)?;
        let mut offers = programme.base.offers.iter();
        let offer = offers.find(|offer| offer.id == sku.offer)?;
        programme.offer_window(offer, line.year)
    }
}

/// Every entry once, in the order of their ids.
pub(super) fn unique(faq: impl IntoIterator<Item = FaqId>) -> Vec<FaqId> {
    let mut faq: Vec<FaqId> = faq.into_iter().collect();
    faq.sort_unstable();
    faq.dedup();
    faq
}

/// A letter that is being written. A statement that no entry of the plan backs is left out.
pub(super) struct Draft<'w, 'a> {
    writer: &'w Writer<'a>,
    body: Vec<Paragraph>,
    sources: Vec<Basis>,
}

impl<'w, 'a> Draft<'w, 'a> {
    /// Begins with the greeting.
    pub(super) fn new(writer: &'w Writer<'a>) -> Self {
        Self {
            writer,
            body: vec![Paragraph::Text(writer.tr("letters-greeting"))],
            sources: Vec::new(),
        }
    }

    fn cite(&mut self, part: String, faq: impl IntoIterator<Item = FaqId>) {
        let faq = unique(faq);
        if !faq.is_empty() {
            self.sources.push(Basis { part, faq });
        }
    }

    /// What the letter begins with.
    pub(super) fn opening(&mut self, said: Said) {
        self.body.push(Paragraph::Text(said.text));
        self.cite(self.writer.tr("letters-part-opening"), said.faq);
    }

    /// A sentence that holds the letter together and says nothing that needs an entry.
    pub(super) fn link(&mut self, id: &str) {
        self.body.push(Paragraph::Text(self.writer.tr(id)));
    }

    /// A list; `heading` stands above it.
    pub(super) fn lines(&mut self, heading: &str, lines: Vec<Said>) {
        if lines.is_empty() {
            return;
        }
        let heading = self.writer.tr(heading);
        let part = heading.trim_end_matches(':').to_owned();
        self.body.push(Paragraph::Text(heading));
        let (texts, faq): (Vec<_>, Vec<_>) = lines.into_iter().map(|s| (s.text, s.faq)).unzip();
        self.body.push(Paragraph::Lines(texts));
        self.cite(part, faq.into_iter().flatten());
    }

    /// What is asked for; the last request ends the sentence.
    pub(super) fn requests(&mut self, requests: Vec<Said>) {
        let mut texts = Vec::new();
        for request in requests.into_iter().filter(|said| !said.faq.is_empty()) {
            texts.push(request.text);
            let number = texts.len().to_string().into();
            let part = self
                .writer
                .with("letters-part-request", &[("number", number)]);
            self.cite(part, request.faq);
        }
        if let Some(last) = texts.last_mut()
            && last.ends_with(';')
        {
            last.pop();
            last.push('.');
        }
        self.body.push(Paragraph::Requests(texts));
    }

    /// Ends with the signature.
    pub(super) fn finish(
        mut self,
        id: String,
        to: String,
        subject: String,
        attachments: Vec<String>,
    ) -> Letter {
        let writer = self.writer;
        self.link("letters-closing");
        self.body.push(Paragraph::Block(vec![
            writer.tr("letters-regards"),
            writer.tr("letters-blank-sender"),
            writer.organisation(),
            writer.tr("letters-blank-contact"),
        ]));
        Letter {
            id,
            language: writer.language,
            to,
            subject,
            body: self.body,
            attachments,
            sources: self.sources,
        }
    }
}

/// A name as part of an id: lower-case ASCII letters, digits and hyphens; Polish letters lose their
/// marks.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.to_lowercase().chars() {
        let plain = match character {
            'ą' => 'a',
            'ć' => 'c',
            'ę' => 'e',
            'ł' => 'l',
            'ń' => 'n',
            'ó' => 'o',
            'ś' => 's',
            'ź' | 'ż' => 'z',
            other => other,
        };
        if plain.is_ascii_alphanumeric() {
            slug.push(plain);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 40 {
            break;
        }
    }
    slug.trim_matches('-').to_owned()
}

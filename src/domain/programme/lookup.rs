//! Finding things in a programme by id and by date; nothing is ever rounded to the nearest.

use chrono::NaiveDate;

use super::{
    CoverageWindow, Edition, FaqEntry, Host, HostGives, Offer, Price, Product, Programme, Sku,
    SkuStatus,
};
use crate::domain::choice::Choice as _;
use crate::domain::facts::Facts;
use crate::domain::field::{Field, FieldKind};
use crate::domain::guide::condition::{Condition, Truth};
use crate::domain::licensing::Hosting;
use crate::domain::licensing::{CoverageYear, SalesChannel};

/// The answers that a programme's data adds to the fields whose list is not closed.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary<'a> {
    programme: &'a Programme,
}

impl<'a> Vocabulary<'a> {
    /// The ids a field takes, in the order in which they are offered; its position is its bit.
    pub fn ids(self, field: Field) -> Vec<&'a str> {
        let base = &self.programme.base;
        match field {
            Field::Product => base.products.iter().map(|p| &*p.id).collect(),
            Field::Offer => base.offers.iter().map(|offer| &*offer.id).collect(),
            Field::Edition => base
                .products
                .iter()
                .flat_map(|product| &product.editions)
                .map(|edition| &*edition.id)
                .collect(),
            Field::Prerequisites => self
                .programme
                .deployment
                .prerequisites
                .iter()
                .map(|prerequisite| &*prerequisite.id)
                .collect(),
            Field::Phase => [
                "before", "year-1", "year-2", "year-3", "year-4", "year-5", "year-6", "ended",
            ]
            .to_vec(),
            Field::Owned => ["year-1", "year-2", "year-3", "year-4", "year-5", "year-6"].to_vec(),
            // In conditions verdicts are written like all other ids.
            Field::Verdict => [
                "buy",
                "covered-free",
                "oem",
                "already-covered",
                "not-eligible",
                "not-offered",
                "retired",
                "needs-decision",
            ]
            .to_vec(),
            _ => field.fixed_values(),
        }
    }

    /// The bit of an answer.
    pub fn bit(self, field: Field, id: &str) -> Option<u32> {
        let position = self.ids(field).iter().position(|known| *known == id)?;
        u32::try_from(position).ok()
    }
}

impl Programme {
    /// The answers of this programme.
    pub fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary { programme: self }
    }

    /// The product with this id and its position.
    pub fn product(&self, id: &str) -> Option<(u32, &Product)> {
        (0..).zip(&self.base.products).find(|(_, p)| &*p.id == id)
    }

    /// The edition with this id, with its position over all products.
    pub fn edition(&self, product: &Product, id: &str) -> Option<(u32, &Edition)> {
        let mut index = 0;
        for candidate in &self.base.products {
            for edition in &candidate.editions {
                if &*edition.id == id && candidate.id == product.id {
                    return Some((index, edition));
                }
                index += 1;
            }
        }
        None
    }

    /// The entry with this id.
    pub fn faq_entry(&self, id: &str) -> Option<&FaqEntry> {
        self.faq.iter().find(|entry| entry.id.as_str() == id)
    }

    /// The coverage window that holds this day.
    pub fn window_on(&self, day: NaiveDate) -> Option<&CoverageWindow> {
        self.base
            .coverage
            .iter()
            .find(|window| window.first_day <= day && day <= window.last_day)
    }

    /// The window of a year.
    pub fn window(&self, year: CoverageYear) -> Option<&CoverageWindow> {
        self.base.coverage.iter().find(|w| w.year == year)
    }

    /// The coverage windows of an offer: its own, or the programme's.
    pub fn windows_of<'a>(&'a self, offer: &'a Offer) -> &'a [CoverageWindow] {
        if offer.coverage.is_empty() {
            &self.base.coverage
        } else {
            &offer.coverage
        }
    }

    /// The window of a year of an offer.
    pub fn offer_window<'a>(
        &'a self,
        offer: &'a Offer,
        year: CoverageYear,
    ) -> Option<&'a CoverageWindow> {
        let mut windows = self.windows_of(offer).iter();
        windows.find(|window| window.year == year)
    }

    /// The offer that a group falls under: the first that is known to fit.
    pub fn offer(&self, facts: &Facts) -> Option<(u32, &Offer)> {
        (0..)
            .zip(&self.base.offers)
            .find(|(_, offer)| offer.when.evaluate(facts) == Truth::Yes)
    }

    /// What a host gives; unclear where the data does not name it.
    pub fn host_gives(&self, host: Hosting) -> HostGives {
        let mut hosts = self.base.hosting.iter();
        hosts
            .find(|known: &&Host| known.host == host)
            .map_or(HostGives::Unclear, |known| known.gives)
    }

    /// The SKU of an offer's year that this channel lists for a group: one with a condition of its
    /// own goes before one for everyone.
    pub fn sku(
        &self,
        offer: &Offer,
        year: CoverageYear,
        channel: SalesChannel,
        facts: &Facts,
    ) -> Option<(usize, &Sku)> {
        let listed = || {
            self.skus.iter().enumerate().filter(|(_, sku)| {
                sku.offer == offer.id
                    && sku.year == year
                    && sku.status == SkuStatus::Orderable
                    && sku.channels.contains(&channel)
            })
        };
        listed()
            .find(|(_, sku)| {
                sku.when != Condition::Always && sku.when.evaluate(facts) == Truth::Yes
            })
            .or_else(|| listed().find(|(_, sku)| sku.when == Condition::Always))
    }

    /// The price known for a SKU in a channel.
    pub fn price(&self, sku: &Sku, channel: SalesChannel) -> Option<&Price> {
        self.prices
            .iter()
            .find(|price| price.sku == sku.id && price.channels.contains(&channel))
    }

    /// The answers that a field offers, given the product that is chosen for editions.
    pub fn offered(&self, field: Field, product: Option<&str>) -> Vec<&str> {
        match (field, product) {
            (Field::Edition, Some(product)) => self
                .product(product)
                .map(|(_, product)| product.editions.iter().map(|e| &*e.id).collect())
                .unwrap_or_default(),
            (Field::Hosting, _) => self.base.hosting.iter().map(|h| h.host.id()).collect(),
            (Field::OrderChannel, _) => {
                let mut offered: Vec<&str> = Vec::new();
                for sales in self.base.offers.iter().flat_map(|offer| &offer.sales) {
                    if !offered.contains(&sales.channel.id()) {
                        offered.push(sales.channel.id());
                    }
                }
                offered
            }
            _ if matches!(field.kind(), FieldKind::Choice | FieldKind::Choices) => {
                self.vocabulary().ids(field)
            }
            _ => Vec::new(),
        }
    }

    /// All fields that a condition of the data may name.
    pub fn all_fields() -> &'static [Field] {
        Field::ALL
    }
}

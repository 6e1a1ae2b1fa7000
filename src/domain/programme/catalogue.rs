//! All programmes together: which one decides about a system, and what an id names.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::check::Fault;
use super::{Exit, FaqEntry, Product, Programme, ProgrammeError, Sku};
use crate::domain::field::Field;
use crate::domain::guide::condition::{Condition, Many, One};
use crate::domain::text::LocalText;
use crate::domain::verify::{early_conditions, for_each_condition};

/// Programmes whose ids do not clash, in the order in which they are offered; never empty.
#[derive(Clone, Debug)]
pub struct Catalogue {
    programmes: Vec<Programme>,
    /// For each of them, the uses that it makes a difference for.
    usages: Vec<BTreeSet<String>>,
}

impl Catalogue {
    /// Puts programmes together.
    ///
    /// # Errors
    /// Every id that two of them use: systems, SKUs, ways out, entries, steps, notes, days and
    /// prerequisites are told apart by their ids alone. Or there is no programme at all.
    pub fn new(mut programmes: Vec<Programme>) -> Result<Self, ProgrammeError> {
        programmes.sort_by_key(|programme| programme.base.order);
        let mut owners: BTreeMap<(&str, String), &str> = BTreeMap::new();
        let mut faults = Vec::new();
        for programme in &programmes {
            for (kind, id) in ids(programme) {
                if let Some(owner) = owners.insert((kind, id.clone()), &programme.base.id) {
                    faults.push(Fault {
                        file: programme.base.id.clone(),
                        entry: id,
                        problem: format!("the programme '{owner}' has this {kind} too"),
                    });
                }
            }
        }
        if programmes.is_empty() {
            faults.push(Fault {
                file: "programmes".to_owned(),
                entry: "the folder".to_owned(),
                problem: "there is no programme".to_owned(),
            });
        }
        if faults.is_empty() {
            let usages = programmes.iter().map(told_usages).collect();
            Ok(Self { programmes, usages })
        } else {
            Err(ProgrammeError {
                id: "all together".to_owned(),
                faults,
            })
        }
    }

    /// The programmes in their order.
    pub fn programmes(&self) -> &[Programme] {
        &self.programmes
    }

    /// The programme with this id.
    pub fn get(&self, id: &str) -> Option<&Programme> {
        self.programmes
            .iter()
            .find(|programme| programme.base.id == id)
    }

    /// The position of the programme that decides about a system.
    pub fn position_of_product(&self, product: &str) -> Option<usize> {
        self.programmes
            .iter()
            .position(|programme| programme.product(product).is_some())
    }

    /// The programme that decides about a system.
    pub fn of_product(&self, product: &str) -> Option<&Programme> {
        self.programmes.get(self.position_of_product(product)?)
    }

    /// The position of the programme that a profile without any known system is planned for: the
    /// first whose coverage runs on the day, else the next to begin, else the last to have ended.
    pub fn position_for(&self, as_of: NaiveDate) -> usize {
        let sold = || {
            let programmes = self.programmes.iter().enumerate();
            programmes.filter(|(_, programme)| !programme.base.coverage.is_empty())
        };
        let first_day =
            |programme: &Programme| programme.base.coverage.first().map(|w| w.first_day);
        let running = sold().find(|(_, programme)| programme.window_on(as_of).is_some());
        let next = || {
            sold()
                .filter(|(_, programme)| first_day(programme).is_some_and(|day| day > as_of))
                .min_by_key(|(_, programme)| first_day(programme))
        };
        let last = || sold().max_by_key(|(_, programme)| programme.last_day());
        running
            .or_else(next)
            .or_else(last)
            .map_or(0, |(position, _)| position)
    }

    /// The system with this id.
    pub fn product(&self, id: &str) -> Option<&Product> {
        let mut programmes = self.programmes.iter();
        programmes.find_map(|programme| programme.product(id).map(|(_, product)| product))
    }

    /// The SKU with this id.
    pub fn sku(&self, id: &str) -> Option<&Sku> {
        let mut skus = self.programmes.iter().flat_map(|p| &p.skus);
        skus.find(|sku| &*sku.id == id)
    }

    /// The way out with this id.
    pub fn exit(&self, id: &str) -> Option<&Exit> {
        let mut exits = self.programmes.iter().flat_map(|p| &p.exits);
        exits.find(|exit| &*exit.id == id)
    }

    /// The entry with this id, with its programme.
    pub fn faq_entry(&self, id: &str) -> Option<(&Programme, &FaqEntry)> {
        let mut programmes = self.programmes.iter();
        programmes.find_map(|programme| Some((programme, programme.faq_entry(id)?)))
    }

    /// The name of an answer that programme data declares; none for all other fields.
    pub fn name_of(&self, field: Field, id: &str) -> Option<&LocalText> {
        let programmes = self.programmes.iter();
        match field {
            Field::Product => self.product(id).map(|product| &product.name),
            Field::Edition => programmes
                .flat_map(|programme| &programme.base.products)
                .flat_map(|product| &product.editions)
                .find(|edition| &*edition.id == id)
                .map(|edition| &edition.name),
            Field::Prerequisites => programmes
                .flat_map(|programme| &programme.deployment.prerequisites)
                .find(|prerequisite| &*prerequisite.id == id)
                .map(|prerequisite| &prerequisite.name),
            Field::Offer => programmes
                .flat_map(|programme| &programme.base.offers)
                .find(|offer| &*offer.id == id)
                .map(|offer| &offer.name),
            _ => None,
        }
    }

    /// The answers that a field offers for a group that runs this system; with an unknown system,
    /// those of all programmes, each once. Of what is told apart in one programme only, the others
    /// offer nothing.
    pub fn offered(&self, field: Field, product: Option<&str>) -> Vec<&str> {
        let owner = product.and_then(|id| self.of_product(id));
        match (field, owner) {
            (Field::Product, _) | (_, None) => {
                let mut ids: Vec<&str> = Vec::new();
                for programme in &self.programmes {
                    for id in programme.offered(field, None) {
                        if !ids.contains(&id) {
                            ids.push(id);
                        }
                    }
                }
                ids
            }
            (Field::Usage, Some(programme)) => {
                let position = product.and_then(|id| self.position_of_product(id));
                let told = position.and_then(|position| self.usages.get(position));
                let mut offered = programme.offered(field, product);
                let ordinary = offered.first().copied();
                offered.retain(|id| {
                    Some(*id) == ordinary || told.is_some_and(|told| told.contains(*id))
                });
                offered
            }
            (Field::OwnedChannel, Some(programme)) => {
                let sold = programme.offered(Field::OrderChannel, None);
                let mut offered = programme.offered(field, product);
                offered.retain(|id| *id == "oem" || sold.is_empty() || sold.contains(id));
                offered
            }
            (_, Some(programme)) => programme.offered(field, product),
        }
    }
}

/// The uses that some condition of a programme names.
fn told_usages(programme: &Programme) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    let mut take = |condition: &Condition| {
        condition.for_each(&mut |part| match part {
            Condition::Is(Field::Usage, One(values))
            | Condition::OneOf(Field::Usage, Many(values)) => {
                told.extend(values.ids.iter().cloned());
            }
            _ => {}
        });
    };
    for_each_condition(programme, &mut |_, _, condition| take(condition));
    for condition in early_conditions(programme) {
        take(condition);
    }
    told
}

/// Everything of a programme that is told apart by its id alone.
fn ids(programme: &Programme) -> Vec<(&'static str, String)> {
    let p = programme;
    let mut ids = vec![
        ("id", p.base.id.clone()),
        ("order", p.base.order.to_string()),
    ];
    let mut add = |kind, found: Vec<String>| ids.extend(found.into_iter().map(|id| (kind, id)));
    add(
        "system",
        p.base.products.iter().map(|x| x.id.to_string()).collect(),
    );
    add("SKU", p.skus.iter().map(|x| x.id.to_string()).collect());
    add(
        "offer",
        p.base.offers.iter().map(|x| x.id.to_string()).collect(),
    );
    add(
        "way out",
        p.exits.iter().map(|x| x.id.to_string()).collect(),
    );
    add("entry", p.faq.iter().map(|x| x.id.to_string()).collect());
    add(
        "step",
        (p.deployment.steps.iter().map(|x| x.id.to_string())).collect(),
    );
    add(
        "prerequisite",
        (p.deployment.prerequisites.iter().map(|x| x.id.to_string())).collect(),
    );
    add("note", p.notes.iter().map(|x| x.code.to_string()).collect());
    add("day", p.events.iter().map(|x| x.id.to_string()).collect());
    ids
}

//! What is known of prices, and sums of them.

use super::UnitPrice;
use super::shape::Context;
use crate::domain::licensing::SalesChannel;
use crate::domain::money::{Currency, Money, PriceBasis};
use crate::domain::programme::Sku;
use crate::domain::source::Certainty;

/// Adds an amount to the sum of its currency.
pub(super) fn add_amount(sums: &mut Vec<Money>, amount: Money) {
    match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
        Some(sum) => sum.minor_units = sum.minor_units.saturating_add(amount.minor_units),
        None => sums.push(amount),
    }
}

/// What is known of a SKU's price: one to reckon with, and else one that no source confirms.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownPrice {
    pub(super) sure: Option<UnitPrice>,
    pub(super) unconfirmed: Option<UnitPrice>,
}

/// The organisation's quote for a SKU, else the price that the programme knows.
pub(super) fn known_price(context: &Context<'_>, sku: &Sku, channel: SalesChannel) -> KnownPrice {
    let organisation = context.organisation;
    if let Some(minor_units) = organisation.quotes.get(&sku.id) {
        return KnownPrice {
            sure: Some(UnitPrice {
                amount: Money {
                    minor_units: *minor_units,
                    currency: organisation.currency.unwrap_or(Currency::USD),
                },
                basis: PriceBasis::Quote,
                source: None,
            }),
            unconfirmed: None,
        };
    }
    let Some((price, currency)) = context
        .programme
        .price(sku, channel)
        .and_then(|price| Some((price, Currency::new(&price.currency)?)))
    else {
        return KnownPrice::default();
    };
    let found = Some(UnitPrice {
        amount: Money {
            minor_units: i128::from(price.minor_units),
            currency,
        },
        basis: price.basis,
        source: Some(price.source.clone()),
    });
    match price.certainty {
        Certainty::Microsoft | Certainty::Reported => KnownPrice {
            sure: found,
            unconfirmed: None,
        },
        Certainty::Community | Certainty::ThirdParty | Certainty::Derived => KnownPrice {
            sure: None,
            unconfirmed: found,
        },
    }
}

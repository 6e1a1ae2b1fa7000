//! How many units of a SKU endpoints need.

use super::shape::{Context, counted_by};
use super::{Span, Trace};
use crate::domain::field::Field;
use crate::domain::licensing::{CountedBy, Hosting};
use crate::domain::profile::EndpointGroup;
use crate::domain::programme::{RuleId, Sku, Unit};
use crate::domain::text::{Argument, Statement};

/// How many units of a SKU some endpoints of a group need.
///
/// Cores are counted machine by machine, each at least as the floor and at most as the cap; where
/// virtual machines are licensed by the cores of their hosts, these are counted instead. Users and
/// accounts share a licence among their devices: one each where their number is known, and never
/// fewer than the devices need.
pub(super) fn units(sku: &Sku, group: &EndpointGroup, endpoints: u64) -> u64 {
    match sku.unit {
        Unit::Device => endpoints,
        Unit::User(devices) | Unit::Account(devices) => {
            let least = endpoints.div_ceil(u64::from(devices.max(1)));
            let all = u64::from(group.endpoint_count.unwrap_or(0)).max(1);
            let users = group.user_count.map_or(0, |users| {
                u64::from(users).saturating_mul(endpoints).div_ceil(all)
            });
            least.max(users)
        }
        Unit::Cores(cores) => {
            let pack = u64::from(cores.pack.max(1));
            let capped = |count: u32| u64::from(cores.cap.map_or(count, |cap| count.min(cap)));
            let is_on_hosts = group.hosting.is_some_and(|host| host != Hosting::Physical);
            match (counted_by(group), group.host_cores) {
                (CountedBy::PhysicalCores, Some(host_cores)) if is_on_hosts => {
                    let all = u64::from(group.endpoint_count.unwrap_or(0)).max(1);
                    let share = u64::from(host_cores.max(cores.physical_floor))
                        .saturating_mul(endpoints)
                        .div_ceil(all);
                    share.div_ceil(pack)
                }
                (basis, _) => {
                    let floor = match basis {
                        CountedBy::PhysicalCores => cores.physical_floor,
                        CountedBy::VirtualCores => cores.virtual_floor,
                    };
                    let each = capped(group.cores.unwrap_or(floor).max(floor)).div_ceil(pack);
                    endpoints.saturating_mul(each)
                }
            }
        }
    }
}

/// Says how units are counted and charged, where that is not one licence an endpoint and year.
pub(super) fn explain_units(context: &Context<'_>, sku: &Sku, span: Span, trace: &mut Trace) {
    let programme = context.programme;
    match sku.unit {
        Unit::Device => {}
        Unit::User(devices) | Unit::Account(devices) => trace.because(
            Statement::Message(
                "reason-licences-are-shared",
                vec![("count", Argument::Count(u64::from(devices)))],
            ),
            programme.rule(RuleId::LicencesAreShared),
        ),
        Unit::Cores(cores) => {
            trace.rest_on(&[Field::Cores, Field::CoreBasis, Field::HostCores]);
            trace.because(
                Statement::Message(
                    "reason-cores-are-counted",
                    vec![
                        ("physical", Argument::Count(u64::from(cores.physical_floor))),
                        ("virtual", Argument::Count(u64::from(cores.virtual_floor))),
                    ],
                ),
                programme.rule(RuleId::CoresAreCounted),
            );
            if cores.pack > 1 {
                trace.because(
                    Statement::Message(
                        "reason-sold-in-packs",
                        vec![("count", Argument::Count(u64::from(cores.pack)))],
                    ),
                    programme.rule(RuleId::CoresAreCounted),
                );
            }
        }
    }
    if span != Span::Whole {
        trace.because(
            Statement::Message("reason-billed-while-it-runs", vec![]),
            programme.rule(RuleId::BilledWhileItRuns),
        );
    }
}

//! Whether a field is something that can be decided, or a fact that can only be otherwise.

use crate::domain::field::Field;

/// What it means to answer a field in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// Somebody may do it: sign another agreement, move a host, leave earlier.
    Decision,
    /// The world would have to be different: another edition installed, a year bought already.
    Fact,
    /// A name, a price or what the plan works out: no other answer is ever tried.
    Label,
}

impl Nature {
    /// The nature of a field.
    pub fn of(field: Field) -> Self {
        match field {
            Field::Channels
            | Field::OrderChannel
            | Field::WindowsEnterprise
            | Field::SupportContracts
            | Field::UpdateTools
            | Field::ConfigurationManager
            | Field::ImageServicing
            | Field::Kms
            | Field::Reimaging
            | Field::ServerAssurance
            | Field::SqlAssurance
            | Field::ServicePack
            | Field::Hosting
            | Field::EnterpriseBenefit
            | Field::Prerequisites
            | Field::Connectivity
            | Field::LeavesOn
            | Field::Epso
            | Field::CoreBasis
            | Field::Join
            | Field::ManagedBy
            | Field::CloudPc
            | Field::SignsIn
            | Field::Enrolment
            | Field::Arc => Self::Decision,
            Field::Sector
            | Field::Role
            | Field::Tenant
            | Field::E5Offer
            | Field::DotNet
            | Field::InternetExplorer11
            | Field::SecurityEssentials
            | Field::EndpointProtection
            | Field::Office2010
            | Field::OlderWindows
            | Field::Product
            | Field::Edition
            | Field::Endpoints
            | Field::VirtualMachines
            | Field::SharedEndpoints
            | Field::LicenceOrigin
            | Field::Owned
            | Field::OwnedChannel
            | Field::Cores
            | Field::HostCores
            | Field::Users
            | Field::Usage
            | Field::Ownership
            | Field::Windows11 => Self::Fact,
            Field::Name
            | Field::Note
            | Field::Currency
            | Field::Quotes
            | Field::GroupName
            | Field::GroupNote
            | Field::Oem
            | Field::Phase
            | Field::BuysThrough
            | Field::Route
            | Field::Verdict
            | Field::BackYears
            | Field::Offer
            | Field::CountedBy => Self::Label,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice as _;
    use crate::domain::field::Scope;

    #[test]
    fn what_the_plan_works_out_is_never_tried() {
        for field in Field::ALL {
            if field.scope() == Scope::Derived {
                assert_eq!(Nature::of(*field), Nature::Label, "{field:?}");
            }
        }
    }
}

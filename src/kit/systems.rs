//! How Windows tells the systems apart that scripts are made for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::assets;

/// A system as Windows names it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct System {
    /// The product's id in the programme's data.
    pub(super) product: String,
    /// `Win32_OperatingSystem.Version`.
    pub(super) version: String,
    /// Whether it is a client or a server.
    pub(super) kind: Kind,
    /// The service pack that ESU needs; 0 for none.
    pub(super) service_pack: u32,
    /// `OperatingSystemSKU` by the ids of the editions.
    pub(super) editions: BTreeMap<String, Vec<u32>>,
}

/// What a system is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Kind {
    /// It runs an endpoint.
    Client,
    /// It runs a server.
    Server,
}

static SYSTEMS: LazyLock<Vec<System>> = LazyLock::new(|| {
    let text = assets::kit_template("systems.ron");
    // A test holds that the file can be read and that its ids are those of the programmes.
    text.and_then(|text| ron::from_str(text).ok())
        .unwrap_or_default()
});

/// The system of a product, where scripts are made for it.
pub(super) fn system(product: &str) -> Option<&'static System> {
    SYSTEMS.iter().find(|system| system.product == product)
}

impl System {
    /// The build's number, as `7601`.
    pub(super) fn build(&self) -> &str {
        self.version.rsplit('.').next().unwrap_or_default()
    }

    /// Whether Intune can manage it: Windows 10 as a client.
    pub(super) fn is_managed_by_intune(&self) -> bool {
        self.kind == Kind::Client && self.version.starts_with("10.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_are_those_of_the_programmes() {
        assert!(!SYSTEMS.is_empty());
        for system in SYSTEMS.iter() {
            let catalogue = assets::catalogue().unwrap();
            let product = catalogue.product(&system.product).unwrap();
            for edition in system.editions.keys() {
                let mut known = product.editions.iter();
                assert!(known.any(|known| *known.id == **edition), "{edition}");
            }
        }
    }
}

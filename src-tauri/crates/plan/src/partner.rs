//! A body that shares in an event or a mission.

use serde::{Deserialize, Serialize};

use crate::reference::CityId;
use crate::{PartnerId, Wording};

/// A partner body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Partner {
    /// Key.
    pub id: PartnerId,
    /// What it is called.
    pub name: Wording,
    /// What sort of body it is.
    pub kind: PartnerKind,
    /// The city it sits in, where the reference data knows it.
    pub city: Option<CityId>,
    /// Its page.
    pub url: String,
    /// Free text.
    pub notes: String,
}

/// What sort of body a partner is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PartnerKind {
    /// A government or an authority.
    Government,
    /// A university or a school.
    University,
    /// A chamber of commerce.
    Chamber,
    /// An association of a profession.
    Association,
    /// A company that offers posts.
    Employer,
    /// Anything else.
    #[default]
    Other,
}

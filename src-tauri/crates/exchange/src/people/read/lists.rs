//! Cells that hold several: addresses, numbers, sectors, languages, tags.

use std::collections::HashMap;
use std::sync::LazyLock;

use outreach_plan::people::{Email, Telephone};
use outreach_plan::reference::{countries, fold, schemes};
use outreach_plan::{MarketId, Scheme, Sector};

use super::super::{PersonField, mailboxes, telephones};
use super::Row;
use crate::sheets::{Cell, Params, entries, sector, short, tongue};

/// Entries of a cell that are looked at.
const MOST: usize = 100;

static SCHEMES: LazyLock<HashMap<String, Scheme>> = LazyLock::new(|| {
    let mut map = HashMap::new();
    for seed in schemes() {
        for name in [seed.short, seed.name.en, seed.name.zh_hant, seed.name.zh_hans] {
            map.entry(fold(name)).or_insert(seed.scheme);
        }
    }
    map.remove("");
    map
});

static COUNTRIES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut map = HashMap::new();
    for country in countries() {
        let code = country.code.as_str();
        for name in [code, country.name.en, country.name.zh_hant, country.name.zh_hans] {
            map.entry(fold(name)).or_insert(code);
        }
    }
    for (name, code) in [
        ("uk", "GB"),
        ("britain", "GB"),
        ("great britain", "GB"),
        ("british", "GB"),
        ("usa", "US"),
        ("u s a", "US"),
        ("us", "US"),
        ("american", "US"),
        ("prc", "CN"),
        ("china", "CN"),
        ("mainland china", "CN"),
        ("中國內地", "CN"),
        ("中国内地", "CN"),
        ("hksar", "HK"),
        ("hong kong sar", "HK"),
        ("korea", "KR"),
        ("uae", "AE"),
    ] {
        map.entry(name.to_owned()).or_insert(code);
    }
    map.remove("");
    map
});

impl Row<'_> {
    pub(super) fn emails(&mut self) -> Vec<Email> {
        let field = PersonField::Email;
        let mut emails: Vec<Email> = Vec::new();
        for column in self.columns(field) {
            let cell = self.cell_at(*column);
            if matches!(cell, Cell::Error(_)) {
                self.refuse(*column, field, "cell_error", Params::new());
                continue;
            }
            let text = cell.shown();
            let found = mailboxes::read(&text);
            if let Some(bad) = found.bad.first() {
                let params = Params::from([("text", short(bad))]);
                self.refuse(*column, field, "not_an_email", params);
            }
            if found.had_names {
                self.warn(*column, field, "display_name_dropped", Params::new());
            }
            for address in found.addresses.into_iter().take(MOST) {
                if !emails
                    .iter()
                    .any(|known| known.address.eq_ignore_ascii_case(&address))
                {
                    let heading = fold(&self.people.sheet.headings[*column]);
                    let label = if ["work", "business", "office", "company", "公司", "辦公"]
                        .iter()
                        .any(|word| heading.contains(word))
                    {
                        "work"
                    } else if ["home", "personal", "個人", "个人"]
                        .iter()
                        .any(|word| heading.contains(word))
                    {
                        "home"
                    } else {
                        ""
                    };
                    emails.push(Email {
                        address,
                        label: label.to_owned(),
                        bounced: false,
                    });
                }
            }
        }
        emails
    }

    /// The numbers of a row: those without a country's code are of the country that the planner gave, else of the row's
    /// own market.
    pub(super) fn telephones(&mut self, market: Option<MarketId>) -> Vec<Telephone> {
        let people = self.people;
        let of_market = || {
            people
                .plan
                .markets()
                .get(&market?)
                .map(|market| market.country.as_str())
        };
        let country = people.country.or_else(of_market);
        let mut telephones: Vec<Telephone> = Vec::new();
        for (field, label) in [
            (PersonField::Mobile, "mobile"),
            (PersonField::WorkTelephone, "work"),
            (PersonField::Telephone, ""),
            (PersonField::HomeTelephone, "home"),
        ] {
            for column in self.columns(field) {
                let found = telephones::read(self.cell_at(*column), label, country);
                if let Some(code) = found.problem {
                    self.refuse(*column, field, code, Params::new());
                }
                if let Some(code) = found.warning {
                    self.warn(*column, field, code, Params::new());
                }
                for telephone in found.telephones {
                    let same = |known: &Telephone| {
                        known.raw == telephone.raw || (!known.e164.is_empty() && known.e164 == telephone.e164)
                    };
                    if telephones.len() < MOST && !telephones.iter().any(same) {
                        telephones.push(telephone);
                    }
                }
            }
        }
        telephones
    }

    pub(super) fn market(&mut self) -> Option<MarketId> {
        let field = PersonField::Market;
        let text = self.line(field);
        if text.is_empty() {
            return None;
        }
        let column = self.columns(field)[0];
        let mut found = self.people.markets(&text);
        if found.is_empty()
            && let Some(code) = COUNTRIES.get(&fold(&text))
        {
            found = self.people.markets(code);
        }
        if let [first, ..] = found {
            return Some(*first);
        }
        self.warn(
            column,
            field,
            "market_unknown",
            Params::from([("text", short(&text))]),
        );
        self.keep(column, &text);
        None
    }

    pub(super) fn sectors(&mut self) -> Vec<Sector> {
        self.listed(PersonField::Sectors, "sector_unknown", sector)
    }

    pub(super) fn schemes(&mut self) -> Vec<Scheme> {
        self.listed(PersonField::Schemes, "scheme_unknown", |text| {
            SCHEMES.get(&fold(text)).copied()
        })
    }

    pub(super) fn languages(&mut self) -> Vec<String> {
        self.listed(PersonField::Languages, "language_unknown", tongue)
    }

    pub(super) fn countries(&mut self, field: PersonField) -> Vec<String> {
        self.listed(field, "country_unknown", |text| {
            COUNTRIES.get(&fold(text)).map(|code| (*code).to_owned())
        })
    }

    /// The entries of lists that are known, each once; those that are not are kept in the notes.
    fn listed<T: PartialEq>(
        &mut self,
        field: PersonField,
        code: &'static str,
        known: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for column in self.columns(field) {
            let text = self.line_at(*column, field);
            if text.is_empty() {
                continue;
            }
            if let Some(value) = known(&text) {
                if !found.contains(&value) {
                    found.push(value);
                }
                continue;
            }
            for entry in entries(&text.replace(" / ", ";"), |text| known(text).is_some())
                .into_iter()
                .take(MOST)
            {
                match known(&entry) {
                    Some(value) if found.contains(&value) => {}
                    Some(value) => found.push(value),
                    None => {
                        self.warn(*column, field, code, Params::from([("text", short(&entry))]));
                        self.keep(*column, &entry);
                    }
                }
            }
        }
        found
    }

    pub(super) fn tags(&mut self) -> Vec<String> {
        let field = PersonField::Tags;
        let mut tags: Vec<String> = Vec::new();
        for column in self.columns(field) {
            let text = self.cell_at(*column).shown();
            let text = text.replace(" ::: ", ";");
            for tag in text.split(['\n', ';', '；', ',', '，', '、']) {
                // Google's own groups are no labels of the office.
                let tag = tag.trim().trim_start_matches("* ").trim();
                let own = matches!(tag, "myContacts" | "My Contacts" | "starred");
                if !tag.is_empty() && !own && tags.len() < MOST && !tags.iter().any(|known| known == tag) {
                    tags.push(tag.chars().take(100).collect());
                }
            }
        }
        tags
    }
}

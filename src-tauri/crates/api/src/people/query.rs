//! What a planner types into the search of people: words, and operators that name a field.
//!
//! `chan event:"KL seminar" status:accepted -tag:press`. An operator may be written in any of the three languages and
//! with a full-width colon; a value is found as a part of a name. What is not understood is said and left out, so
//! that a list is never empty for a slip of the pen without a word.

use std::collections::HashSet;

use outreach_matching::Index;
use outreach_matching::fold;
use outreach_plan::people::{InvitationStatus, Nature, Person, Purpose};
use outreach_plan::reference::Names;
use outreach_plan::{EventId, MarketId, Plan, SavedListId, Scheme, Sector, Wording};

use super::told::key_of;
use crate::views::{HasWhat, QueryProblem};

/// Saved lists may name saved lists; no deeper than this, so that two that name each other end.
const DEEPEST: usize = 3;
/// A comma that stood in quotation marks.
const QUOTED_COMMA: char = '\u{1f}';
/// A query is at most so many characters.
const LONGEST: usize = 2000;

/// A query, ready to be asked of many people.
#[derive(Debug, Default)]
pub(crate) struct Query {
    /// What has no operator.
    pub(crate) words: String,
    /// The keys of those whom the words find, ascending; none if there are no words.
    pub(super) found: Option<Vec<u128>>,
    terms: Vec<(bool, Term)>,
    /// Where invitations of this query must stand, for its events.
    statuses: Vec<InvitationStatus>,
    pub(crate) problems: Vec<QueryProblem>,
}

#[derive(Debug)]
enum Term {
    Events(HashSet<EventId>),
    Market(HashSet<MarketId>),
    Status(InvitationStatus),
    Tag(String),
    List(Box<Query>),
    Sector(Vec<Sector>),
    Scheme(Vec<Scheme>),
    Has(HasWhat),
    Nature(Nature),
    Consent(Purpose),
    Source(String),
    Any(Vec<Term>),
}

impl Query {
    /// Reads a query and looks its words up.
    pub(crate) fn read(text: &str, plan: &Plan, index: &Index) -> Self {
        Self::read_at(text, plan, index, 0)
    }

    fn read_at(text: &str, plan: &Plan, index: &Index, depth: usize) -> Self {
        let mut query = Self::default();
        let text: String = text.chars().take(LONGEST).collect();
        let mut words: Vec<String> = Vec::new();
        for piece in pieces(&text) {
            match piece {
                Piece::Word(word) => words.push(word),
                Piece::Operator {
                    negated,
                    name,
                    operator,
                    value,
                } => query.ask(negated, &name, operator, &value, plan, index, depth),
            }
        }
        query.words = words.join(" ");
        if !query.words.is_empty() {
            query.found = Some(index.find_keys(&query.words));
        }
        query
    }

    /// Takes an operator in; of values with commas between them any may fit.
    #[expect(
        clippy::too_many_arguments,
        reason = "what one operator says, and what it is looked up in"
    )]
    fn ask(
        &mut self,
        negated: bool,
        name: &str,
        operator: Operator,
        values: &str,
        plan: &Plan,
        index: &Index,
        depth: usize,
    ) {
        let mut any = Vec::new();
        for value in values.split([',', '，', '、']) {
            let value = value.replace(QUOTED_COMMA, ",");
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match self.term(operator, value, plan, index, depth) {
                Ok(Term::Status(status)) if !negated => self.statuses.push(status),
                Ok(term) => any.push(term),
                Err(code) => self.problems.push(QueryProblem {
                    code: code.to_owned(),
                    operator: name.to_owned(),
                    text: value.to_owned(),
                }),
            }
        }
        if operator == Operator::Event && !any.is_empty() {
            let mut events = HashSet::new();
            for term in any {
                if let Term::Events(some) = term {
                    events.extend(some);
                }
            }
            self.terms.push((negated, Term::Events(events)));
        } else if any.len() > 1 {
            self.terms.push((negated, Term::Any(any)));
        } else {
            self.terms.extend(any.into_iter().map(|term| (negated, term)));
        }
    }

    /// The words of a query, and whether it has operators beside them.
    pub(crate) fn parted(text: &str) -> (String, bool) {
        let mut words: Vec<String> = Vec::new();
        let mut operators = false;
        for piece in pieces(text) {
            match piece {
                Piece::Word(word) => words.push(word),
                Piece::Operator { .. } => operators = true,
            }
        }
        (words.join(" "), operators)
    }

    fn term(
        &self,
        operator: Operator,
        value: &str,
        plan: &Plan,
        index: &Index,
        depth: usize,
    ) -> Result<Term, &'static str> {
        let wanted = fold::all(value);
        let in_wording = |name: &Wording| {
            [&name.en, &name.zh_hant, &name.zh_hans]
                .into_iter()
                .any(|name| !name.is_empty() && fold::all(name).contains(&wanted))
        };
        match operator {
            Operator::Event => {
                let events: HashSet<EventId> = plan
                    .events()
                    .values()
                    .filter(|event| event.id.to_string() == value || in_wording(&event.title))
                    .map(|event| event.id)
                    .collect();
                some(events, "no_such_event").map(Term::Events)
            }
            Operator::Market => {
                let markets: HashSet<MarketId> = plan
                    .markets()
                    .values()
                    .filter(|market| {
                        market.id.to_string() == value
                            || market.country.to_string().eq_ignore_ascii_case(value)
                            || in_wording(&market.name)
                    })
                    .map(|market| market.id)
                    .collect();
                some(markets, "no_such_market").map(Term::Market)
            }
            Operator::Status => status_of(value).map(Term::Status).ok_or("no_such_status"),
            Operator::Tag => Ok(Term::Tag(wanted)),
            Operator::List => {
                let list = plan
                    .saved_lists()
                    .values()
                    .find(|list| list.id.to_string() == value || fold::all(&list.name) == wanted);
                let list = list.or_else(|| {
                    plan.saved_lists()
                        .values()
                        .find(|list| fold::all(&list.name).contains(&wanted))
                });
                let list = list.filter(|_| depth < DEEPEST).ok_or("no_such_list")?;
                Ok(Term::List(Box::new(Self::read_at(
                    &list.query,
                    plan,
                    index,
                    depth + 1,
                ))))
            }
            Operator::Sector => {
                some(by_words(SECTORS, value, Sector::name), "no_such_sector").map(Term::Sector)
            }
            Operator::Scheme => {
                some(by_words(SCHEMES, value, |_| Names::default()), "no_such_scheme").map(Term::Scheme)
            }
            Operator::Consent => by_words(PURPOSES, value, Purpose::name)
                .first()
                .copied()
                .map(Term::Consent)
                .ok_or("no_such_purpose"),
            Operator::Has => by_words(HAS, value, |_| Names::default())
                .first()
                .copied()
                .map(Term::Has)
                .ok_or("unknown_value"),
            Operator::Is => by_words(NATURES, value, Nature::name)
                .first()
                .copied()
                .map(Term::Nature)
                .ok_or("unknown_value"),
            Operator::Source => Ok(Term::Source(wanted)),
        }
    }

    /// The query of a saved list.
    pub(crate) fn of_list(id: SavedListId, plan: &Plan, index: &Index) -> Self {
        match plan.saved_lists().get(&id) {
            Some(list) => Self::read_at(&list.query, plan, index, 1),
            None => Self::default(),
        }
    }

    /// Whether everybody fits.
    pub(crate) fn is_blank(&self) -> bool {
        self.found.is_none() && self.terms.is_empty() && self.statuses.is_empty()
    }

    /// Whether somebody fits.
    pub(crate) fn fits(&self, plan: &Plan, person: &Person) -> bool {
        if let Some(found) = &self.found
            && found.binary_search(&key_of(person.id)).is_err()
        {
            return false;
        }
        if self.terms.is_empty() && self.statuses.is_empty() {
            return true;
        }
        let asks_events = self
            .terms
            .iter()
            .any(|(negated, term)| !negated && matches!(term, Term::Events(_)));
        if !asks_events
            && !self.statuses.is_empty()
            && !plan
                .invitations_of(person.id)
                .iter()
                .any(|invitation| self.statuses.contains(&invitation.status))
        {
            return false;
        }
        self.terms
            .iter()
            .all(|(negated, term)| self.term_fits(plan, person, term, *negated) != *negated)
    }

    fn term_fits(&self, plan: &Plan, person: &Person, term: &Term, negated: bool) -> bool {
        match term {
            Term::Events(events) => plan.invitations_of(person.id).iter().any(|invitation| {
                events.contains(&invitation.event)
                    && (negated || self.statuses.is_empty() || self.statuses.contains(&invitation.status))
            }),
            Term::Market(markets) => person.market.is_some_and(|market| markets.contains(&market)),
            // Only of the contrary: others are asked with the events.
            Term::Status(status) => plan
                .invitations_of(person.id)
                .iter()
                .any(|invitation| invitation.status == *status),
            Term::Tag(tag) => person.tags.iter().any(|is| fold::all(is) == *tag),
            Term::List(list) => list.fits(plan, person),
            Term::Sector(sectors) => person.sectors.iter().any(|is| sectors.contains(is)),
            Term::Scheme(schemes) => person.schemes.iter().any(|is| schemes.contains(is)),
            Term::Has(what) => has(plan, person, *what),
            Term::Nature(nature) => person.nature == *nature,
            Term::Consent(purpose) => latest(person, *purpose) == Some(true),
            Term::Source(source) => fold::all(&person.source).contains(source),
            Term::Any(terms) => terms
                .iter()
                .any(|term| self.term_fits(plan, person, term, negated)),
        }
    }
}

/// Whether something is known of somebody.
pub(crate) fn has(plan: &Plan, person: &Person, what: HasWhat) -> bool {
    match what {
        HasWhat::Email => person.emails.iter().any(|email| !email.bounced),
        HasWhat::Telephone => !person.telephones.is_empty(),
        HasWhat::Chinese => !person.chinese.is_empty(),
        HasWhat::Organisation => !person.organisation.is_empty(),
        HasWhat::Market => person.market.is_some(),
        HasWhat::Notice => !person.notices.is_empty(),
        HasWhat::Consent => PURPOSES_ALL
            .iter()
            .any(|purpose| latest(person, *purpose) == Some(true)),
        HasWhat::Retention => person.retain_until.is_some(),
        HasWhat::Tag => !person.tags.is_empty(),
        HasWhat::Notes => !person.notes.is_empty(),
        HasWhat::Invitation => !plan.invitations_of(person.id).is_empty(),
        HasWhat::Visit => !plan.visits_of(person.id).is_empty(),
    }
}

/// What somebody said last about a purpose; of two words of one day the later recorded.
pub(crate) fn latest(person: &Person, purpose: Purpose) -> Option<bool> {
    person.agreed_to(purpose)
}

/// Every purpose.
pub(crate) const PURPOSES_ALL: [Purpose; 5] = [
    Purpose::Events,
    Purpose::Visits,
    Purpose::DirectMarketing,
    Purpose::Partners,
    Purpose::GbaTransfer,
];

fn some<T: IntoIterator>(found: T, code: &'static str) -> Result<T, &'static str>
where
    for<'a> &'a T: IntoIterator,
{
    if (&found).into_iter().next().is_none() {
        return Err(code);
    }
    Ok(found)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Event,
    Market,
    Status,
    Tag,
    List,
    Sector,
    Scheme,
    Has,
    Is,
    Consent,
    Source,
}

/// Operators in the three languages.
const OPERATORS: &[(Operator, &[&str])] = &[
    (Operator::Event, &["event", "活動", "活动"]),
    (Operator::Market, &["market", "市場", "市场"]),
    (Operator::Status, &["status", "狀態", "状态"]),
    (Operator::Tag, &["tag", "標籤", "标签"]),
    (Operator::List, &["list", "名單", "名单"]),
    (Operator::Sector, &["sector", "界別", "界别", "行業", "行业"]),
    (Operator::Scheme, &["scheme", "計劃", "计划"]),
    (Operator::Has, &["has", "有"]),
    (Operator::Is, &["is", "是"]),
    (Operator::Consent, &["consent", "同意"]),
    (Operator::Source, &["source", "來源", "来源"]),
];

type Words<T> = &'static [(T, &'static [&'static str])];

const STATUSES: Words<InvitationStatus> = &[
    (
        InvitationStatus::LongListed,
        &["long_listed", "長名單", "长名单", "初步", "初選", "初选"],
    ),
    (
        InvitationStatus::ShortListed,
        &["short_listed", "短名單", "短名单", "入圍", "入围"],
    ),
    (InvitationStatus::Invited, &["invited", "已邀請", "已邀请"]),
    (InvitationStatus::Accepted, &["accepted", "yes", "已接受", "接受"]),
    (
        InvitationStatus::Tentative,
        &["tentative", "maybe", "暫定", "暂定", "未定", "待定"],
    ),
    (
        InvitationStatus::Declined,
        &["declined", "no", "已婉拒", "婉拒", "已拒絕", "已拒绝"],
    ),
    (
        InvitationStatus::WaitListed,
        &["wait_listed", "waiting", "候補", "候补"],
    ),
    (
        InvitationStatus::Attended,
        &["attended", "came", "已出席", "出席"],
    ),
    (
        InvitationStatus::NoShow,
        &["no_show", "缺席", "未出席", "沒有出席", "没有出席"],
    ),
    (InvitationStatus::FollowedUp, &["followed_up", "已跟進", "已跟进"]),
    (
        InvitationStatus::Substituted,
        &["substituted", "已由他人代替", "代出席", "派代表", "改派代表"],
    ),
    (InvitationStatus::Withdrawn, &["withdrawn", "已撤回"]),
    (
        InvitationStatus::Bounced,
        &[
            "bounced",
            "undeliverable",
            "退信",
            "無法送達",
            "无法送达",
            "未能送達",
            "未能送达",
        ],
    ),
];

const SECTORS: Words<Sector> = &[
    (
        Sector::BusinessSupport,
        &["business_support", "商業支援", "商业支援"],
    ),
    (
        Sector::CreativeIndustries,
        &[
            "creative_industries",
            "arts_and_culture",
            "創意產業",
            "创意产业",
            "藝術文化",
            "艺术文化",
        ],
    ),
    (
        Sector::DevelopmentConstruction,
        &[
            "development_construction",
            "development_and_construction",
            "發展及建造",
            "发展及建造",
            "建造",
        ],
    ),
    (
        Sector::EnvironmentalTechnology,
        &["environmental_technology", "環境科技", "环境科技"],
    ),
    (
        Sector::FinancialServices,
        &["financial_services", "finance", "金融服務", "金融服务"],
    ),
    (Sector::Healthcare, &["healthcare", "health", "醫療", "医疗"]),
    (
        Sector::InnovationTechnology,
        &[
            "innovation_technology",
            "innovation_and_technology",
            "it",
            "創新及科技",
            "创新及科技",
            "創科",
            "创科",
        ],
    ),
    (
        Sector::LegalDisputeResolution,
        &[
            "legal_dispute_resolution",
            "legal",
            "law",
            "法律",
            "爭議解決",
            "争议解决",
        ],
    ),
    (
        Sector::AviationShipping,
        &[
            "aviation_shipping",
            "aviation_and_shipping",
            "航空及船務",
            "航空及船务",
        ],
    ),
];

const SCHEMES: Words<Scheme> = &[
    (Scheme::TtpsA, &["ttps_a", "ttps"]),
    (Scheme::TtpsB, &["ttps_b", "ttps"]),
    (Scheme::TtpsC, &["ttps_c", "ttps"]),
    (Scheme::Qmas, &["qmas", "優才", "优才"]),
    (Scheme::Gep, &["gep"]),
    (Scheme::Asmtp, &["asmtp", "專才", "专才"]),
    (Scheme::TechTas, &["tech_tas", "techtas"]),
    (Scheme::Iang, &["iang"]),
    (Scheme::Assg, &["assg"]),
];

const PURPOSES: Words<Purpose> = &[
    (Purpose::Events, &["events", "活動", "活动"]),
    (Purpose::Visits, &["visits", "訪問", "访问"]),
    (
        Purpose::DirectMarketing,
        &[
            "direct_marketing",
            "marketing",
            "直接促銷",
            "直接促销",
            "直銷",
            "直销",
        ],
    ),
    (Purpose::Partners, &["partners", "夥伴", "伙伴"]),
    (Purpose::GbaTransfer, &["gba_transfer", "gba", "大灣區", "大湾区"]),
];

const HAS: Words<HasWhat> = &[
    (HasWhat::Email, &["email", "e_mail", "mail", "電郵", "电邮"]),
    (HasWhat::Telephone, &["telephone", "phone", "電話", "电话"]),
    (HasWhat::Chinese, &["chinese", "中文名"]),
    (
        HasWhat::Organisation,
        &["organisation", "organization", "機構", "机构"],
    ),
    (HasWhat::Market, &["market", "市場", "市场"]),
    (HasWhat::Notice, &["notice", "聲明", "声明"]),
    (HasWhat::Consent, &["consent", "同意"]),
    (HasWhat::Retention, &["retention", "保留期"]),
    (HasWhat::Tag, &["tag", "標籤", "标签"]),
    (HasWhat::Notes, &["notes", "備註", "备注"]),
    (HasWhat::Invitation, &["invitation", "邀請", "邀请"]),
    (HasWhat::Visit, &["visit", "訪問", "访问"]),
];

const NATURES: Words<Nature> = &[
    (Nature::Person, &["person", "people", "人"]),
    (Nature::Body, &["body", "organisation", "機構", "机构"]),
];

/// Whatever a word stands for, by its key, its name in any language or a word for it; half a word is enough where
/// nothing is called just that.
fn by_words<T: Copy>(words: Words<T>, value: &str, name: impl Fn(T) -> Names) -> Vec<T> {
    let plain = |text: &str| fold::all(text).replace(['_', '-', ' '], "");
    let wanted = plain(value);
    if wanted.is_empty() {
        return Vec::new();
    }
    let pick = |fits: &dyn Fn(&str) -> bool| -> Vec<T> {
        words
            .iter()
            .filter(|(value, names)| {
                let called = name(*value);
                names
                    .iter()
                    .copied()
                    .chain([called.en, called.zh_hant, called.zh_hans])
                    .any(|name| fits(&plain(name)))
            })
            .map(|(value, _)| *value)
            .collect()
    };
    let exact = pick(&|name| name == wanted);
    if exact.is_empty() {
        pick(&|name| name.starts_with(&wanted))
    } else {
        exact
    }
}

fn status_of(value: &str) -> Option<InvitationStatus> {
    by_words(STATUSES, value, InvitationStatus::name).first().copied()
}

enum Piece {
    Word(String),
    Operator {
        negated: bool,
        /// As it was typed.
        name: String,
        operator: Operator,
        value: String,
    },
}

/// Cuts a query at blanks; what stands in quotation marks stays together.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut raw = String::new();
    let mut quoted = false;
    for c in text.chars().chain([' ']) {
        match c {
            '"' | '“' | '”' | '「' | '」' => quoted = !quoted,
            ',' if quoted => raw.push(QUOTED_COMMA),
            _ if c.is_whitespace() && !quoted => {
                if !raw.is_empty() {
                    pieces.extend(piece(&raw));
                    raw.clear();
                }
            }
            _ => raw.push(c),
        }
    }
    if !raw.is_empty() {
        // A mark that was never closed: everything behind it belongs together.
        pieces.extend(piece(raw.trim_end()));
    }
    pieces
}

fn piece(raw: &str) -> Option<Piece> {
    if let Some((name, value)) = raw.split_once([':', '：']) {
        let negated = name.starts_with('-');
        let name = name.trim_start_matches('-').to_lowercase();
        let operator = OPERATORS
            .iter()
            .find(|(_, names)| names.contains(&name.as_str()))
            .map(|(operator, _)| *operator);
        if let Some(operator) = operator {
            // An operator that is just being typed asks nothing yet.
            return (!value.trim().is_empty()).then(|| Piece::Operator {
                negated,
                name,
                operator,
                value: value.trim().to_owned(),
            });
        }
    }
    Some(Piece::Word(raw.replace(QUOTED_COMMA, ",")))
}

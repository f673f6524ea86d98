//! The words of a query in three languages: its operators, and the values that have a name.

use outreach_matching::fold;
use outreach_plan::people::{InvitationStatus, Nature, Purpose};
use outreach_plan::reference::Names;
use outreach_plan::{Scheme, Sector};

use crate::views::HasWhat;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
/// What a term of a query asks about.
pub(super) enum Operator {
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
pub(super) const OPERATORS: &[(Operator, &[&str])] = &[
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

pub(super) const SECTORS: Words<Sector> = &[
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

pub(super) const SCHEMES: Words<Scheme> = &[
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

pub(super) const PURPOSES: Words<Purpose> = &[
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

pub(super) const HAS: Words<HasWhat> = &[
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

pub(super) const NATURES: Words<Nature> = &[
    (Nature::Person, &["person", "people", "人"]),
    (Nature::Body, &["body", "organisation", "機構", "机构"]),
];

/// Whatever a word stands for, by its key, its name in any language or a word for it; half a word is enough where
/// nothing is called just that.
pub(super) fn by_words<T: Copy>(words: Words<T>, value: &str, name: impl Fn(T) -> Names) -> Vec<T> {
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

pub(super) fn status_of(value: &str) -> Option<InvitationStatus> {
    by_words(STATUSES, value, InvitationStatus::name).first().copied()
}

//! The columns of lists of people and of invitees.

use outreach_plan::people::{Invitation, Person};
use outreach_plan::reference::schemes;
use outreach_plan::{Language, Plan};

use super::table::Value;
use super::words::{nature_word, pick};
use crate::tongues::tongue;

/// What a row is about.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) person: &'a Person,
    /// Only in lists of invitees.
    pub(super) invitation: Option<&'a Invitation>,
    pub(super) plan: &'a Plan,
    pub(super) language: Language,
}

/// One column.
pub(super) struct Column {
    /// In English, Traditional and Simplified Chinese.
    pub(super) heading: [&'static str; 3],
    pub(super) value: fn(Line<'_>) -> Value,
}

const fn column(heading: [&'static str; 3], value: fn(Line<'_>) -> Value) -> Column {
    Column { heading, value }
}

/// The columns of people. Each heading is one that the reader of lists knows, so that a list comes back as it was.
pub(super) const PEOPLE: [Column; 25] = [
    column(
        ["Family name (English)", "姓氏（英文）", "姓氏（英文）"],
        |line| Value::from(&line.person.family),
    ),
    column(
        ["Given name (English)", "名字（英文）", "名字（英文）"],
        |line| Value::from(&line.person.given),
    ),
    column(["Chinese name", "中文姓名", "中文姓名"], |line| {
        Value::from(&line.person.chinese)
    }),
    column(["Preferred name", "常用名", "常用名"], |line| {
        Value::from(&line.person.preferred)
    }),
    column(["Honorific", "稱謂", "称谓"], |line| {
        Value::from(&line.person.honorific)
    }),
    column(["Nature", "性質", "性质"], |line| {
        Value::from(nature_word(line.person.nature, line.language))
    }),
    column(
        ["Post (English)", "職位（英文）", "职位（英文）"],
        |line| Value::from(&line.person.post.en),
    ),
    column(
        ["Post (Traditional Chinese)", "職位（繁體）", "职位（繁体）"],
        |line| Value::from(&line.person.post.zh_hant),
    ),
    column(
        ["Post (Simplified Chinese)", "職位（簡體）", "职位（简体）"],
        |line| Value::from(&line.person.post.zh_hans),
    ),
    column(
        ["Organisation (English)", "機構（英文）", "机构（英文）"],
        |line| Value::from(&line.person.organisation.en),
    ),
    column(
        [
            "Organisation (Traditional Chinese)",
            "機構（繁體）",
            "机构（繁体）",
        ],
        |line| Value::from(&line.person.organisation.zh_hant),
    ),
    column(
        [
            "Organisation (Simplified Chinese)",
            "機構（簡體）",
            "机构（简体）",
        ],
        |line| Value::from(&line.person.organisation.zh_hans),
    ),
    column(["Market", "市場", "市场"], |line| {
        let market = line.person.market.and_then(|id| line.plan.markets().get(&id));
        market.map_or(Value::Empty, |market| {
            Value::from(market.name.in_language(line.language))
        })
    }),
    column(["Sectors", "界別", "界别"], |line| {
        let names = line.person.sectors.iter();
        joined(names.map(|sector| sector.name().in_language(line.language)))
    }),
    column(["Schemes", "計劃", "计划"], |line| {
        let names = line.person.schemes.iter();
        joined(names.filter_map(|scheme| {
            let seed = schemes().iter().find(|seed| seed.scheme == *scheme)?;
            Some(seed.short)
        }))
    }),
    column(["Languages", "語言", "语言"], |line| {
        joined(line.person.languages.iter().map(|tag| tongue(tag, line.language)))
    }),
    column(["E-mail", "電郵", "电邮"], emails),
    column(["Mobile", "手提電話", "手机"], |line| {
        telephones(line, |label| label == "mobile")
    }),
    column(["Work telephone", "辦公電話", "办公电话"], |line| {
        telephones(line, |label| label == "work")
    }),
    column(["Home telephone", "住宅電話", "住宅电话"], |line| {
        telephones(line, |label| label == "home")
    }),
    column(["Telephone", "電話", "电话"], |line| {
        telephones(line, |label| !matches!(label, "mobile" | "work" | "home"))
    }),
    column(["Tags", "標籤", "标签"], |line| {
        joined(line.person.tags.iter().map(String::as_str))
    }),
    column(["Notes", "備註", "备注"], |line| {
        Value::from(&line.person.notes)
    }),
    column(["Source", "來源", "来源"], |line| {
        Value::from(&line.person.source)
    }),
    column(["Retain until", "保留至", "保留至"], |line| {
        line.person.retain_until.map_or(Value::Empty, Value::Day)
    }),
];

/// The columns of invitees, in the order in which a door or a host reads them.
pub(super) const INVITEES: [Column; 19] = [
    column(["Name", "姓名", "姓名"], |line| {
        Value::from(&line.person.name_in(line.language))
    }),
    column(["Latin name", "英文姓名", "英文姓名"], |line| {
        Value::from(&line.person.latin_name())
    }),
    column(["Chinese name", "中文姓名", "中文姓名"], |line| {
        Value::from(&line.person.chinese)
    }),
    column(["Honorific", "稱謂", "称谓"], |line| {
        Value::from(&line.person.honorific)
    }),
    column(["Post", "職位", "职位"], |line| {
        Value::from(line.person.post.in_language(line.language))
    }),
    column(["Organisation", "機構", "机构"], |line| {
        Value::from(line.person.organisation.in_language(line.language))
    }),
    column(["Invited as", "邀請身分", "邀请身份"], |line| {
        invited(line, |invitation| {
            Value::from(invitation.role.name().in_language(line.language))
        })
    }),
    column(["Status", "狀態", "状态"], |line| {
        invited(line, |invitation| {
            Value::from(invitation.status.name().in_language(line.language))
        })
    }),
    column(["Status since", "狀態日期", "状态日期"], |line| {
        invited(line, |invitation| {
            invitation
                .steps
                .last()
                .map_or(Value::Empty, |step| Value::Day(step.on))
        })
    }),
    column(["Segment", "類別", "类别"], |line| {
        invited(line, |invitation| Value::from(&invitation.segment))
    }),
    column(["VIP", "貴賓", "贵宾"], |line| {
        invited(line, |invitation| {
            if invitation.vip {
                Value::from(pick(line.language, ["Yes", "是", "是"]))
            } else {
                Value::Empty
            }
        })
    }),
    column(["Party", "人數", "人数"], |line| {
        invited(line, |invitation| {
            let party = 1 + invitation.companions.len() + usize::from(invitation.unnamed);
            Value::Count(u32::try_from(party).unwrap_or(u32::MAX))
        })
    }),
    column(["Companions", "同行者", "同行者"], |line| {
        invited(line, |invitation| {
            joined(
                invitation
                    .companions
                    .iter()
                    .map(|companion| companion.name.as_str()),
            )
        })
    }),
    column(["Table", "桌號", "桌号"], |line| {
        invited(line, |invitation| Value::from(&invitation.table))
    }),
    column(["Seat", "座位", "座位"], |line| {
        invited(line, |invitation| Value::from(&invitation.seat))
    }),
    column(["Dietary needs", "飲食需要", "饮食需要"], |line| {
        invited(line, |invitation| {
            needs(&invitation.dietary, invitation, |companion| &companion.dietary)
        })
    }),
    column(["Access needs", "無障礙需要", "无障碍需要"], |line| {
        invited(line, |invitation| {
            needs(&invitation.access, invitation, |companion| &companion.access)
        })
    }),
    column(["E-mail", "電郵", "电邮"], emails),
    column(["Telephone", "電話", "电话"], |line| {
        telephones(line, |_| true)
    }),
];

fn invited(line: Line<'_>, value: impl Fn(&Invitation) -> Value) -> Value {
    line.invitation.map_or(Value::Empty, value)
}

/// What the guest and the companions need, each with whose it is.
fn needs(
    own: &str,
    invitation: &Invitation,
    of: impl Fn(&outreach_plan::people::Companion) -> &String,
) -> Value {
    let mut lines: Vec<String> = Vec::new();
    if !own.is_empty() {
        lines.push(own.to_owned());
    }
    for companion in &invitation.companions {
        let need = of(companion);
        if !need.is_empty() {
            lines.push(format!("{}: {need}", companion.name));
        }
    }
    Value::Text(lines.join("\n"))
}

fn joined<'t>(names: impl Iterator<Item = &'t str>) -> Value {
    Value::Text(names.collect::<Vec<_>>().join("; "))
}

fn emails(line: Line<'_>) -> Value {
    joined(line.person.emails.iter().map(|email| email.address.as_str()))
}

/// Numbers in E.164 where it is known, else as they were written.
fn telephones(line: Line<'_>, is: impl Fn(&str) -> bool) -> Value {
    let numbers: Vec<&str> = line
        .person
        .telephones
        .iter()
        .filter(|telephone| is(&telephone.label))
        .map(|telephone| {
            if telephone.e164.is_empty() {
                &telephone.raw
            } else {
                &telephone.e164
            }
        })
        .map(String::as_str)
        .collect();
    let safe = |number: &&str| {
        let digits = number.strip_prefix('+').unwrap_or(number);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    match numbers.as_slice() {
        [number] if safe(number) => Value::Number((*number).to_owned()),
        numbers => Value::Text(numbers.join("; ")),
    }
}

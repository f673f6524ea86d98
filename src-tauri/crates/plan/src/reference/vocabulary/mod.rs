//! What the field's choices are called in the office's three languages.
//!
//! One place, so that a sheet, a page, a calendar and paper say the same word for the same thing. The window has these
//! words in its own files, where a translator looks for them; a test there holds them against these.

mod people;

use super::Names;
use crate::{DelegateRole, EventKind, MissionKind, PartnerKind, Region, Sector, Status, TravelMode};

macro_rules! named {
    ($($(#[$doc:meta])* $choice:ident { $($variant:ident: $en:literal, $hant:literal, $hans:literal;)* })*) => {$(
        impl $choice {
            $(#[$doc])*
            pub fn name(self) -> Names {
                match self {
                    $(Self::$variant => Names { en: $en, zh_hant: $hant, zh_hans: $hans },)*
                }
            }
        }
    )*};
}
pub(crate) use named;

named! {
    /// What a planner calls the region.
    Region {
        AsiaPacific: "Asia-Pacific", "亞太區", "亚太区";
        MiddleEast: "Middle East", "中東", "中东";
        Europe: "Europe", "歐洲", "欧洲";
        NorthAmerica: "North America", "北美洲", "北美洲";
        GbaJoint: "GBA joint missions", "大灣區聯合訪問團", "大湾区联合访问团";
    }
    /// What a planner calls the status.
    Status {
        Idea: "Idea", "構思", "构思";
        Tentative: "Tentative", "暫定", "暂定";
        Confirmed: "Confirmed", "已確認", "已确认";
        Held: "Held", "已舉行", "已举行";
        Reported: "Reported", "已匯報", "已汇报";
        Postponed: "Postponed", "已延期", "已延期";
        Cancelled: "Cancelled", "已取消", "已取消";
    }
    /// What a planner calls an event of this kind.
    EventKind {
        Seminar: "Seminar", "研討會", "研讨会";
        JobFair: "Job fair", "招聘會", "招聘会";
        CampusTalk: "Campus talk", "校園講座", "校园宣讲";
        Roundtable: "Roundtable", "圓桌會議", "圆桌会议";
        Reception: "Networking reception", "交流酒會", "交流酒会";
        ExhibitionBooth: "Exhibition booth", "展覽攤位", "展览展位";
        InterviewDay: "Interview day", "面試日", "面试日";
        MediaBriefing: "Media briefing", "傳媒簡報會", "媒体吹风会";
        Webinar: "Webinar", "網上研討會", "线上研讨会";
        FamiliarisationVisit: "Familiarisation visit", "考察訪問", "考察访问";
        CourtesyCall: "Courtesy call", "禮節性拜訪", "礼节性拜访";
    }
    /// What a planner calls a mission of this kind.
    MissionKind {
        Roadshow: "Roadshow", "推廣團", "推广团";
        JointMission: "Joint mission", "聯合訪問團", "联合访问团";
        InboundVisit: "Visit to Hong Kong", "來港訪問", "来港访问";
        Online: "Online", "網上活動", "线上活动";
    }
    /// What the role is called.
    DelegateRole {
        Staff: "Staff", "職員", "职员";
        Official: "Official", "官員", "官员";
        Employer: "Employer", "僱主", "雇主";
        Interpreter: "Interpreter", "傳譯員", "翻译";
    }
    /// What the means of travel is called.
    TravelMode {
        Flight: "Flight", "航班", "航班";
        Train: "Train", "火車", "火车";
        Road: "Road", "陸路", "公路";
        Ferry: "Ferry", "渡輪", "轮渡";
    }
}

impl PartnerKind {
    /// What a body of this kind is called; empty for one of no particular kind.
    pub fn name(self) -> Names {
        let (en, zh_hant, zh_hans) = match self {
            Self::Government => ("Government", "政府", "政府"),
            Self::University => ("University", "大學", "大学"),
            Self::Chamber => ("Chamber", "商會", "商会"),
            Self::Association => ("Association", "專業團體", "专业团体"),
            Self::Employer => ("Employer", "僱主", "雇主"),
            Self::Other => ("", "", ""),
        };
        Names { en, zh_hant, zh_hans }
    }
}

impl Sector {
    /// What the segment is called.
    pub fn name(self) -> Names {
        let seeds = super::sectors();
        let seed = seeds.iter().find(|seed| seed.sector == self);
        seed.map_or(Names::default(), |seed| seed.name)
    }
}

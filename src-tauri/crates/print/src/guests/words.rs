//! The words of papers about guests.

use outreach_plan::Language;
use outreach_plan::people::{
    DisclosureKind, InvitationStatus, InviteeRole, Nature, Outcome, Purpose, Source, Verdict, VisitStage,
};

use crate::words::pick;

/// As what somebody is invited.
pub(crate) fn role(role: InviteeRole, language: Language) -> &'static str {
    let words = match role {
        InviteeRole::Guest => ["Guest", "嘉賓", "嘉宾"],
        InviteeRole::Speaker => ["Speaker", "講者", "讲者"],
        InviteeRole::Vip => ["Guest of honour", "貴賓", "贵宾"],
        InviteeRole::Candidate => ["Candidate", "人才", "人才"],
        InviteeRole::Partner => ["Partner", "合作機構代表", "合作机构代表"],
        InviteeRole::Media => ["Media", "傳媒", "媒体"],
    };
    pick(language, words)
}

/// How far an invitation has come.
pub(crate) fn status(status: InvitationStatus, language: Language) -> &'static str {
    let words = match status {
        InvitationStatus::LongListed => ["Long-listed", "初選名單", "初选名单"],
        InvitationStatus::ShortListed => ["Short-listed", "入選名單", "入选名单"],
        InvitationStatus::Invited => ["Invited", "已邀請", "已邀请"],
        InvitationStatus::Accepted => ["Accepted", "接受", "接受"],
        InvitationStatus::Tentative => ["Tentative", "待定", "待定"],
        InvitationStatus::Declined => ["Declined", "婉拒", "婉拒"],
        InvitationStatus::WaitListed => ["Wait-listed", "候補", "候补"],
        InvitationStatus::Attended => ["Attended", "已出席", "已出席"],
        InvitationStatus::NoShow => ["No-show", "未出席", "未出席"],
        InvitationStatus::FollowedUp => ["Followed up", "已跟進", "已跟进"],
        InvitationStatus::Substituted => ["Substitute sent", "已派代表", "已派代表"],
        InvitationStatus::Withdrawn => ["Withdrawn", "已撤回", "已撤回"],
        InvitationStatus::Bounced => ["Undeliverable", "無法送達", "无法送达"],
    };
    pick(language, words)
}

/// How a step became known.
pub(crate) fn source(source: Source, language: Language) -> &'static str {
    let words = match source {
        Source::Planner => ["Planner", "策劃人員", "策划人员"],
        Source::Email => ["E-mail", "電郵", "电邮"],
        Source::Telephone => ["Telephone", "電話", "电话"],
        Source::Calendar => ["Calendar reply", "日曆回覆", "日历回复"],
        Source::Import => ["Import", "匯入", "导入"],
        Source::Desk => ["Check-in", "簽到", "签到"],
    };
    pick(language, words)
}

/// How far a visit has come.
pub(crate) fn stage(stage: VisitStage, language: Language) -> &'static str {
    let words = match stage {
        VisitStage::Nominated => ["Nominated", "獲提名", "获提名"],
        VisitStage::Approved => ["Approved", "已批准", "已批准"],
        VisitStage::Invited => ["Invited", "已邀請", "已邀请"],
        VisitStage::Accepted => ["Accepted", "已接受", "已接受"],
        VisitStage::TravelBooked => ["Travel booked", "已訂行程", "已订行程"],
        VisitStage::InHongKong => ["In Hong Kong", "在港", "在港"],
        VisitStage::FollowedUp => ["Followed up", "已跟進", "已跟进"],
        VisitStage::Outcome => ["Outcome", "有結果", "有结果"],
        VisitStage::Closed => ["Closed", "已結束", "已结束"],
    };
    pick(language, words)
}

/// What came of a visit.
pub(crate) fn outcome(outcome: Outcome, language: Language) -> &'static str {
    let words = match outcome {
        Outcome::SchemeApplied => ["Applied under a scheme", "已申請計劃", "已申请计划"],
        Outcome::Joined => ["Joined a body in Hong Kong", "已加入香港機構", "已加入香港机构"],
        Outcome::Declined => ["Declined", "婉拒", "婉拒"],
    };
    pick(language, words)
}

/// What was decided about a nomination.
pub(crate) fn verdict(verdict: Verdict, language: Language) -> &'static str {
    let words = match verdict {
        Verdict::Approved => ["Approved", "批准", "批准"],
        Verdict::Refused => ["Refused", "不批准", "不批准"],
        Verdict::Returned => ["Returned", "退回", "退回"],
    };
    pick(language, words)
}

/// For what data is used.
pub(crate) fn purpose(purpose: Purpose, language: Language) -> &'static str {
    let words = match purpose {
        Purpose::Events => ["Events", "活動", "活动"],
        Purpose::Visits => ["Visits", "訪問", "访问"],
        Purpose::DirectMarketing => ["Direct marketing", "直接促銷", "直接促销"],
        Purpose::Partners => ["Partner bodies", "合作機構", "合作机构"],
        Purpose::GbaTransfer => ["Transfer to GBA cities", "轉移至大灣區城市", "转移至大湾区城市"],
    };
    pick(language, words)
}

/// What was written.
pub(crate) fn disclosure(kind: DisclosureKind, language: Language) -> &'static str {
    let words = match kind {
        DisclosureKind::People => ["List of people", "人員名單", "人员名单"],
        DisclosureKind::Cards => ["Contact cards", "聯絡卡", "联系卡"],
        DisclosureKind::Invitees => ["Invitees", "受邀者名單", "受邀者名单"],
        DisclosureKind::Letters => ["Letters", "信函", "信函"],
        DisclosureKind::Badges => ["Badges", "名牌", "名牌"],
        DisclosureKind::DoorList => ["Door list", "簽到表", "签到表"],
        DisclosureKind::VisitBooklet => ["Visit booklet", "訪問手冊", "访问手册"],
        DisclosureKind::AccessReport => ["Access report", "查閱報告", "查阅报告"],
    };
    pick(language, words)
}

/// A person or a body.
pub(crate) fn nature(nature: Nature, language: Language) -> &'static str {
    pick(
        language,
        match nature {
            Nature::Person => ["Person", "個人", "个人"],
            Nature::Body => ["Body", "機構", "机构"],
        },
    )
}

macro_rules! said {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $hant:literal, $hans:literal;)*) => {$(
        $(#[$doc])*
        pub(crate) const $name: [&str; 3] = [$en, $hant, $hans];
    )*};
}

said! {
    ACCESS_REPORT: "Access report: everything held about this person", "查閱資料報告：所持有的全部個人資料", "查阅资料报告：所持有的全部个人资料";
    AT: "When", "時間", "时间";
    BADGES: "Name badges", "名牌", "名牌";
    BY: "By", "經辦", "经办";
    CHANGE: "Change", "更改", "更改";
    CHANGES: "Changes of the record", "記錄更改", "记录更改";
    CHECKLIST: "To see to", "待辦事項", "待办事项";
    CHINESE: "Chinese name", "中文姓名", "中文姓名";
    COMPANIONS: "Companions", "同行者", "同行者";
    CONSENTS: "Consents", "同意紀錄", "同意记录";
    CONTACT: "Contact", "聯絡方法", "联系方式";
    COSTS: "Costs", "開支", "开支";
    DATE: "Date", "日期", "日期";
    DISCLOSURES: "What was written to files", "已匯出的檔案", "已导出的文件";
    DOOR_LIST: "Door list", "簽到表", "签到表";
    DUE: "By", "期限", "期限";
    EMAIL: "E-mail", "電郵", "电邮";
    ESCORT: "Escort", "陪同", "陪同";
    ESTIMATE: "estimate", "估算", "估算";
    EVENTS: "Invitations", "邀請", "邀请";
    EXPECTED: "expected", "預計出席", "预计出席";
    FAMILY: "Family name", "姓氏", "姓氏";
    FREE_DAY: "Nothing planned", "暫無安排", "暂无安排";
    GIVEN: "Given name", "名字", "名字";
    GIVEN_ON: "Given", "給予日期", "给予日期";
    HELD_UNTIL: "Held until", "保留至", "保留至";
    HERE: "Here", "到", "到";
    HERE_NOW: "here", "已到", "已到";
    HOME_TIME: "Home time", "原居地時間", "原居地时间";
    HONORIFIC: "Title", "稱謂", "称谓";
    HOST: "Host", "接待人", "接待人";
    LANGUAGES: "Languages", "語言", "语言";
    MARKET: "Market", "市場", "市场";
    NATURE: "Kind", "類別", "类别";
    NEEDS: "Needs", "特別需要", "特别需要";
    NOBODY: "Nobody has accepted yet.", "暫未有人接受邀請。", "暂未有人接受邀请。";
    NOMINATED_BY: "Nominated by", "提名人", "提名人";
    NOMINATION: "Nomination and approvals", "提名及審批", "提名及审批";
    NOTHING: "Nothing is held here.", "沒有資料。", "没有资料。";
    NOTICE: "Notice", "聲明", "声明";
    NOTICES: "Collection notices given", "已給予的收集個人資料聲明", "已给予的收集个人资料声明";
    NO_PROGRAMME: "The programme is not planned yet.", "行程尚未安排。", "行程尚未安排。";
    ORGANISATION: "Organisation", "機構", "机构";
    OUTCOME: "Outcome", "結果", "结果";
    PAID: "paid", "已付", "已付";
    PARTY: "Party", "人數", "人数";
    PASSPORTS: "Passports", "護照", "护照";
    PERSON: "Person", "個人資料", "个人资料";
    PREFACE: "Made on request under data protection principle 6 of the Personal Data (Privacy) Ordinance.", "根據《個人資料（私隱）條例》保障資料第6原則，應要求編製。", "根据《个人资料（私隐）条例》保障资料第6原则，应要求编制。";
    PREFERRED: "Called", "慣用名", "惯用名";
    PROGRAMME: "Programme", "行程", "行程";
    PURPOSE: "Purpose", "用途", "用途";
    REFUSED: "refused", "不同意", "不同意";
    GRANTED: "given", "同意", "同意";
    SCHEMES: "Schemes of interest", "有興趣的計劃", "有兴趣的计划";
    SEAT: "Table, seat", "桌號、座位", "桌号、座位";
    SOURCE: "Source", "來源", "来源";
    STATUS: "Status", "狀態", "状态";
    STEPS: "Steps", "進展", "进展";
    SUM: "Total", "合計", "合计";
    TABLE: "Table", "桌", "桌";
    TABLE_CARDS: "Table cards", "座位牌", "座位牌";
    TAGS: "Tags", "標籤", "标签";
    TASKS: "Follow-up", "跟進事項", "跟进事项";
    TELEPHONE: "Telephone", "電話", "电话";
    TRAVEL: "Travel and lodging", "交通及住宿", "交通及住宿";
    UNIVERSITY: "Studied in", "就讀地區", "就读地区";
    VERDICT: "Decision", "決定", "决定";
    VISIT_PROGRAMME: "Programme of a visit to Hong Kong", "訪港行程", "访港行程";
    VISITS: "Visits to Hong Kong", "訪港", "访港";
    WAITING: "waiting", "候補", "候补";
    WITH: "With", "會見", "会见";
}

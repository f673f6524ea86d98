//! The words of papers about guests.

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
    DOOR_LIST: "Door list", "入場名單", "入场名单";
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

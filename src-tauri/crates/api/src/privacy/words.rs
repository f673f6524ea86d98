//! What was changed of a person, in the language of their access report.

use outreach_plan::Language;

/// The words of one language of three.
pub(super) fn pick(language: Language, words: [&'static str; 3]) -> &'static str {
    match language {
        Language::English => words[0],
        Language::TraditionalChinese => words[1],
        Language::SimplifiedChinese => words[2],
    }
}

/// What a change did to a record.
pub(super) fn deed(table: &str, action: &str) -> [&'static str; 3] {
    match (table, action) {
        ("person", "insert") => ["Record made", "建立記錄", "建立记录"],
        ("person", "delete") => ["Record removed", "移除記錄", "移除记录"],
        ("person", _) => ["Record changed", "更改記錄", "更改记录"],
        ("invitation", "insert") => ["Invitation made", "建立邀請", "建立邀请"],
        ("invitation", "delete") => ["Invitation removed", "移除邀請", "移除邀请"],
        ("invitation", _) => ["Invitation changed", "更改邀請", "更改邀请"],
        (_, "insert") => ["Visit made", "建立訪問", "建立访问"],
        (_, "delete") => ["Visit removed", "移除訪問", "移除访问"],
        _ => ["Visit changed", "更改訪問", "更改访问"],
    }
}

/// A field of a person, an invitation or a visit; none for what is computed.
pub(super) fn field(name: &str) -> Option<[&'static str; 3]> {
    Some(match name {
        "nature" => ["nature", "性質", "性质"],
        "family" => ["family name", "姓氏", "姓氏"],
        "given" => ["given name", "名字", "名字"],
        "chinese" => ["Chinese name", "中文姓名", "中文姓名"],
        "preferred" => ["preferred name", "常用名", "常用名"],
        "honorific" => ["honorific", "稱謂", "称谓"],
        "post" => ["post", "職位", "职位"],
        "organisation" => ["organisation", "機構", "机构"],
        "market" => ["market", "市場", "市场"],
        "sectors" => ["sectors", "界別", "界别"],
        "schemes" => ["schemes", "計劃", "计划"],
        "passports" => ["passports", "護照", "护照"],
        "university_region" => ["university region", "大學所在地", "大学所在地"],
        "languages" => ["languages", "語言", "语言"],
        "emails" => ["e-mail addresses", "電郵地址", "电邮地址"],
        "telephones" => ["telephone numbers", "電話號碼", "电话号码"],
        "tags" => ["tags", "標籤", "标签"],
        "notes" => ["notes", "備註", "备注"],
        "source" => ["source", "來源", "来源"],
        "notices" => ["collection notices", "收集個人資料聲明", "收集个人资料声明"],
        "consents" => ["consents", "同意", "同意"],
        "retain_until" => ["retention date", "保留期限", "保留期限"],
        "merged_into" => ["merge", "合併", "合并"],
        "role" => ["role", "身分", "身份"],
        "status" | "steps" => ["status", "狀態", "状态"],
        "segment" => ["segment", "類別", "类别"],
        "companions" | "unnamed" => ["companions", "同行者", "同行者"],
        "vip" => ["guest of honour", "貴賓", "贵宾"],
        "table" | "seat" => ["seat", "座位", "座位"],
        "dietary" => ["dietary needs", "飲食需要", "饮食需要"],
        "access" => ["access needs", "無障礙需要", "无障碍需要"],
        "arrived" | "arrived_at" => ["check-in", "報到", "签到"],
        "stage" => ["stage", "階段", "阶段"],
        "nominated_by" | "reason" => ["nomination", "提名", "提名"],
        "approvals" => ["approvals", "批准", "批准"],
        "host" | "escorts" => ["hosts", "接待人員", "接待人员"],
        "home_zone" => ["home time zone", "所在時區", "所在时区"],
        "arrive" | "depart" | "travel" => ["travel", "行程", "行程"],
        "checklist" | "tasks" => ["tasks", "事項", "事项"],
        "meetings" => ["programme", "日程", "日程"],
        "costs" => ["costs", "費用", "费用"],
        "outcome" | "scheme" => ["outcome", "結果", "结果"],
        _ => return None,
    })
}

/// Changed fields after what was done.
pub(super) fn with_fields(language: Language, deed: [&'static str; 3], fields: &[&str]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in fields.iter().filter_map(|name| field(name)) {
        let name = pick(language, name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let deed = pick(language, deed);
    if names.is_empty() {
        return deed.to_owned();
    }
    match language {
        Language::English => format!("{deed}: {}", names.join(", ")),
        Language::TraditionalChinese | Language::SimplifiedChinese => {
            format!("{deed}：{}", names.join("、"))
        }
    }
}

//! Headings that are known.

use super::super::PersonField;

/// Headings as people and programs (Outlook, Google, chambers' lists) write them, folded and without numbers, by
/// field. Most are told apart by later words; see [`super::DROPPED`] for those that may stand before them.
pub(super) const KNOWN: &[(PersonField, &str)] = &[
    (
        PersonField::FullName,
        "name|names|full name|fullname|name in full|display name|contact|contact name|contact person|guest|guest name|\
         name of guest|invitee|invitee name|participant|participant name|attendee|attendee name|delegate|person|\
         candidate|candidate name|speaker|member|member name|representative|name of representative|english name|\
         name english|name in english|name en|full name english|english full name|file as|employee name|\
         applicant|applicant name|talent|talent name|registrant|registrant name|\
         姓名|全名|名字|英文姓名|英文名|英文名稱|英文名称|姓名英文|嘉賓|嘉宾|嘉賓姓名|嘉宾姓名|賓客姓名|宾客姓名|聯絡人|联系人|\
         联络人|聯絡人姓名|联系人姓名|參加者|参加者|參加者姓名|参加者姓名|與會者|与会者|代表姓名|出席者|出席者姓名|候選人|候选人|\
         申請人姓名|申请人姓名|講者|讲者|顯示名稱|显示名称",
    ),
    (
        PersonField::Family,
        "family|family name|last name|lastname|surname|sur name|last|surname english|family name english|last name english|\
         english surname|english family name|english last name|姓|姓氏|英文姓|英文姓氏|姓英文|姓氏英文|姓拼音|姓氏拼音",
    ),
    (
        PersonField::Given,
        "given|given name|given names|first name|firstname|first|forename|forenames|christian name|given name english|\
         first name english|english given name|english first name|名|英文名名|名英文|名拼音|名字英文|英文名字",
    ),
    (
        PersonField::Middle,
        "middle|middle name|middle names|additional name|middle initial|other names|中間名|中间名",
    ),
    (
        PersonField::Chinese,
        "chinese|chinese name|name chinese|name in chinese|name zh|full name chinese|chinese full name|\
         chinese characters|name in chinese characters|中文姓名|中文名|中文名字|中文全名|姓名中文|中文|漢字姓名|汉字姓名",
    ),
    (
        PersonField::ChineseFamily,
        "chinese surname|surname chinese|chinese family name|family name chinese|chinese last name|last name chinese|\
         中文姓|中文姓氏|姓中文|姓氏中文",
    ),
    (
        PersonField::ChineseGiven,
        "chinese given name|given name chinese|chinese first name|first name chinese|中文名名|名中文|名字中文",
    ),
    (
        PersonField::Preferred,
        "preferred|preferred name|nickname|nick name|known as|goes by|alias|name on badge|badge name|call name|\
         salutation name|暱稱|昵称|別名|别名|稱呼名|喜用名|常用名",
    ),
    (
        PersonField::Honorific,
        "honorific|salutation|prefix|name prefix|courtesy title|mr ms|mr mrs ms|mr mrs ms dr|title mr ms|title of courtesy|\
         personal title|稱謂|称谓|稱呼|称呼|尊稱|尊称|敬稱|敬称",
    ),
    (
        PersonField::Nature,
        "nature|kind|record type|person or body|type of contact|contact type|性質|性质|類別人或機構|個人或機構|个人或机构",
    ),
    (
        PersonField::Post,
        "post|position|job title|jobtitle|job|role title|designation|occupation|post title|organization title|\
         organisation title|position title|current position|job position|rank|\
         職位|职位|職銜|职衔|職稱|职称|職務|职务|崗位|岗位|頭銜|头衔",
    ),
    (
        PersonField::PostEn,
        "post english|position english|job title english|english title|english position|title english|english post|\
         job title en|英文職位|英文职位|英文職銜|英文职衔|職位英文|职位英文|職銜英文|职衔英文|職稱英文|职称英文",
    ),
    (
        PersonField::PostZhHant,
        "post chinese|position chinese|job title chinese|chinese title|chinese position|title chinese|post traditional chinese|\
         position traditional chinese|job title traditional chinese|job title zh|中文職位|中文職銜|中文職稱|職位中文|職銜中文|\
         職位繁體|职位繁体|職銜繁體|職位繁體中文|職銜繁體中文",
    ),
    (
        PersonField::PostZhHans,
        "post simplified chinese|position simplified chinese|job title simplified chinese|中文职位|中文职衔|职位中文|职衔中文|\
         职位简体|职衔简体|职位简体中文|职衔简体中文|職位簡體|職銜簡體|職位簡體中文|職銜簡體中文",
    ),
    (
        PersonField::Organisation,
        "organisation|organization|company|company name|organisation name|organization name|firm|employer|institution|\
         institute|body|university|affiliation|corporation|business|business name|name of organisation|\
         name of organization|name of company|current employer|office|agency|school|chamber|\
         機構|机构|公司|公司名稱|公司名称|機構名稱|机构名称|單位|单位|工作單位|工作单位|所屬機構|所属机构|院校|大學|大学|僱主|雇主|商會|商会",
    ),
    (
        PersonField::OrganisationEn,
        "organisation english|organization english|company english|english company name|company name english|\
         english organisation|english organization|organisation en|機構英文|机构英文|英文機構名稱|英文机构名称|公司英文|公司英文名稱|\
         公司英文名称|英文公司名稱|英文公司名称|機構英文名稱|机构英文名称",
    ),
    (
        PersonField::OrganisationZhHant,
        "organisation chinese|organization chinese|company chinese|chinese company name|company name chinese|\
         chinese organisation|chinese organization|organisation traditional chinese|organization traditional chinese|\
         company traditional chinese|organisation zh|機構中文|中文機構名稱|公司中文|公司中文名稱|中文公司名稱|機構中文名稱|機構繁體|机构繁体|\
         機構繁體中文|公司繁體中文",
    ),
    (
        PersonField::OrganisationZhHans,
        "organisation simplified chinese|organization simplified chinese|company simplified chinese|机构中文|中文机构名称|\
         公司中文名称|中文公司名称|机构中文名称|机构简体|机构简体中文|公司简体中文|機構簡體|機構簡體中文",
    ),
    (
        PersonField::Department,
        "department|dept|division|section|unit|organization department|organisation department|team|faculty|\
         部門|部门|科室|院系|學系|学系|學院|学院",
    ),
    (
        PersonField::Market,
        "market|target market|country|country territory|country or territory|country region|based in|location country|\
         business country region|home country region|country of residence|place of residence|residence|\
         市場|市场|目標市場|目标市场|國家|国家|國家地區|国家地区|居住地|常駐地|常驻地|所在地|國家或地區|国家或地区",
    ),
    (
        PersonField::Sectors,
        "sector|sectors|industry|industries|segment|talent list segment|talent list segments|field|field of expertise|expertise|\
         business nature|nature of business|業界|界別|界别|行業|行业|產業|产业|專業|专业|專業範疇|专业范畴|人才清單類別|人才清单类别",
    ),
    (
        PersonField::Schemes,
        "scheme|schemes|scheme interest|scheme of interest|schemes of interest|admission scheme|admission schemes|\
         計劃|计划|入境計劃|入境计划|有興趣的計劃|感兴趣的计划|人才入境計劃|人才入境计划",
    ),
    (
        PersonField::Passports,
        "passport|passports|passport held|passports held|passport country|nationality|nationalities|citizenship|\
         護照|护照|護照簽發地|护照签发地|國籍|国籍",
    ),
    (
        PersonField::UniversityRegion,
        "university region|university country|country of university|region of university|place of study|country of study|\
         大學所在地|大学所在地|畢業院校所在地|毕业院校所在地|大學地區|大学地区",
    ),
    (
        PersonField::Languages,
        "language|languages|language spoken|languages spoken|preferred language|correspondence language|mother tongue|\
         語言|语言|語文|语文|通訊語言|通讯语言|書信語言|书信语言",
    ),
    (
        PersonField::Email,
        "email|e mail|emails|e mails|email address|e mail address|mail|email value|e mail value|email addresses|\
         e mail addresses|work email|work e mail|business email|business e mail|personal email|personal e mail|home email|\
         home e mail|other email|other e mail|alternate email|secondary email|primary email|company email|office email|\
         contact email|contact e mail|電郵|电邮|電郵地址|电邮地址|電子郵件|电子邮件|電子郵件地址|电子邮件地址|電子信箱|電子郵箱|电子邮箱|\
         邮箱|郵箱|信箱|辦公電郵|办公邮箱|公司電郵|個人電郵|个人邮箱|其他電郵",
    ),
    (
        PersonField::Telephone,
        "telephone|telephones|tel|tel no|phone|phones|phone no|phone number|phone numbers|telephone no|telephone number|contact no|\
         contact number|contact tel|contact phone|phone value|other phone|primary phone|direct line|number|\
         電話|电话|電話號碼|电话号码|聯絡電話|联系电话|联络电话|聯絡號碼|联络号码|直線電話|直线电话|其他電話|其他电话",
    ),
    (
        PersonField::Mobile,
        "mobile|mobiles|mobile no|mobile number|mobile phone|mobile tel|mobile telephone|cell|cell phone|cellphone|cellular|\
         handphone|hand phone|hp|whatsapp|wechat no|手提|手提電話|手提电话|手機|手机|手機號碼|手机号码|手機號|手机号|流動電話|流动电话|\
         移動電話|移动电话|行動電話|行动电话",
    ),
    (
        PersonField::WorkTelephone,
        "work phone|work tel|work telephone|business phone|business tel|business telephone|office phone|office tel|\
         office telephone|company phone|company tel|company main phone|office no|office number|\
         辦公電話|办公电话|公司電話|公司电话|單位電話|单位电话|商務電話|商务电话",
    ),
    (
        PersonField::HomeTelephone,
        "home phone|home tel|home telephone|home no|home number|住宅電話|住宅电话|家庭電話|家庭电话|家居電話|家居电话",
    ),
    (
        PersonField::Tags,
        "tag|tags|label|labels|category|categories|group|groups|group membership|keywords|標籤|标签|分類|分类|類別|类别|組別|组别|群組|群组",
    ),
    (
        PersonField::Notes,
        "note|notes|remark|remarks|comment|comments|memo|description|備註|备注|附註|附注|說明|说明|註|注",
    ),
    (
        PersonField::Source,
        "source|data source|source of data|referred from|origin of data|來源|来源|資料來源|资料来源|數據來源|数据来源",
    ),
    (
        PersonField::RetainUntil,
        "retain until|retention|retention date|keep until|delete after|retained until|保留至|保存至|保留期限|保存期限|保留日期|銷毀日期|销毁日期",
    ),
];

/// What may be an honorific or a post.
pub(super) const TITLE: &[&str] = &["title", "titles", "職稱稱謂"];

/// Headings that hold one of these words are about somebody or something else.
pub(super) const ELSEWHERE: &[&str] = &[
    "fax",
    "傳真",
    "传真",
    "spouse",
    "assistant",
    "secretary",
    "emergency",
    "referee",
    "referred by",
    "manager s",
    "children",
    "address street",
    "address city",
    "address type",
    "birthday",
    "phonetic",
    "yomi",
    "postal",
    "zip",
    "配偶",
    "助理",
    "秘書",
    "秘书",
    "緊急",
    "紧急",
    "event",
    "活動",
    "活动",
    "display as",
    "pager",
    "telex",
    "isdn",
    "website",
    "web page",
    "網址",
    "网址",
    "url",
];

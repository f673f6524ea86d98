//! What the choices of the ledger of people are called.

use super::named;
use crate::people::{
    DisclosureKind, InvitationStatus, InviteeRole, Nature, Outcome, Purpose, Source, Verdict, VisitStage,
};
use crate::reference::Names;

named! {
    /// As what somebody is invited, in words.
    InviteeRole {
        Guest: "Guest", "嘉賓", "嘉宾";
        Speaker: "Speaker", "講者", "讲者";
        Vip: "VIP", "貴賓", "贵宾";
        Candidate: "Candidate", "人才", "人才";
        Partner: "Partner", "合作機構", "合作机构";
        Media: "Media", "傳媒", "媒体";
    }
    /// How far an invitation has come, in words.
    InvitationStatus {
        LongListed: "Long-listed", "初步名單", "初步名单";
        ShortListed: "Short-listed", "入選名單", "入选名单";
        Invited: "Invited", "已邀請", "已邀请";
        Accepted: "Accepted", "已接受", "已接受";
        Tentative: "Tentative", "未定", "未定";
        Declined: "Declined", "婉拒", "婉拒";
        WaitListed: "Wait-listed", "候補", "候补";
        Attended: "Attended", "已出席", "已出席";
        NoShow: "No-show", "未出席", "未出席";
        FollowedUp: "Followed up", "已跟進", "已跟进";
        Substituted: "Substitute sent", "已派代表", "已派代表";
        Withdrawn: "Withdrawn", "已撤回", "已撤回";
        Bounced: "Bounced", "未能送達", "未能送达";
    }
    /// How a step became known, in words.
    Source {
        Planner: "Planner", "同事", "同事";
        Email: "E-mail", "電郵", "电邮";
        Telephone: "Telephone", "電話", "电话";
        Calendar: "Calendar reply", "日曆回覆", "日历回复";
        Import: "Import", "匯入", "导入";
        Desk: "Check-in desk", "報到櫃枱", "签到台";
    }
    /// How far a visit has come, in words.
    VisitStage {
        Nominated: "Nominated", "已提名", "已提名";
        Approved: "Approved", "已批准", "已批准";
        Invited: "Invited", "已邀請", "已邀请";
        Accepted: "Accepted", "已接受", "已接受";
        TravelBooked: "Travel booked", "已訂行程", "已订行程";
        InHongKong: "In Hong Kong", "在港", "在港";
        FollowedUp: "Followed up", "已跟進", "已跟进";
        Outcome: "Outcome", "已有結果", "已有结果";
        Closed: "Closed", "已結束", "已结束";
    }
    /// What came of a visit, in words.
    Outcome {
        SchemeApplied: "Applied under a scheme", "已申請來港計劃", "已申请来港计划";
        Joined: "Joined a body in Hong Kong", "已加入香港機構", "已加入香港机构";
        Declined: "Declined", "婉拒", "婉拒";
    }
    /// What was decided, in words.
    Verdict {
        Approved: "Approved", "批准", "批准";
        Refused: "Refused", "不批准", "不批准";
        Returned: "Returned for more", "退回補充", "退回补充";
    }
    /// For what data is used, in words.
    Purpose {
        Events: "Events", "活動", "活动";
        Visits: "Visits", "訪問", "访问";
        DirectMarketing: "Direct marketing", "直接促銷", "直接促销";
        Partners: "Partner bodies", "合作機構", "合作机构";
        GbaTransfer: "Transfer to GBA cities", "轉移至大灣區城市", "转移至大湾区城市";
    }
    /// What was written, in words.
    DisclosureKind {
        People: "List of people", "人員名單", "人员名单";
        Cards: "Contact cards", "聯絡名片", "联系名片";
        Invitees: "Invitees", "受邀者名單", "受邀者名单";
        Letters: "Letters", "函件", "函件";
        Badges: "Badges or table cards", "名牌或座位卡", "名牌或座位卡";
        DoorList: "Door list", "入場名單", "入场名单";
        VisitBooklet: "Visit booklet", "訪問手冊", "访问手册";
        AccessReport: "Access report", "查閱報告", "查阅报告";
    }
    /// A person or a body, in words.
    Nature {
        Person: "Person", "個人", "个人";
        Body: "Body", "機構", "机构";
    }
}

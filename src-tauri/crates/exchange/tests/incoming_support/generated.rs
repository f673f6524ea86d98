//! Generated series, the same at each run.

use std::fmt::Write as _;

/// A small generator of numbers: the same rules at each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[usize::try_from(self.below(choices.len() as u64)).unwrap()]
    }
}

fn rule(dice: &mut Dice) -> String {
    let frequency = dice.of(&["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"]);
    let mut rule = format!("FREQ={frequency};INTERVAL={}", 1 + dice.below(4));
    let parts: &[&str] = match frequency {
        "YEARLY" => &[
            "BYMONTH=3,10",
            "BYMONTH=2;BYMONTHDAY=29",
            "BYDAY=1SU,-1SU",
            "BYDAY=MO,FR",
            "BYMONTH=11;BYDAY=4TH",
            "BYYEARDAY=1,-1,100",
            "BYWEEKNO=20;BYDAY=MO",
            "BYWEEKNO=1,-1;BYDAY=TH",
            "BYMONTHDAY=-1",
            "BYMONTH=6;BYDAY=MO;BYSETPOS=-1",
            "",
        ],
        "MONTHLY" => &[
            "BYDAY=1FR",
            "BYDAY=-2MO",
            "BYMONTHDAY=31",
            "BYMONTHDAY=1,15,-1",
            "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "BYDAY=FR;BYMONTHDAY=13",
            "BYMONTH=1,6",
            "BYDAY=SA,SU;BYSETPOS=1,-1",
            "",
        ],
        "WEEKLY" => &[
            "BYDAY=MO,WE",
            "BYDAY=SU;WKST=SU",
            "BYDAY=TU,SU;WKST=MO",
            "BYMONTH=3,4",
            "BYDAY=SA;BYHOUR=9,21",
            "",
        ],
        "DAILY" => &[
            "BYDAY=MO,TU,WE,TH,FR",
            "BYMONTH=10",
            "BYMONTHDAY=1,2,3",
            "BYHOUR=1,2,13",
            "BYHOUR=9;BYMINUTE=0,30",
            "",
        ],
        "HOURLY" => &["BYHOUR=9,10,11", "BYDAY=MO", "BYMINUTE=0,20", "BYMONTHDAY=1"],
        _ => &["BYHOUR=12;BYMINUTE=0,30", "BYDAY=MO;BYHOUR=9;BYMINUTE=15,45"],
    };
    let part = dice.of(parts);
    if !part.is_empty() {
        let _ = write!(rule, ";{part}");
    }
    // By the hour it would be too many.
    match if matches!(frequency, "HOURLY" | "MINUTELY") {
        0
    } else {
        dice.below(3)
    } {
        0 => {
            let _ = write!(rule, ";COUNT={}", 1 + dice.below(40));
        }
        1 => {
            let _ = write!(
                rule,
                ";UNTIL=2027{:02}{:02}T120000Z",
                1 + dice.below(12),
                1 + dice.below(28)
            );
        }
        _ => {
            // None runs so long that it would be cut.
            let _ = write!(rule, ";UNTIL=20271231T235959Z");
        }
    }
    rule
}

/// Series in zones that change their clocks, with exceptions, additions and changed occasions.
pub(crate) fn generated(series: u64) -> String {
    let mut dice = Dice(20_261_122);
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n");
    for number in 0..series {
        let zone = dice.of(&[
            "Europe/London",
            "America/New_York",
            "America/Vancouver",
            "Asia/Hong_Kong",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "America/Havana",
        ]);
        let day = format!("2026{:02}{:02}", 1 + dice.below(12), 1 + dice.below(28));
        let hour = dice.below(24);
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20261122T000000Z\r\nSUMMARY:S\r\n"
        );
        let all_day = dice.below(6) == 0;
        let rule = rule(&mut dice);
        if all_day && !rule.contains("HOUR") && !rule.contains("MINUTE") {
            let rule = rule.replace("T120000Z", "").replace("T235959Z", "");
            let _ = write!(
                text,
                "DTSTART;VALUE=DATE:{day}\r\nDURATION:P2D\r\nRRULE:{rule}\r\n"
            );
        } else {
            let _ = write!(
                text,
                "DTSTART;TZID={zone}:{day}T{hour:02}3000\r\nDURATION:PT{}M\r\nRRULE:{rule}\r\n",
                15 + 15 * dice.below(8)
            );
            if dice.below(3) == 0 {
                let _ = write!(
                    text,
                    "RDATE;TZID={zone}:20270{}17T101500,20270920T000000\r\n",
                    1 + dice.below(8)
                );
                let _ = write!(text, "EXDATE;TZID={zone}:20270920T000000\r\n");
            }
        }
        text.push_str("END:VEVENT\r\n");
    }
    text + "END:VCALENDAR\r\n"
}

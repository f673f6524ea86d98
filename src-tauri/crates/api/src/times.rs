//! Times as they are typed.

use chrono::NaiveDateTime;
use outreach_zones::{Fold, Moment, Resolution, Zone};

use crate::shown::Shown;
use crate::typed::{Typed, read as read_typed};
use crate::views::{ReadTime, ShownSpan, SpanEnd, TimeChoice, TimeReading};
use crate::{Refused, Session};

/// `times.read`
pub(crate) fn read(session: &Session, request: &ReadTime) -> Result<TimeReading, Refused> {
    let shown = session.shown();
    let zone = shown.zone(&request.zone)?;
    let today = zone.at(session.now()).0.date();
    let typed = match read_typed(request, today) {
        Ok(typed) => typed,
        Err(unreadable) => return Ok(*unreadable),
    };
    Ok(reading(&shown, &zone, &typed, request))
}

fn reading(shown: &Shown, zone: &Zone, typed: &Typed, request: &ReadTime) -> TimeReading {
    let ends = [
        (SpanEnd::Start, typed.start, request.start_fold),
        (SpanEnd::End, typed.end, request.end_fold),
    ];
    let mut moments = Vec::with_capacity(2);
    for (end, wall, fold) in ends {
        match (zone.resolve(wall), fold) {
            (Resolution::Unique(moment), _) => moments.push(moment),
            (Resolution::Fold { earlier, .. }, Some(Fold::Earlier)) => moments.push(earlier),
            (Resolution::Fold { later, .. }, Some(Fold::Later)) => moments.push(later),
            (Resolution::Fold { earlier, later }, None) => {
                let choice = |moment: &Moment, fold| choice(shown, zone, typed, end, moment, Some(fold));
                let choices = vec![choice(&earlier, Fold::Earlier), choice(&later, Fold::Later)];
                return TimeReading::Fold { end, choices };
            }
            (Resolution::Gap(gap), _) => {
                let choices = [gap.before, gap.after]
                    .map(|wall| choice(shown, zone, typed, end, &zone.pick(wall, None), None))
                    .to_vec();
                return TimeReading::Gap { end, choices };
            }
        }
    }
    let span = ShownSpan {
        start: shown.moment(zone.name(), &moments[0]),
        end: shown.moment(zone.name(), &moments[1]),
    };
    if moments[1].utc <= moments[0].utc {
        return TimeReading::Unreadable {
            code: "end_before_start".to_owned(),
            params: std::collections::BTreeMap::new(),
        };
    }
    TimeReading::Clear {
        span,
        all_day: typed.all_day,
        notes: typed.notes.clone(),
    }
}

/// The whole span with one end settled. A start that moves takes the end along.
fn choice(
    shown: &Shown,
    zone: &Zone,
    typed: &Typed,
    end: SpanEnd,
    moment: &Moment,
    fold: Option<Fold>,
) -> TimeChoice {
    let wall: NaiveDateTime = moment.wall();
    let (start, until) = match end {
        SpanEnd::Start => (
            wall,
            if typed.end_was_typed {
                typed.end
            } else {
                wall + (typed.end - typed.start)
            },
        ),
        SpanEnd::End => (typed.start, wall),
    };
    TimeChoice {
        time: shown.moment(zone.name(), moment),
        fold,
        start,
        end: until,
    }
}

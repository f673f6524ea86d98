//! All that can be chosen in a field.

use std::collections::BTreeSet;

use outreach_plan::Region;

use crate::route::Nothing;
use crate::views::Lists;
use crate::{Refused, Session};

/// `lists.show`
pub(crate) fn show(session: &Session, _request: &Nothing) -> Result<Lists, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    let tags: BTreeSet<&String> = plan
        .events()
        .values()
        .flat_map(|event| &event.tags)
        .chain(plan.missions().values().flat_map(|mission| &mission.tags))
        .collect();
    let mut lists = Lists {
        programmes: plan.programmes().values().cloned().collect(),
        markets: plan.markets().values().cloned().collect(),
        offices: plan.offices().values().cloned().collect(),
        venues: plan.venues().values().cloned().collect(),
        partners: plan.partners().values().cloned().collect(),
        delegates: plan.delegates().values().cloned().collect(),
        day_overrides: plan.day_overrides().values().cloned().collect(),
        tags: tags.into_iter().cloned().collect(),
    };
    let place = |region: Region| Region::ALL.iter().position(|other| *other == region);
    lists
        .programmes
        .sort_by_key(|programme| (programme.from, programme.id));
    lists
        .markets
        .sort_by(|a, b| (place(a.region), &a.name.en).cmp(&(place(b.region), &b.name.en)));
    lists.offices.sort_by(|a, b| a.name.en.cmp(&b.name.en));
    lists.venues.sort_by(|a, b| a.name.en.cmp(&b.name.en));
    lists.partners.sort_by(|a, b| a.name.en.cmp(&b.name.en));
    lists
        .delegates
        .sort_by(|a, b| (&a.family, &a.given, &a.chinese).cmp(&(&b.family, &b.given, &b.chinese)));
    lists.day_overrides.sort_by_key(|day| (day.date, day.country));
    Ok(lists)
}

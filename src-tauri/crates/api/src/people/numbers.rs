//! Telephone numbers as they can be dialled, beside what was typed.

use outreach_matching::numbers::e164;
use outreach_plan::Plan;
use outreach_plan::people::Person;

/// Where a number without a country's code is from if nothing says it: the office's own.
const HOME: &str = "HK";

/// Fills in what can be told of numbers that somebody typed; what cannot stays as it was typed.
pub(crate) fn settle(plan: &Plan, person: &mut Person) {
    let market = person.market.and_then(|id| plan.markets().get(&id));
    let country = market.map_or_else(|| HOME.to_owned(), |market| market.country.to_string());
    for number in &mut person.telephones {
        if number.e164.is_empty()
            && let Ok(told) = e164(&number.raw, Some(&country))
        {
            number.e164 = told.to_string();
        }
    }
}

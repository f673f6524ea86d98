//! People: listing, finding, showing, merging, and taking lists of them in.
//!
//! The search of people is an index in memory beside the plan; it is never written, so that there is nothing of it
//! to be erased from the file.

use outreach_plan::PersonId;

use crate::route::Nothing;
use crate::views::{
    AlikePage, BulkPeople, ChosenPeople, Comparison, Exported, ListAlike, ListPeople, ListPeopleKeys,
    MergePeople, NamePeople, PastePeople, PeopleDone, PeopleImported, PeoplePage, PeoplePreview, PersonHit,
    PersonPage, PreviewPeople, SearchPeople, ShowPerson, TwoPeople, WriteTemplate, Written,
};
use crate::{Refused, Session};

macro_rules! not_ready {
    ($($name:ident: $request:ty => $answer:ty;)*) => {$(
        pub(crate) fn $name(_session: &Session, _request: &$request) -> Result<$answer, Refused> {
            Err(Refused::new("not_ready", "This is not written yet. Nothing was changed."))
        }
    )*};
}

not_ready! {
    list: ListPeople => PeoplePage;
    keys: ListPeopleKeys => Vec<PersonId>;
    show: ShowPerson => PersonPage;
    search: SearchPeople => Vec<PersonHit>;
    names: NamePeople => Vec<PersonHit>;
    duplicates: ListAlike => AlikePage;
    compare: TwoPeople => Comparison;
    merge: MergePeople => Written;
    distinct: TwoPeople => Written;
    bulk: BulkPeople => PeopleDone;
    import_choose: Nothing => Option<ChosenPeople>;
    import_paste: PastePeople => ChosenPeople;
    import_preview: PreviewPeople => PeoplePreview;
    import_commit: PreviewPeople => PeopleImported;
    import_template: WriteTemplate => Option<Exported>;
}

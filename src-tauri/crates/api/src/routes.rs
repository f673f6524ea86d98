//! The table of routes.

use outreach_plan::PersonId;
use outreach_plan::people::Letter;

use crate::route::{Nothing, routes};
use crate::views::*;
use crate::{
    app, calendars, calendars_issue, checkin, checks, events, export, guests, history, imports, letters,
    lists, missions, people, places, privacy, records, search, settings, timeline, times, visits, work,
    workspace, zones,
};

routes! {
    /// What the frame shows: the workspace's state, recent files, zone rules, preferences, undo.
    Read "app.status": Nothing => AppStatus, app::status;
    /// What time it is now in some zones.
    Read "app.clocks": ShowClocks => Vec<ClockFace>, app::clocks;

    /// Makes a workspace where the planner says in the dialog; null if the dialog was cancelled.
    Write "workspace.create": CreateWorkspace => Option<WorkspaceInfo>, workspace::create;
    /// Asks in the dialog for a workspace to open; null if the dialog was cancelled.
    Read "workspace.choose": Nothing => Option<ChosenFile>, workspace::choose;
    /// Opens a chosen or recent workspace.
    Write "workspace.open": OpenWorkspace => WorkspaceInfo, workspace::open;
    /// Opens the locked workspace again.
    Write "workspace.unlock": UnlockWorkspace => WorkspaceInfo, workspace::unlock;
    /// Locks the workspace and forgets its key.
    Write "workspace.lock": Nothing => (), workspace::lock;
    /// Closes the workspace.
    Write "workspace.close": Nothing => (), workspace::close;
    /// Exchanges the passphrase.
    Write "workspace.change_passphrase": ChangePassphrase => (), workspace::change_passphrase;
    /// Puts the workspace's key into the system keychain, or takes it out.
    Write "workspace.set_keychain": SetKeychain => (), workspace::set_keychain;
    /// Checks the file's pages and that its tables are what its history says.
    Long "workspace.verify": Nothing => VerifyReport, workspace::verify;
    /// Makes a verified backup.
    Long "workspace.backup": Nothing => BackupView, workspace::backup;
    /// The backups there are, newest first.
    Read "workspace.backups": Nothing => Vec<BackupView>, workspace::backups;
    /// Puts a backup in the workspace's place; what was there is kept as a backup.
    Long "workspace.restore": Choice => WorkspaceInfo, workspace::restore;

    /// All that can be chosen in a field.
    Read "lists.show": Nothing => Lists, lists::show;
    /// Makes a record.
    Write "records.add": AddRecord => Written, records::add;
    /// Sets fields of a record.
    Write "records.edit": EditRecord => Written, records::edit;
    /// Removes a record; a mission goes with its legs and events, a record in use is refused.
    Write "records.remove": RecordKey => Written, records::remove;

    /// Missions and events by row and day: the year at a glance.
    Read "timeline.show": ShowTimeline => Timeline, timeline::show;

    /// Events in order of their start.
    Read "events.list": ListEvents => Vec<EventRow>, events::list;
    /// Everything about one event.
    Read "events.show": ShowEvent => EventPage, events::show;
    /// Makes an event; what is not set comes from its mission and leg.
    Write "events.add": AddEvent => Written, events::add;
    /// Sets fields of an event.
    Write "events.edit": EditEvent => Written, events::edit;
    /// Moves an event in time.
    Write "events.move": MoveEvent => Written, events::shift;
    /// When an event would be after a move, and what the checks would say.
    Read "events.preview_move": MoveEvent => MovePreview, events::preview_move;
    /// Cancels an event; it stays in the programme, struck out.
    Write "events.cancel": EventKey => Written, events::cancel;
    /// Removes an event.
    Write "events.remove": EventKey => Written, events::remove;
    /// Makes an event like this one, as an idea.
    Write "events.duplicate": EventKey => Written, events::duplicate;

    /// Missions in order of their first day.
    Read "missions.list": ListMissions => Vec<MissionRow>, missions::list;
    /// Everything about one mission, day by day.
    Read "missions.show": ShowMission => MissionPage, missions::show;
    /// Moves a mission by days with everything in it; wall times are kept.
    Write "missions.shift": ShiftMission => MissionMoved, missions::shift;
    /// What moving a mission would do.
    Read "missions.preview_shift": ShiftMission => MissionMoved, missions::preview_shift;
    /// Copies a mission to other dates and cities; wall times are kept, zones exchanged.
    Write "missions.copy": CopyMissionTo => MissionMoved, missions::copy;
    /// What copying a mission would do.
    Read "missions.preview_copy": CopyMissionTo => MissionMoved, missions::preview_copy;
    /// Cancels a mission and the events in it that are still to come about.
    Write "missions.cancel": MissionKey => Written, missions::cancel;

    /// What the checks find: of everything, of a mission or of an event; the worst first.
    Read "checks.run": RunChecks => Vec<FindingView>, checks::run;

    /// Reads a line typed into a date-time field.
    Read "times.read": ReadTime => TimeReading, times::read;

    /// The zone rules in force and those that were found beside them.
    Read "zones.status": Nothing => ZoneStatus, zones::status;
    /// What a wall time is in a zone: unique, in a gap or in a fold.
    Read "zones.resolve": ResolveLocal => ResolvedLocal, zones::resolve;
    /// What an instant is in a zone.
    Read "zones.convert": ConvertInstant => ShownTime, zones::convert;
    /// VTIMEZONE components of zones.
    Read "zones.vtimezone": WriteVtimezone => String, zones::vtimezone;
    /// Every zone name the rules know.
    Read "zones.names": Nothing => Vec<String>, zones::names;
    /// Takes zone rules from a folder or a file the planner chooses in the dialog; null if it was cancelled.
    Write "zones.import": ImportRules => Option<ZoneStatus>, zones::import;
    /// Brings the rules into force again that were before the last import.
    Write "zones.roll_back": Nothing => ZoneStatus, zones::roll_back;
    /// Events whose instant changed with the zone rules and that nobody has looked at yet, before and after.
    Read "zones.moved": Nothing => Vec<MovedByRules>, zones::moved;
    /// Takes the mark off events that the zone rules moved; none named: off all.
    Write "zones.acknowledge": AcknowledgeMoved => (), zones::acknowledge;

    /// Finds a place by city, country, airport code, zone or Chinese name.
    Read "places.find": FindPlaces => Vec<PlaceView>, places::find;
    /// Holidays, weekends and fasts of countries.
    Read "holidays.list": ListHolidays => Vec<DayNote>, places::holidays;
    /// Where the reference data comes from and under which licence.
    Read "reference.attribution": Nothing => String, places::attribution;

    /// One search over everything.
    Read "search.find": FindEverything => Vec<Hit>, search::find;

    /// Who changed what, when, from what to what; newest first.
    Read "history.list": ListHistory => Vec<HistoryEntry>, history::list;
    /// Takes the last change back; null if there is none.
    Write "history.undo": Nothing => Option<ChangeLabel>, history::undo;
    /// Brings the last undone change again; null if there is none.
    Write "history.redo": Nothing => Option<ChangeLabel>, history::redo;
    /// Takes one change back, whenever it was made.
    Write "history.revert": ChangeKey => ChangeLabel, history::revert;

    /// Preferences.
    Read "settings.show": Nothing => Settings, settings::show;
    /// Sets preferences.
    Write "settings.edit": EditSettings => Settings, settings::edit;

    /// Asks in the dialog for a calendar or spreadsheet of others; null if it was cancelled.
    Read "imports.choose": ChooseImport => Option<ChosenImport>, imports::choose;
    /// What an import would do, event by event; nothing is stored.
    Long "imports.preview": PreviewImport => ImportPreview, imports::preview;
    /// Does what the preview showed, as one change.
    Long "imports.commit": PreviewImport => Imported, imports::commit;
    /// Writes an empty programme sheet to be filled in; null if the dialog was cancelled.
    Write "imports.template": WriteTemplate => Option<Exported>, imports::template;

    /// Calendars that are given out, each with who is behind.
    Read "calendars.list": Nothing => Vec<CalendarRow>, calendars::list;
    /// One calendar: its recipients with what each holds, and its issues.
    Read "calendars.show": ShowCalendar => CalendarPage, calendars::show;
    /// What changed since each recipient's last issue, in sentences.
    Read "calendars.changes": ShowChanges => Vec<ChangeView>, calendars::changes;
    /// What changed from one issue to another, or to now.
    Read "calendars.diff": DiffIssues => Vec<ChangeView>, calendars::diff;
    /// What an issue would hold; nothing is written.
    Long "calendars.preview_issue": IssueCalendar => IssuePreview, calendars_issue::preview;
    /// Writes an issue into a folder the planner chooses and records who holds what; null if it was cancelled.
    Long "calendars.issue": IssueCalendar => Option<Issued>, calendars_issue::issue;

    /// What an export would hold.
    Long "export.preview": WriteExport => ExportPreview, export::preview;
    /// Writes an export where the planner says in the dialog; null if it was cancelled.
    Long "export.write": WriteExport => Option<Exported>, export::write;

    /// The privacy desk: notices and who holds them, consent, erasures, and who can see what on this laptop.
    Read "privacy.desk": ShowPrivacy => PrivacyDesk, privacy::desk;
    /// Whose retention date has passed or comes soon, the earliest first.
    Read "privacy.due": ShowDue => DuePage, privacy::due;
    /// Files about people that were written: who, what, how many people, for what, and what became of each.
    Read "privacy.log": ShowLog => LogPage, privacy::log;
    /// Writes everything that is held about a person; null if the dialog was cancelled.
    Long "privacy.report": WriteReport => Option<ExportedPeople>, privacy::report;
    /// What erasing a person would do; nothing is changed.
    Read "privacy.preview_erase": AboutPerson => ErasePreview, privacy::preview_erase;
    /// Erases a person for good, from the tables, the history and every free page of the file; counts stay.
    Long "privacy.erase": EraseRequest => Erased, privacy::erase;
    /// Takes people who are no longer in the ledger out of the history as well.
    Long "privacy.forget_removed": Nothing => Forgotten, privacy::forget_removed;
    /// Writes people as a sheet or as cards; null if the dialog was cancelled.
    Long "people.export": ExportPeople => Option<ExportedPeople>, privacy::export;

    /// People: a window of the list, found, filtered, sorted and counted.
    Read "people.list": ListPeople => PeoplePage, people::list;
    /// Keys of the people of a list, to select rows that are not loaded.
    Read "people.keys": ListPeopleKeys => Vec<PersonId>, people::keys;
    /// Everything about one person: their whole story.
    Read "people.show": ShowPerson => PersonPage, people::show;
    /// Finds people as one types, in any script.
    Read "people.search": SearchPeople => Vec<PersonHit>, people::search;
    /// Names of people by key; who is not there is left out.
    Read "people.names": NamePeople => Vec<PersonHit>, people::names;
    /// Who may be stored twice, the likeliest pairs first.
    Long "people.duplicates": ListAlike => AlikePage, people::duplicates;
    /// Two records beside each other, and what would become of each field.
    Read "people.compare": TwoPeople => Comparison, people::compare;
    /// Makes one record of two; both histories stay.
    Write "people.merge": MergePeople => Written, people::merge;
    /// Says that two records are two people; they are not proposed again.
    Write "people.distinct": TwoPeople => Written, people::distinct;
    /// Does one thing to many people, as one change, and says what was refused.
    Write "people.bulk": BulkPeople => PeopleDone, people::bulk;
    /// Asks in the dialog for a list of people; null if it was cancelled.
    Read "people.import_choose": Nothing => Option<ChosenPeople>, people::import_choose;
    /// Takes a list of people that was pasted.
    Read "people.import_paste": PastePeople => ChosenPeople, people::import_paste;
    /// What an import of people would do, row by row; nothing is stored.
    Long "people.import_preview": PreviewPeople => PeoplePreview, people::import_preview;
    /// Does what the preview showed, as one change.
    Long "people.import_commit": PreviewPeople => PeopleImported, people::import_commit;
    /// Writes an empty list of people to be filled in; null if the dialog was cancelled.
    Write "people.import_template": WriteTemplate => Option<Exported>, people::import_template;

    /// The invitees of an event: funnel, seats, wait-list, proposals, and a window of the rows.
    Read "invitations.list": ListInvitees => Invitees, guests::list;
    /// Everything about one invitation.
    Read "invitations.show": ShowInvitation => InvitationPage, guests::show;
    /// Puts people on the list of an event; who was on it and had fallen off goes on with the same invitation.
    Write "invitations.add": AddInvitees => Stepped, guests::add;
    /// What adding people would come to.
    Read "invitations.preview_add": AddInvitees => Stepped, guests::preview_add;
    /// What a step with invitations would come to, and who could not take it.
    Read "invitations.preview_step": StepInvitations => Stepped, guests::preview_step;
    /// Takes a step with invitations as one change; who cannot take it stays as they are.
    Write "invitations.step": StepInvitations => Stepped, guests::step;
    /// Says who comes along with a guest.
    Write "invitations.party": SetParty => Written, guests::party;
    /// Somebody else comes instead; the answer names the new invitation.
    Write "invitations.substitute": Substitute => Written, guests::substitute;
    /// Who on the wait-list could have a seat now.
    Read "invitations.proposals": OfEvent => Vec<ProposalView>, guests::proposals;
    /// Gives a seat to some who wait.
    Write "invitations.promote": Promote => Stepped, guests::promote;
    /// How those who come could be seated at the tables.
    Read "invitations.propose_seats": OfEvent => SeatingProposal, guests::propose_seats;
    /// Seats parties at tables.
    Write "invitations.seat": SeatParties => Stepped, guests::seat;
    /// Sets holds, quotas, tables and reminders of an event.
    Write "invitations.arrange": Arrange => Written, guests::arrange;
    /// Guests who should be reminded today, by each venue's day.
    Read "reminders.due": DueReminders => Vec<ReminderRow>, guests::reminders;

    /// What guests answered by calendar, newest first.
    Read "replies.list": ListReplies => Vec<ReplyRow>, imports::replies;
    /// Asks in the dialog for an answer, `.eml` or `.ics`; null if it was cancelled.
    Read "replies.choose": Nothing => Option<ChosenImport>, guests::replies::choose;
    /// What answers mean, one by one; nothing is stored.
    Read "replies.preview": ReadReplies => ReplyPreview, guests::replies::preview;
    /// Takes answers as one change.
    Write "replies.apply": ReadReplies => RepliesApplied, guests::replies::apply;

    /// Templates of letters, and the fields they may name.
    Read "letters.list": Nothing => Letters, letters::list;
    /// One template, to be edited by `records.edit`.
    Read "letters.show": LetterKey => Letter, letters::show;
    /// What letters to guests would say, and who gets none.
    Read "letters.preview": MergeLetters => LetterPreview, letters::preview;
    /// Writes letters to guests where the planner says; null if the dialog was cancelled.
    Long "letters.write": MergeLetters => Option<LettersWritten>, letters::write;

    /// The desk of an event: who is expected, who came.
    Read "checkin.show": OfEvent => CheckInDesk, checkin::show;
    /// Finds a guest at the desk by name or badge.
    Read "checkin.find": FindAtDesk => FoundAtDesk, checkin::find;
    /// Checks a party in, in whole or in part, or takes it back.
    Write "checkin.mark": MarkArrived => CheckedIn, checkin::mark;
    /// Lets somebody in who is not on the list.
    Write "checkin.walk_in": WalkIn => CheckedIn, checkin::walk_in;
    /// What settling attendance would come to.
    Read "checkin.preview_settle": SettleAttendance => Settled, checkin::preview_settle;
    /// Settles attendance: who came attended, who said so and did not come is a no-show.
    Write "checkin.settle": SettleAttendance => Settled, checkin::settle;

    /// What badges, table cards or the door list would look like.
    Long "guests.preview_paper": PrintGuests => PaperPreview, guests::paper::preview;
    /// Writes badges, table cards or the door list; null if the dialog was cancelled.
    Long "guests.paper": PrintGuests => Option<PaperWritten>, guests::paper::write;

    /// Visits of leading talents by stage.
    Read "visits.board": ShowBoard => VisitBoard, visits::board;
    /// Everything about one visit.
    Read "visits.show": ShowVisit => VisitPage, visits::show;
    /// Nominates somebody for a visit.
    Write "visits.nominate": Nominate => Written, visits::nominate;
    /// Records what somebody decided about a nomination.
    Write "visits.approve": ApproveVisit => Written, visits::approve;
    /// Takes a visit to a stage.
    Write "visits.step": StepVisit => Written, visits::step;
    /// What the booklet of a visit would look like.
    Long "visits.preview_booklet": PrintVisit => PaperPreview, visits::preview_booklet;
    /// Writes the booklet of a visit; null if the dialog was cancelled.
    Long "visits.booklet": PrintVisit => Option<PaperWritten>, visits::booklet;

    /// Stops long work; what it had written is taken away.
    Write "work.cancel": CancelWork => (), work::cancel;
}

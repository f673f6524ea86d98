//! The table of routes.

use crate::route::{Nothing, routes};
use crate::views::*;
use crate::{
    app, calendars, calendars_issue, checks, events, export, history, imports, lists, missions, places,
    records, search, settings, timeline, times, work, workspace, zones,
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
    /// What guests answered by calendar, newest first.
    Read "replies.list": ListReplies => Vec<ReplyRow>, imports::replies;

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

    /// Stops long work; what it had written is taken away.
    Write "work.cancel": CancelWork => (), work::cancel;
}

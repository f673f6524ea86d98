//! What can be asked on the command line. The help a user reads is written here, beside what it explains.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::calendars::Calendars;
use crate::export::Export;
use crate::import::Import;
use crate::invitations::Invitations;
use crate::letters::Letters;
use crate::people::People;
use crate::privacy::Privacy;
use crate::visits::Visits;

const AFTER: &str = "\
The passphrase is asked for, or taken from OUTREACH_PASSPHRASE. It is never taken as an argument, where other
users of the machine could see it.

Records are named by their id or by its first or last letters, as long as they fit only one.
Dates are 2027-05-14; wall times are 2027-05-14T15:00, always those of the venue.

Exit status:
  0  done
  1  refused: what was asked cannot be done (a wrong passphrase, a time in a gap, nothing of that name)
  2  the command line is not right
  3  done, but: `check` found problems, `verify` found the file unsound, `import` refused rows,
     `calendars changes` has something to tell, `invitations set` could not take everybody along, `privacy due`
     found dates that have passed, `privacy erase` left traces outside the file

Examples:
  outreach -w 2027.outreach init --sample
  outreach -w 2027.outreach events list --region europe --from 2027-01-01
  outreach -w 2027.outreach events move 0197c1 --days 7
  outreach -w 2027.outreach export ics --out europe.ics --region europe
  outreach -w 2027.outreach import ics chamber.ics --dry-run
  outreach -w 2027.outreach people search 大文
  outreach -w 2027.outreach privacy erase 0197c1 --dry-run
  outreach zones resolve 2027-03-28T01:30 Europe/London
";

/// Plans a talent office's outreach: the programme, its times and its files, without a window.
#[derive(Debug, Parser)]
#[command(name = "outreach", version, about, long_about = None, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Outreach {
    /// The workspace, one encrypted file.
    #[arg(short, long, global = true, env = "OUTREACH_WORKSPACE", value_name = "FILE")]
    pub(crate) workspace: Option<PathBuf>,
    /// Print JSON, as the window receives it, instead of words.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Names and files in this language.
    #[arg(long, global = true, value_enum, default_value_t = Tongue::En)]
    pub(crate) language: Tongue,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A language of the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Tongue {
    /// English
    En,
    /// 繁體中文
    #[value(name = "zh-Hant", alias = "zh-hant")]
    ZhHant,
    /// 简体中文
    #[value(name = "zh-Hans", alias = "zh-hans")]
    ZhHans,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a workspace
    Init {
        /// Fill it with the sample programme (invented people)
        #[arg(long)]
        sample: bool,
    },
    /// What is in the workspace, and which rules are in force
    Status,
    /// Events: one promotional activity each
    #[command(subcommand)]
    Events(Events),
    /// Missions: trips of a delegation, with legs and events
    #[command(subcommand)]
    Missions(Missions),
    /// Programmes, legs, venues, partners, delegates, markets, offices, days
    #[command(subcommand)]
    Records(Records),
    /// Look for clashes: bookings, travel, holidays, night hours
    Check {
        /// Only of this event
        #[arg(long, value_name = "ID")]
        event: Option<String>,
        /// Only of this mission
        #[arg(long, value_name = "ID", conflicts_with = "event")]
        mission: Option<String>,
    },
    /// Search everything, in any script
    Search {
        /// What to look for
        #[arg(required = true)]
        text: Vec<String>,
        /// At most so many
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Who changed what, when, from what to what
    History {
        /// Only of this event
        #[arg(long, value_name = "ID")]
        event: Option<String>,
        /// Only of this mission
        #[arg(long, value_name = "ID", conflicts_with = "event")]
        mission: Option<String>,
        /// At most so many
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Take the last change back, or the one with this number
    Undo {
        /// A number from `history`
        change: Option<i64>,
    },
    /// Bring the last undone change again
    Redo,
    /// Check the file's pages, and that its tables are what its history says
    Verify,
    /// Make a verified backup beside the workspace
    Backup,
    /// The backups there are
    Backups,
    /// Put a backup in the workspace's place; what was there is kept as a file beside it
    Restore {
        /// A name from `backups`; the newest if none
        name: Option<String>,
    },
    /// Exchange the passphrase; the new one is asked for, or taken from OUTREACH_NEW_PASSPHRASE
    Passphrase,
    /// Write the programme for others: calendars, workbooks, a page, paper
    Export(Export),
    /// Take in calendars and spreadsheets that others wrote
    Import(Import),
    /// Places by city, country, airport code or Chinese name
    Places {
        /// What to look for: YVR, 吉隆坡, zurich
        text: String,
        /// At most so many
        #[arg(long, default_value_t = 10)]
        limit: u32,
    },
    /// Calendars that are given out: who holds what, what changed, issuing
    #[command(subcommand)]
    Calendars(Calendars),
    /// People and bodies: list, show, add, correct, find, merge, take in, give out
    People(People),
    /// The guests of an event: who is asked, what they say, replies taken in
    Invitations(Invitations),
    /// Letters to the guests of an event: drafts for an e-mail program, or a mail merge
    Letters(Letters),
    /// Leading talents' visits, from nomination to outcome
    Visits(Visits),
    /// The privacy desk: access reports, erasing, retention, the export log
    Privacy(Privacy),
    /// Time zone rules
    #[command(subcommand)]
    Zones(Zones),
    /// Do anything the window can: call a route with a request in JSON
    Call {
        /// The route, from `outreach routes`
        route: String,
        /// The request; read from standard input if `-`
        #[arg(default_value = "{}")]
        request: String,
    },
    /// Every route with what it is for
    Routes,
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write the manual pages into a folder
    Man {
        /// The folder; made if it is not there
        folder: PathBuf,
    },
}

/// Which events: the same filter as in the window.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Filter {
    /// Region: asia_pacific, middle_east, europe, north_america, gba_joint
    #[arg(long, value_delimiter = ',')]
    pub(crate) region: Vec<String>,
    /// Market, by country code or name: MY, Malaysia
    #[arg(long, value_delimiter = ',')]
    pub(crate) market: Vec<String>,
    /// Mission, by id or by a part of its name
    #[arg(long)]
    pub(crate) mission: Vec<String>,
    /// Team of the delegates
    #[arg(long, value_delimiter = ',')]
    pub(crate) team: Vec<String>,
    /// Status: idea, tentative, confirmed, held, reported, postponed, cancelled
    #[arg(long, value_delimiter = ',')]
    pub(crate) status: Vec<String>,
    /// Kind: seminar, job_fair, campus_talk, …
    #[arg(long, value_delimiter = ',')]
    pub(crate) kind: Vec<String>,
    /// From this day on, by the venue's calendar
    #[arg(long)]
    pub(crate) from: Option<NaiveDate>,
    /// Until this day, included
    #[arg(long)]
    pub(crate) until: Option<NaiveDate>,
    /// With these words
    #[arg(long)]
    pub(crate) text: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Events {
    /// List events in order of their start
    List(Filter),
    /// Everything about one event
    Show {
        /// Its id
        id: String,
    },
    /// Add an event; what is not said comes from its mission and leg
    Add(AddEvent),
    /// Set fields: title=… (in the language of --language; title.zh_hant=… in that), status=confirmed, capacity=120
    Edit {
        /// Its id
        id: String,
        /// field=value; a value that is JSON is taken as such
        #[arg(required = true, value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    /// Move an event in time
    Move(MoveEvent),
    /// Cancel an event; it stays in the programme, struck out
    Cancel {
        /// Its id
        id: String,
    },
    /// Remove an event
    Remove {
        /// Its id
        id: String,
    },
}

#[derive(Args, Debug)]
pub(crate) struct AddEvent {
    /// What it is called
    #[arg(long)]
    pub(crate) title: String,
    /// Start, wall time of the venue
    #[arg(long, value_parser = wall_time)]
    pub(crate) start: NaiveDateTime,
    /// End, wall time of the venue
    #[arg(long, value_parser = wall_time)]
    pub(crate) end: NaiveDateTime,
    /// Where: a city, an airport code or a Chinese name; the best match is taken and named
    #[arg(long)]
    pub(crate) place: Option<String>,
    /// IANA zone, where no place is given
    #[arg(long)]
    pub(crate) zone: Option<String>,
    /// Its mission, by id
    #[arg(long)]
    pub(crate) mission: Option<String>,
    /// Which of the two, where the start happens twice
    #[arg(long, value_enum)]
    pub(crate) start_fold: Option<Fold>,
    /// Which of the two, where the end happens twice
    #[arg(long, value_enum)]
    pub(crate) end_fold: Option<Fold>,
    /// More fields, as in `edit`
    #[arg(value_name = "FIELD=VALUE")]
    pub(crate) set: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct MoveEvent {
    /// Its id
    pub(crate) id: String,
    /// By days, later or earlier
    #[arg(long, allow_negative_numbers = true, conflicts_with = "to")]
    pub(crate) days: Option<i32>,
    /// By minutes, later or earlier
    #[arg(long, allow_negative_numbers = true, conflicts_with = "to")]
    pub(crate) minutes: Option<i32>,
    /// To this wall time; the length is kept
    #[arg(long, value_parser = wall_time)]
    pub(crate) to: Option<NaiveDateTime>,
    /// With this end
    #[arg(long, requires = "to", value_parser = wall_time)]
    pub(crate) end: Option<NaiveDateTime>,
    /// In this zone
    #[arg(long, requires = "to")]
    pub(crate) zone: Option<String>,
    /// Which of the two, where the start happens twice
    #[arg(long, value_enum, requires = "to")]
    pub(crate) start_fold: Option<Fold>,
    /// Which of the two, where the end happens twice
    #[arg(long, value_enum, requires = "to")]
    pub(crate) end_fold: Option<Fold>,
    /// Only say what would happen
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// Which of two equal wall times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Fold {
    /// The first
    Earlier,
    /// The second
    Later,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Missions {
    /// List missions in order of their first day
    List(Filter),
    /// One mission, day by day
    Show {
        /// Its id
        id: String,
    },
    /// Copy a mission to other dates and cities; local times are kept, zones exchanged
    Copy {
        /// Its id
        id: String,
        /// First day of the copy
        #[arg(long)]
        first_day: NaiveDate,
        /// What the copy is called
        #[arg(long)]
        title: Option<String>,
        /// LEG=PLACE for each leg that goes elsewhere: 1=Osaka for the first
        #[arg(long = "city", value_name = "LEG=PLACE")]
        cities: Vec<String>,
        /// Only say what would happen
        #[arg(long)]
        dry_run: bool,
    },
    /// Move a mission by days with everything in it
    Shift {
        /// Its id
        id: String,
        /// Days, later or earlier
        #[arg(long, allow_negative_numbers = true)]
        days: i32,
        /// Only say what would happen
        #[arg(long)]
        dry_run: bool,
    },
    /// Cancel a mission and the events in it that are still to come
    Cancel {
        /// Its id
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Records {
    /// Everything that can be chosen in a field
    List,
    /// Add a record
    Add {
        /// programme, mission, leg, venue, partner, delegate, market, office, day_override
        kind: String,
        /// field=value; a value that is JSON is taken as such
        #[arg(value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    /// Set fields of a record
    Edit {
        /// As in `add`
        kind: String,
        /// Its id, whole
        id: String,
        /// field=value
        #[arg(required = true, value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    /// Remove a record
    Remove {
        /// As in `add`
        kind: String,
        /// Its id, whole
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Zones {
    /// Which release of the rules is in force, and where it comes from
    Status,
    /// What a wall time is in a zone: unique, in a gap, or twice
    Resolve {
        /// Wall time
        #[arg(required_unless_present = "stdin")]
        local: Option<String>,
        /// IANA zone
        #[arg(required_unless_present = "stdin")]
        zone: Option<String>,
        /// Read `LOCAL ZONE` pairs, one a line; write a JSON object for each
        #[arg(long, conflicts_with_all = ["local", "zone"])]
        stdin: bool,
    },
    /// What clocks show at an instant in a zone
    Convert {
        /// Instant, RFC 3339: 2027-05-14T07:00:00Z
        #[arg(required_unless_present = "stdin")]
        instant: Option<String>,
        /// IANA zone
        #[arg(required_unless_present = "stdin")]
        zone: Option<String>,
        /// Read `INSTANT ZONE` pairs, one a line; write a JSON object for each
        #[arg(long, conflicts_with_all = ["instant", "zone"])]
        stdin: bool,
    },
    /// Take rules from a file (tzdata.zi) or a folder (a zoneinfo tree), if they are whole and newer
    Import {
        /// The file or the folder
        from: PathBuf,
    },
    /// Bring the rules into force again that were before the last import
    RollBack,
    /// Every name the rules know
    Names,
    /// VTIMEZONE components (RFC 5545)
    Vtimezone {
        /// IANA zones
        #[arg(required = true)]
        zones: Vec<String>,
        /// First year they must hold for
        #[arg(long, default_value_t = 2020)]
        from: i32,
        /// Last year they must hold for
        #[arg(long, default_value_t = 2037)]
        until: i32,
    },
}

/// A wall time with or without seconds.
fn wall_time(text: &str) -> Result<NaiveDateTime, String> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| text.parse())
        .map_err(|_| "a wall time is written 2027-05-14T15:00".to_owned())
}

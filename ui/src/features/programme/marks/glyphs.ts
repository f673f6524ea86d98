// One shape for each type of event, one fill for each state. The shapes differ in outline, so that they can be
// told apart at twelve pixels, in print and without colour.
import type { EventKind, Status } from '$api/types'

/** Outlines in a box of 12 × 12. */
export const OUTLINES: Record<EventKind, string> = {
  // a speaker's circle
  seminar: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  // a stall
  job_fair: 'M1.4 1.4h9.2v9.2H1.4z',
  // a roof over a hall
  campus_talk: 'M6 .8L11.6 10.8H.4z',
  // a table with six sides
  roundtable: 'M3.3 1.3h5.4L11.5 6 8.7 10.7H3.3L.5 6z',
  // a glass
  reception: 'M.4 1.2h11.2L6 11.2z',
  // a booth
  exhibition_booth: 'M6 .8l5 4V11H1V4.8z',
  // two who face each other
  interview_day: 'M1 1l5 3.4L11 1v10L6 7.6 1 11z',
  // a star
  media_briefing: 'M6 .3l1.7 3.8 4.1.4-3.1 2.8.9 4.1L6 9.3l-3.6 2.1.9-4.1L.2 4.5l4.1-.4z',
  // a window
  webinar: 'M6 0l6 6-6 6-6-6z',
  // a crossing of ways
  familiarisation_visit: 'M4 .8h4V4h3.2v4H8v3.2H4V8H.8V4H4z',
  // a door
  courtesy_call: 'M2 11V5a4 4 0 0 1 8 0v6z',
}

export type Fill = 'hollow' | 'half' | 'full' | 'ticked' | 'barred' | 'struck'

export const FILLS: Record<Status, Fill> = {
  idea: 'hollow',
  tentative: 'half',
  confirmed: 'full',
  held: 'ticked',
  reported: 'ticked',
  postponed: 'barred',
  cancelled: 'struck',
}

/** What is drawn over the outline: a tick, two bars, a stroke through it. */
export const OVER: Partial<Record<Fill, string>> = {
  ticked: 'M3.6 6.4l1.8 1.8 3.2-3.8',
  barred: 'M4.7 4v4.4M7.3 4v4.4',
  struck: 'M.6 11.4L11.4 .6',
}

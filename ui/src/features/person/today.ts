// The day it is in Hong Kong, by which notices, consent and retention are dated.

/** YYYY-MM-DD. */
export function hongKongToday(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Hong_Kong',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now)
}

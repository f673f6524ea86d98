// Times of an item as two columns: at the place, and in Hong Kong. Never without an offset or a name beside it.
import type { ShownSpan, ShownTime } from '$api/types'
import {
  cityOf,
  daysBetween,
  hongKongDayShift,
  sameInHongKong,
  showDate,
  showHongKong,
  showLocal,
  showTime,
} from '$parts/dates'
import { lang, t } from '$words'

/** +1, −1: on another day than the first column's. */
export function shiftText(days: number): string {
  return days === 0 ? '' : days > 0 ? `+${days}` : `−${-days}`
}

export interface Columns {
  local: string
  /** Days the end lies after the start, as `+1`. */
  localShift: string
  offset: string
  hongKong: string
  /** Days Hong Kong is ahead of (or behind) the place's calendar at the start. */
  hongKongShift: string
  same: boolean
}

export function columnsOf(span: ShownSpan): Columns {
  const { start, end } = span
  return {
    local: `${showTime(start.local)}–${showTime(end.local)}`,
    localShift: shiftText(daysBetween(start.local, end.local)),
    offset: start.offset === end.offset ? start.offset : `${start.offset} → ${end.offset}`,
    hongKong: `${showTime(start.hong_kong)}–${showTime(end.hong_kong)}`,
    hongKongShift: shiftText(hongKongDayShift(start)),
    same: sameInHongKong(span),
  }
}

export function momentOf(time: ShownTime): Columns {
  return {
    local: showTime(time.local),
    localShift: '',
    offset: time.offset,
    hongKong: showTime(time.hong_kong),
    hongKongShift: shiftText(hongKongDayShift(time)),
    same: time.local === time.hong_kong,
  }
}

/** Fri 14 May 2027 15:00–17:00 Kuala Lumpur (+08) · Hong Kong 15:00–17:00 */
export function bothClocks(span: ShownSpan, place?: string): string {
  const there = `${showLocal(span, place)}`
  const here = sameInHongKong(span)
    ? t('parts.time.same_hk')
    : t('parts.time.in_hk', { time: showHongKong(span) })
  return `${there} · ${here}`
}

const bracketed = (offset: string) => (lang() === 'en' ? ` (${offset})` : `（${offset}）`)

/** One moment on both clocks, each with its day. */
export function bothClocksAt(time: ShownTime, place = cityOf(time)): string {
  const there = `${showDate(time.local)} ${showTime(time.local)} ${place}${bracketed(time.offset)}`
  if (time.local === time.hong_kong) return `${there} · ${t('parts.time.same_hk')}`
  const day = hongKongDayShift(time) === 0 ? '' : `${showDate(time.hong_kong)} `
  return `${there} · ${t('parts.time.in_hk', { time: day + showTime(time.hong_kong) })}`
}

/** Where the day is plain from what stands around: 18:05 (−07) · Hong Kong 09:05 +1 */
export function clockAt(time: ShownTime): string {
  const there = `${showTime(time.local)}${bracketed(time.offset)}`
  if (time.local === time.hong_kong) return there
  const shift = shiftText(hongKongDayShift(time))
  const here = shift ? `${showTime(time.hong_kong)} ${shift}` : showTime(time.hong_kong)
  return `${there} · ${t('parts.time.in_hk', { time: here })}`
}

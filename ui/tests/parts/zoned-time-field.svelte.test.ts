import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ZonedTimeField, { type Chosen } from '$parts/ZonedTimeField.svelte'
import { usePlatform } from '$platform'
import { fakePlatform } from '../fake-platform'

const time = (local: string, offset: string, hong_kong: string) => ({
  local,
  zone: 'Europe/London',
  zone_city: 'London',
  offset_s: 0,
  offset,
  hong_kong,
  utc: '',
})
const plain = {
  start: time('2027-05-14T15:00:00', '+01', '2027-05-14T22:00:00'),
  end: time('2027-05-14T17:00:00', '+01', '2027-05-15T00:00:00'),
}

let instance: Record<string, unknown>
let kept: Chosen[]
/** The event is read again, as it is after any change anywhere. */
let again: (changed?: { start?: string; zone?: string }) => void
let input: HTMLInputElement

beforeEach(() => {
  vi.useFakeTimers()
  kept = []
  fakePlatform({
    'times.read': ({ text, start_fold }: { text: string; start_fold?: string }) => {
      const settled = { kind: 'clear', span: plain, all_day: false, notes: [] }
      if (start_fold || text.startsWith('2027-')) return settled
      if (text.includes('gap'))
        return {
          kind: 'gap',
          end: 'start',
          choices: [
            {
              time: time('2027-03-28T00:59:00', '+00', ''),
              fold: null,
              start: '2027-03-28T00:59:00',
              end: '2027-03-28T02:59:00',
            },
            {
              time: time('2027-03-28T02:00:00', '+01', ''),
              fold: null,
              start: '2027-03-28T02:00:00',
              end: '2027-03-28T04:00:00',
            },
          ],
        }
      if (text.includes('fold'))
        return {
          kind: 'fold',
          end: 'start',
          choices: (['earlier', 'later'] as const).map((fold) => ({
            time: time('2027-10-31T01:30:00', fold === 'earlier' ? '+01' : '+00', ''),
            fold,
            start: '2027-10-31T01:30:00',
            end: '2027-10-31T03:30:00',
          })),
        }
      return text.includes('May')
        ? { kind: 'clear', span: plain, all_day: false, notes: [] }
        : { kind: 'unreadable', code: 'no_date', params: {} }
    },
  })
  let read = $state.raw({ start: '2027-05-13T15:00:00', end: '2027-05-13T17:00:00', zone: 'Europe/London' })
  again = (changed) => {
    read = { ...read, ...changed }
    flushSync()
  }
  instance = mount(ZonedTimeField, {
    target: document.body,
    props: {
      get start() {
        return read.start
      },
      get end() {
        return read.end
      },
      get zone() {
        return read.zone
      },
      label: 'When',
      onchange: (chosen: Chosen) => kept.push(chosen),
    },
  })
  flushSync()
  input = document.querySelector('input')!
})
afterEach(async () => {
  vi.useRealTimers()
  await unmount(instance)
  usePlatform(undefined)
})

async function type(text: string) {
  input.dispatchEvent(new FocusEvent('focus'))
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await vi.advanceTimersByTimeAsync(200)
  flushSync()
}
async function enter(more: KeyboardEventInit & { keyCode?: number } = {}) {
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more })
  if (more.keyCode) Object.defineProperty(event, 'keyCode', { value: more.keyCode })
  input.dispatchEvent(event)
  await vi.advanceTimersByTimeAsync(10)
  flushSync()
}
const said = () => document.querySelector('.reading')?.textContent?.replace(/\s+/g, ' ').trim()
const choices = () => [...document.querySelectorAll<HTMLButtonElement>('.choices button')]

describe('a zoned date-time field', () => {
  it('shows what it holds', () => {
    expect(input.value).toBe('13 May 2027 15:00–17:00')
  })

  it('says what a line means there and in Hong Kong, and keeps it on Enter', async () => {
    await type('Fri 14 May 3–5pm')
    expect(said()).toBe(
      'Fri 14 May 2027 15:00–17:00 London (+01) · Hong Kong Fri 14 May 22:00 – Sat 15 May 00:00',
    )
    expect(kept).toEqual([])
    await enter()
    expect(kept).toEqual([
      { start: '2027-05-14T15:00:00', end: '2027-05-14T17:00:00', start_fold: null, end_fold: null },
    ])
  })

  it('keeps what is being typed when the same time is read again, and drops it when the time is another', async () => {
    await type('14 May')
    again()
    await enter()
    expect(kept).toHaveLength(1)
    await type('15 May')
    again({ start: '2027-05-13T16:00:00' })
    await enter()
    expect(kept).toHaveLength(1)
  })

  it('does not take the Enter of an input method', async () => {
    await type('14 May')
    await enter({ keyCode: 229 })
    expect(kept).toEqual([])
  })

  it('refuses a time in a gap and offers the two nearest', async () => {
    await type('gap')
    await enter()
    expect(kept).toEqual([])
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(choices().map((one) => one.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Sun 28 Mar 2027 00:59 +00',
      'Sun 28 Mar 2027 02:00 +01',
    ])
    choices()[1]!.click()
    await vi.advanceTimersByTimeAsync(10)
    expect(kept[0]).toMatchObject({ start: '2027-03-28T02:00:00', start_fold: null })
  })

  it('asks which of two in a fold, each with its offset', async () => {
    await type('fold')
    expect(choices()[1]!.textContent).toContain('the second (+00)')
    choices()[1]!.click()
    await vi.advanceTimersByTimeAsync(10)
    expect(kept[0]).toMatchObject({ start: '2027-10-31T01:30:00', start_fold: 'later', end_fold: null })
  })

  it('leaves what it cannot read also when the field is left', async () => {
    await type('whenever')
    input.dispatchEvent(new FocusEvent('blur'))
    await vi.advanceTimersByTimeAsync(10)
    again()
    expect(input.value).toBe('whenever')
    expect(said()).toContain('date')
    again({ start: '2027-05-13T16:00:00' })
    expect(input.value).toBe('13 May 2027 16:00–17:00')
  })

  it('leaves what it cannot read and says how to write it; Esc brings back what was', async () => {
    await type('whenever')
    await enter()
    expect(kept).toEqual([])
    expect(input.value).toBe('whenever')
    expect(said()).toContain('date')
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
    flushSync()
    expect(input.value).toBe('13 May 2027 15:00–17:00')
  })
})

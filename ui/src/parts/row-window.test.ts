import { flushSync } from 'svelte'
import { describe, expect, it } from 'vitest'
import { RowWindow, type RowPage } from './row-window.svelte'

interface Asked {
  from: number
  rows: number
  answer: (page: RowPage<string>) => void
}

function source() {
  const asked: Asked[] = []
  const rows = new RowWindow<string>(
    (from, rows) => new Promise((answer) => asked.push({ from, rows, answer })),
    (row) => row,
  )
  const page = (from: number, fitting = 1000, name = 'row') => ({
    fitting,
    rows: Array.from({ length: Math.min(120, fitting - from) }, (_, index) => `${name} ${from + index}`),
  })
  const settle = async () => {
    await Promise.resolve()
    await Promise.resolve()
    flushSync()
  }
  return { asked, rows, page, settle }
}

describe('rows that are read as they come into sight', () => {
  it('asks for the page in sight, and for nothing that is there', async () => {
    const { asked, rows, page, settle } = source()
    rows.sight(0, 30)
    expect(asked.map((one) => one.from)).toEqual([0])
    asked[0]!.answer(page(0))
    await settle()
    expect(rows.lines.length).toBe(1000)
    expect(rows.lines.at(7)).toMatchObject({ kind: 'row', key: 'row 7' })
    expect(rows.lines.at(500)).toBeUndefined()
    rows.sight(10, 40)
    expect(asked).toHaveLength(1)
    rows.sight(500, 530)
    expect(asked.map((one) => one.from)).toEqual([0, 480])
  })

  it('asks only for the last place of a long scroll', async () => {
    const { asked, rows, page, settle } = source()
    rows.sight(0, 30)
    asked[0]!.answer(page(0, 100_000))
    await settle()
    for (let line = 1000; line <= 90_000; line += 1000) rows.sight(line, line + 30)
    expect(asked.length).toBe(3)
    asked[1]!.answer(page(asked[1]!.from, 100_000))
    await settle()
    expect(asked.at(-1)!.from).toBe(90_000)
  })

  it('keeps what was read until it is read again, and puts late answers aside', async () => {
    const { asked, rows, page, settle } = source()
    rows.sight(0, 30)
    asked[0]!.answer(page(0))
    await settle()
    rows.again()
    expect(rows.lines.at(3)).toMatchObject({ key: 'row 3' })
    rows.again()
    asked[1]!.answer(page(0, 1000, 'late'))
    await settle()
    expect(rows.lines.at(3)).toMatchObject({ key: 'row 3' })
    asked[2]!.answer(page(0, 900, 'new'))
    await settle()
    expect(rows.lines.at(3)).toMatchObject({ key: 'new 3' })
    expect(rows.fitting).toBe(900)
  })
})

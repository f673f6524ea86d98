import { afterEach, describe, expect, it, vi } from 'vitest'
import { httpPlatform } from './http'
import { CallError } from './types'

afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }))

describe('the loopback door', () => {
  it('answers with what the route answered', async () => {
    answer(200, { saved: '14:05:11' })
    await expect(httpPlatform().call('app.status', {})).resolves.toEqual({ saved: '14:05:11' })
  })

  it('keeps a refusal whole', async () => {
    answer(400, { code: 'unknown_zone', params: { zone: 'Asia/Kuala' }, detail: 'no such zone' })
    const refusal = await httpPlatform()
      .call('times.read', {})
      .catch((thrown: unknown) => thrown)
    expect(refusal).toBeInstanceOf(CallError)
    expect(refusal).toMatchObject({ code: 'unknown_zone', params: { zone: 'Asia/Kuala' } })
  })

  it('calls a silent backend unreachable', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('refused')
    })
    await expect(httpPlatform().call('app.status', {})).rejects.toMatchObject({ code: 'unreachable' })
  })
})

// A server with a workspace of its own, and a page of Chromium that shows it.
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type Axe from 'axe-core'
import { chromium, type Browser, type Page, type Request } from 'playwright-core'

/** When the tests take place: a Sunday, weeks before the first mission of the sample that is still to come. */
const NOW = '2026-11-22T09:00:00+08:00'

/** What axe is asked about: WCAG 2.2 A and AA, and what else is good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Put into the page as it is: a browser's driver that does it takes three times as long. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const CHROMIUM = process.env.OUTREACH_CHROMIUM ?? '/usr/bin/chromium'

export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const
export type Language = (typeof LANGUAGES)[number]

/** So long no question may be open before a page is taken to be at rest, in milliseconds. */
const REST_MS = 150

export class Stage {
  /** Questions to the server that have no answer yet. */
  private open = 0

  private constructor(
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    private readonly folder: string,
    readonly url: string,
    readonly page: Page,
    /** What the page complained of. */
    readonly complaints: string[],
  ) {
    // The stream of changes is never answered to its end, and is no question.
    const asks = (request: Request) =>
      request.resourceType() === 'fetch' && request.url().startsWith(`${url}api/`)
    page.on('request', (request) => (this.open += asks(request) ? 1 : 0))
    for (const ended of ['requestfinished', 'requestfailed'] as const)
      page.on(ended as 'requestfinished', (request) => (this.open -= asks(request) ? 1 : 0))
  }

  /** With the sample programme, with so many generated events, or without a workspace. */
  static async open(workspace: 'sample' | 'none' | number): Promise<Stage> {
    const program = process.env.OUTREACH_DEVSERVER
    if (!program) throw new Error('OUTREACH_DEVSERVER is not set: run `cargo xtask test screens`')
    const folder = await mkdtemp(join(tmpdir(), 'outreach-screens-'))
    const what =
      workspace === 'sample' ? ['--sample'] : workspace === 'none' ? [] : ['--events', `${workspace}`]
    const server = spawn(program, ['--port', '0', '--dir', folder, '--ui', 'dist', '--now', NOW, ...what], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const url = await firstLine(server)
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    })
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    return new Stage(server, browser, folder, url, page, complaints)
  }

  async close(): Promise<void> {
    await this.browser.close()
    const ended = new Promise((resolve) => this.server.once('exit', resolve))
    this.server.kill()
    await ended
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Asks a route, past the screens. */
  async ask<T>(route: string, request: object = {}): Promise<T> {
    const answer = await fetch(`${this.url}api/${route}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    })
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  /** Where a file of the server's folder is. */
  path(name: string): string {
    return join(this.folder, name)
  }

  /** Writes a file into the server's folder, for a dialog to choose. */
  async put(name: string, content: string | Uint8Array): Promise<void> {
    await writeFile(join(this.folder, name), content)
  }

  /** What the next dialog answers: a name inside the server's folder, or null for "cancelled". */
  async choose(name: string | null): Promise<void> {
    const answer = await fetch(`${this.url}test/choose`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ path: name }),
    })
    if (!answer.ok) throw new Error(`choose: ${answer.status} ${await answer.text()}`)
  }

  /** Lets files of the server's folder go over the window. */
  async drop(...names: string[]): Promise<void> {
    const answer = await fetch(`${this.url}test/drop`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ paths: names }),
    })
    if (!answer.ok) throw new Error(`drop: ${answer.status} ${await answer.text()}`)
  }

  async set(set: { language?: Language; theme?: 'light' | 'dark' }): Promise<void> {
    await this.ask('settings.edit', { set })
  }

  /** Shows a page of the program from its beginning. */
  async show(path: string): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(`${this.url}#${path}`)
    await this.page.locator('main').first().waitFor()
    await this.settled()
  }

  /** Waits until nothing is being read any more. */
  async settled(): Promise<void> {
    for (let rested = 0; rested < REST_MS; rested += 25) {
      await this.page.waitForTimeout(25)
      const busy = this.open > 0 || (await this.page.locator('[aria-busy="true"]').count()) > 0
      if (busy) rested = -25
    }
  }

  /** What axe finds against WCAG 2.2 A and AA, a line a finding. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(`${AXE};undefined`)
    return this.page.evaluate(async (rules) => {
      const { axe } = window as unknown as { axe: typeof Axe }
      const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
      )
    }, RULES)
  }

  /** A picture, where pictures are wanted (OUTREACH_PICTURES names the folder). */
  async picture(name: string): Promise<void> {
    const folder = process.env.OUTREACH_PICTURES
    if (folder) await this.page.screenshot({ path: join(folder, `${name}.png`) })
  }
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: server.stdout! })
    lines.once('line', resolve)
    server.once('exit', (code) => reject(new Error(`the loopback server ended with ${code}`)))
    server.once('error', reject)
  })
}

// Draws what has no words on the timeline: bands of holidays and fasts, lines of the calendar, today, and the marks
// of events when far away. Things with words are elements above it.
import { weekday } from '../time/days'
import type { Colours, Sprites } from '../marks/sprites'
import { type Layout, MARK, type RowLine, bandsBetween, linesBetween } from './layout'
import { ticks } from './scale'
import type { Box } from './window.svelte'

export interface PaintOptions {
  layout: Layout
  box: Box
  today: number
  sprites: Sprites
  font: string
  bandName: (band: RowLine['row']['bands'][number]) => string
  /** The event under way; drawn faintly where it was. */
  moving: string | undefined
}

export function paint(on: CanvasRenderingContext2D, options: PaintOptions): void {
  const { layout, box, sprites } = options
  const { colours } = sprites
  const height = Math.min(box.y1, Math.max(layout.height, box.y1))
  on.clearRect(0, 0, box.x1 - box.x0, box.y1 - box.y0)
  on.save()
  on.translate(-box.x0, -box.y0)
  weekends(on, options, height)
  const lines = linesBetween(layout.lines, box.y0, box.y1)
  for (const line of lines) if (line.kind === 'row') bands(on, line, options)
  grid(on, options, height)
  on.fillStyle = colours.line
  for (const line of lines) on.fillRect(box.x0, line.top + line.height - 1, box.x1 - box.x0, 1)
  const todayX = layout.scale.xOfDay(options.today)
  on.fillStyle = colours.now
  on.fillRect(Math.round(todayX), box.y0, layout.scale.dayPx > 40 ? 2 : 1, height)
  if (layout.detail === 'mark') for (const line of lines) if (line.kind === 'row') marks(on, line, options)
  on.restore()
}

function weekends(
  on: CanvasRenderingContext2D,
  { layout, box, sprites }: PaintOptions,
  height: number,
): void {
  const { scale } = layout
  if (scale.dayPx < 10) return
  on.fillStyle = sprites.colours.weekend
  const last = Math.ceil(scale.dayAt(box.x1))
  for (let day = Math.floor(scale.dayAt(box.x0)); day < last; day += 1) {
    if (weekday(day) === 5) on.fillRect(scale.xOfDay(day), box.y0, 2 * scale.dayPx, height)
  }
}

function grid(on: CanvasRenderingContext2D, { layout, box, sprites }: PaintOptions, height: number): void {
  const { upper, lower } = ticks(layout.scale, box.x0, box.x1)
  on.fillStyle = sprites.colours.line
  on.globalAlpha = 0.7
  for (const tick of lower) on.fillRect(Math.round(tick.x), box.y0, 1, height)
  on.globalAlpha = 1
  on.fillStyle = sprites.colours.lineStrong
  for (const tick of upper) on.fillRect(Math.round(tick.x), box.y0, 1, height)
}

function bands(on: CanvasRenderingContext2D, line: RowLine, options: PaintOptions): void {
  const { layout, box, sprites, font } = options
  const { scale } = layout
  on.font = font
  on.textBaseline = 'top'
  let free = -Infinity
  const words: [string, number, number][] = []
  for (const band of bandsBetween(line.row.bands, scale, box.x0, box.x1)) {
    const x = scale.xOfDay(band.from)
    const width = Math.max(1.5, (band.until - band.from) * scale.dayPx)
    const fast = band.note.kind === 'fast'
    on.fillStyle = fast ? sprites.colours.fast : sprites.colours.holiday
    on.fillRect(x, line.top, width, line.height - 1)
    // A fast has dots along its foot, a holiday a line, so that they differ without colour.
    on.fillStyle = sprites.colours.third
    on.globalAlpha = 0.55
    const foot = line.top + line.height - 4
    if (fast) for (let dot = x + 2; dot < x + width - 2; dot += 5) on.fillRect(dot, foot, 2, 2)
    else on.fillRect(x, foot + 1, width, 1.5)
    on.globalAlpha = 1
    const name = options.bandName(band)
    const room = Math.max(width - 6, 0)
    if (name && x + 3 > free && on.measureText(name).width <= room) {
      words.push([name, x + 3, foot - 12])
      free = x + width
    }
  }
  // Over all bands: a holiday within Ramadan must not cover its name.
  on.fillStyle = sprites.colours.third
  for (const [name, x, y] of words) on.fillText(name, x, y)
}

function marks(on: CanvasRenderingContext2D, line: RowLine, options: PaintOptions): void {
  const { box, sprites, moving } = options
  for (const mark of line.marks) {
    if (mark.hidden || mark.x + MARK < box.x0 || mark.x > box.x1) continue
    const { event } = mark.item
    const y = line.top + mark.y
    if (moving === event.id) on.globalAlpha = 0.3
    sprites.draw(on, event.kind, event.status, event.region, mark.x, y)
    on.globalAlpha = 1
    if (event.severity > 1) sign(on, sprites.colours, mark.x + 11, y - 1, event.severity > 2)
    else if (event.moved_by_rules) turned(on, sprites.colours, mark.x + 12, y + 2)
  }
  on.font = options.font
  on.textBaseline = 'middle'
  on.fillStyle = sprites.colours.second
  for (const more of line.mores) on.fillText(`+${more.count}`, more.x + 2, line.top + more.y + MARK / 2 + 1)
}

/** A problem or a warning: `!` on a small ground of its own. */
function sign(on: CanvasRenderingContext2D, colours: Colours, x: number, y: number, problem: boolean): void {
  on.fillStyle = colours.surface
  on.beginPath()
  on.arc(x, y + 4, 4.5, 0, 7)
  on.fill()
  on.fillStyle = problem ? colours.danger : colours.warn
  on.fillRect(x - 1, y + 0.5, 2, 4.5)
  on.fillRect(x - 1, y + 6, 2, 2)
}

/** Moved by changed rules: an arrow that turns back. */
function turned(on: CanvasRenderingContext2D, colours: Colours, x: number, y: number): void {
  on.fillStyle = colours.surface
  on.beginPath()
  on.arc(x, y, 4.5, 0, 7)
  on.fill()
  on.strokeStyle = colours.second
  on.lineWidth = 1.2
  on.beginPath()
  on.arc(x, y, 2.8, -2.2, 2.6)
  on.stroke()
}

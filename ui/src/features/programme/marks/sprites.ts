// Marks for the canvas, each drawn once for a colour scheme and kept as a small picture.
import type { EventKind, Region, Status } from '$api/types'
import { REGIONS } from '../../record/values'
import { FILLS, OUTLINES, OVER } from './glyphs'

export interface Colours {
  surface: string
  text: string
  second: string
  third: string
  line: string
  lineStrong: string
  holiday: string
  fast: string
  weekend: string
  now: string
  warn: string
  danger: string
  region: Record<Region, { mark: string; text: string; tint: string }>
}

/** The colours in force at an element: `light-dark()` is only settled by asking for a used colour. */
export function readColours(host: HTMLElement): Colours {
  const probe = document.createElement('span')
  probe.hidden = true
  host.append(probe)
  const read = (name: string) => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const region = Object.fromEntries(
    REGIONS.map((key) => [
      key,
      {
        mark: read(`--region-${key}`),
        text: read(`--region-${key}-text`),
        tint: read(`--region-${key}-tint`),
      },
    ]),
  ) as Colours['region']
  const colours: Colours = {
    surface: read('--surface'),
    text: read('--text'),
    second: read('--text-2'),
    third: read('--text-3'),
    line: read('--line'),
    lineStrong: read('--line-strong'),
    holiday: read('--band-holiday'),
    fast: read('--band-ramadan'),
    weekend: read('--band-weekend'),
    now: read('--now'),
    warn: read('--warn'),
    danger: read('--danger'),
    region,
  }
  probe.remove()
  return colours
}

const SIZE = 14

export class Sprites {
  #made = new Map<string, HTMLCanvasElement>()

  constructor(
    readonly colours: Colours,
    readonly ratio: number,
  ) {}

  draw(
    on: CanvasRenderingContext2D,
    kind: EventKind,
    status: Status,
    region: Region,
    x: number,
    y: number,
  ): void {
    const key = `${kind} ${status} ${region}`
    let sprite = this.#made.get(key)
    if (!sprite) {
      sprite = this.#make(kind, status, region)
      this.#made.set(key, sprite)
    }
    on.drawImage(sprite, x, y, SIZE, SIZE)
  }

  #make(kind: EventKind, status: Status, region: Region): HTMLCanvasElement {
    const sprite = document.createElement('canvas')
    sprite.width = sprite.height = Math.ceil(SIZE * this.ratio)
    const on = sprite.getContext('2d')
    if (!on) return sprite
    on.scale(this.ratio, this.ratio)
    on.translate(1, 1)
    const fill = FILLS[status]
    const off = fill === 'struck' || fill === 'barred'
    const colour = this.colours.region[region]
    const outline = new Path2D(OUTLINES[kind])
    on.lineJoin = 'round'
    on.lineWidth = 1.3
    on.strokeStyle = off ? this.colours.third : colour.text
    on.fillStyle = this.colours.surface
    on.fill(outline)
    if (fill === 'full' || fill === 'ticked' || fill === 'half') {
      on.save()
      if (fill === 'half') {
        on.beginPath()
        on.rect(0, 6, 12, 6)
        on.clip()
      }
      on.fillStyle = fill === 'ticked' ? colour.text : colour.mark
      on.fill(outline)
      on.restore()
    }
    on.stroke(outline)
    const over = OVER[fill]
    if (over) {
      if (fill === 'ticked') on.strokeStyle = this.colours.surface
      on.lineWidth = fill === 'struck' ? 1.6 : 1.5
      on.stroke(new Path2D(over))
    }
    return sprite
  }
}

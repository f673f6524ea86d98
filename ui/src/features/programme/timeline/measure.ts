// Widths of texts, each measured once in the fonts on screen.
import type { Measure } from './layout'

export function measurer(host: HTMLElement): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const family = getComputedStyle(host).fontFamily
  const size = getComputedStyle(host).fontSize
  const plain = new Map<string, number>()
  const strong = new Map<string, number>()
  return (text, bold = false) => {
    const known = bold ? strong : plain
    let width = known.get(text)
    if (width === undefined) {
      if (context) context.font = `${bold ? 500 : 400} ${size} ${family}`
      // Digits in the page are all of one width, which is wider than the font's own 1.
      const ones = (text.match(/1/g) ?? []).length
      width = (context?.measureText(text).width ?? text.length * 8) + ones * 3
      known.set(text, width)
    }
    return width
  }
}

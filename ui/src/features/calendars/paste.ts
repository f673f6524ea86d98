// A list of recipients as it comes out of a spreadsheet or an address line.

export interface Pasted {
  name: string
  organisation: string
  email: string
}

const EMAIL = /[^\s<>"',;]+@[^\s<>"',;]+\.[^\s<>"',;]+/u

/** One line: cells between tabs, else parts between commas or semicolons; `Name <address>` too. */
function read(line: string): Pasted | undefined {
  const cells = line.includes('\t') ? line.split('\t') : line.split(/[;；,，]/u)
  let email = ''
  const words: string[] = []
  for (const cell of cells) {
    const found = email === '' ? EMAIL.exec(cell)?.[0] : undefined
    if (found) email = found
    const rest = (found ? cell.replace(found, '') : cell).replace(/[<>"]/g, '').trim()
    if (rest !== '') words.push(rest)
  }
  const name = words[0] ?? email
  return name === '' ? undefined : { name, organisation: words[1] ?? '', email }
}

/** What was pasted, if it is a list; nothing if it is one plain text for the field it went into. */
export function readPasted(text: string): Pasted[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  if (lines.length < 2 && !text.includes('\t')) return []
  return lines.flatMap((line) => read(line) ?? [])
}

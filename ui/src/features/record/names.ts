// A name that was typed once, put where its script says.
import type { Wording } from '$api/types'
import { lang } from '$words'

const HAN = /\p{Script=Han}/u

/** Chinese goes to the reader's Chinese, or to the traditional one on English screens; all else is English. */
export function nameIn(text: string): Wording {
  const name = text.trim()
  const none = { en: '', zh_hant: '', zh_hans: '' }
  if (!HAN.test(name)) return { ...none, en: name }
  return lang() === 'zh-Hans' ? { ...none, zh_hans: name } : { ...none, zh_hant: name }
}

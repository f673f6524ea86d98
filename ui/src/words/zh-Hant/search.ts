import type { search as en } from '../en/search'
import type { Translated } from '../types'

export const search: Translated<typeof en> = {
  placeholder: '活動、訪問團、人物、地點、指令',
  results: '結果',
  records: '搜尋結果',
  commands: '指令',
  none: '找不到「{text}」',
  found: { other: '找到 {n} 項' },
}

import type { search as en } from '../en/search'
import type { Translated } from '../types'

export const search: Translated<typeof en> = {
  placeholder: '活动、访问团、人物、地点、命令',
  results: '结果',
  records: '搜索结果',
  commands: '命令',
  none: '找不到“{text}”',
  found: { other: '找到 {n} 项' },
}

import type { errors as en } from '../en/errors'
import type { Translated } from '../types'

export const errors: Translated<typeof en> = {
  unreachable: '程序没有响应。已保存的内容不受影响，请重试。',
  unknown: '发生错误（{code}）。已保存的内容不受影响。',
}

import type { errors as en } from '../en/errors'
import type { Translated } from '../types'

export const errors: Translated<typeof en> = {
  unreachable: '程式沒有回應。已儲存的內容不受影響，請再試一次。',
  unknown: '發生錯誤（{code}）。已儲存的內容不受影響。',
}

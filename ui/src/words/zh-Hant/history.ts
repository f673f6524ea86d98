import type { history as en } from '../en/history'
import type { Translated } from '../types'

export const history: Translated<typeof en> = {
  all: '所有更改',
  empty: '尚未有任何更改',
  'empty.text': '每項更改都會列出由誰、何時作出，以及原來的內容。',
  someone: '未具名',
  undone: '已復原',
  revert: '復原此項',
  made: '新增',
  removed: '已移除',
  to: '改為',
  more: { other: '另有 {n} 項' },
  older: '較早的更改',
  'label.other': '更改',
  'label.added': '新增{kind}：{name}',
  'label.edited': '編輯{kind}：{name}',
  'label.removed': '移除{kind}：{name}',
  'label.event_moved': '移動活動：{name}',
  'label.event_cancelled': '取消活動：{name}',
  'label.event_duplicated': '複製活動：{name}',
  'label.mission_shifted': '訪問團移動 {days} 天：{name}',
  'label.mission_copied': '複製訪問團：{name}',
  'label.mission_cancelled': '取消訪問團：{name}',
  'label.sample': '示例計劃',
  'label.undone': '復原 – {what}',
  'label.redone': '重做 – {what}',
}

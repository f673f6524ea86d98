import type { history as en } from '../en/history'
import type { Translated } from '../types'

export const history: Translated<typeof en> = {
  all: '所有更改',
  empty: '尚未有任何更改',
  'empty.text': '每项更改都会列出由谁、何时作出，以及原来的内容。',
  someone: '未署名',
  undone: '已撤销',
  revert: '撤销此项',
  made: '新增',
  removed: '已删除',
  to: '改为',
  more: { other: '另有 {n} 项' },
  older: '更早的更改',
  'label.other': '更改',
  'label.added': '新建{kind}：{name}',
  'label.edited': '编辑{kind}：{name}',
  'label.removed': '删除{kind}：{name}',
  'label.event_moved': '移动活动：{name}',
  'label.event_cancelled': '取消活动：{name}',
  'label.event_duplicated': '复制活动：{name}',
  'label.mission_shifted': '访问团移动 {days} 天：{name}',
  'label.mission_copied': '复制访问团：{name}',
  'label.mission_cancelled': '取消访问团：{name}',
  'label.sample': '示例计划',
  'label.undone': '撤销 – {what}',
  'label.redone': '重做 – {what}',
}

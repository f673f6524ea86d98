// The words that a new letter begins with, so that nobody faces an empty page. Fill-ins stand in braces; one with a
// question mark may stay empty.
import type { Letter } from '$api/types'

export function usualText(): Pick<Letter, 'kind' | 'subject' | 'body'> {
  return {
    kind: 'invitation',
    subject: {
      en: 'Invitation: {event}',
      zh_hant: '誠邀出席：{event}',
      zh_hans: '诚邀出席：{event}',
    },
    body: {
      en: [
        'Dear {addressed},',
        'We would be honoured by your presence at {event}.',
        '{when}\n{venue}',
        'Please let us know by {reply_by} whether you will come.',
        'Yours sincerely,',
      ].join('\n\n'),
      zh_hant: [
        '{addressed}：',
        '謹邀閣下出席{event}。',
        '日期及時間：{when}\n地點：{venue}',
        '敬請於{reply_by}或之前賜覆。',
        '謹啟',
      ].join('\n\n'),
      zh_hans: [
        '{addressed}：',
        '诚邀阁下出席{event}。',
        '日期及时间：{when}\n地点：{venue}',
        '敬请于{reply_by}或之前回复。',
        '谨启',
      ].join('\n\n'),
    },
  }
}

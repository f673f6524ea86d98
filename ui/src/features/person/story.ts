// What happened to somebody, in words.
import type { StoryItem, StoryKind } from '$api/types'
import { changeText } from '$frame/errors'
import { t, tMaybe } from '$words'

export type StoryFilter = 'all' | 'invitations' | 'visits' | 'privacy' | 'changes'
export const STORY_FILTERS: readonly StoryFilter[] = ['all', 'invitations', 'visits', 'privacy', 'changes']

const OF: Record<StoryKind, Exclude<StoryFilter, 'all'>> = {
  created: 'changes',
  invitation: 'invitations',
  visit: 'visits',
  meeting: 'visits',
  notice: 'privacy',
  consent: 'privacy',
  disclosure: 'privacy',
  change: 'changes',
}

export function storyOf(items: readonly StoryItem[], filter: StoryFilter): readonly StoryItem[] {
  return filter === 'all' ? items : items.filter((item) => OF[item.kind] === filter)
}

/** One line: what it was. */
export function storyText(item: StoryItem): string {
  switch (item.kind) {
    case 'created':
      return item.text ? t('person.story.created.from', { source: item.text }) : t('person.story.created')
    case 'invitation':
      return t('person.story.invitation', { status: tMaybe(`invitees.status.${item.code}`) ?? item.code })
    case 'visit':
      return t('person.story.visit', { stage: tMaybe(`visits.stage.${item.code}`) ?? item.code })
    case 'meeting':
      return t('person.story.meeting', { what: item.text })
    case 'notice':
      return t('person.story.notice', { name: item.text, n: item.params.version ?? '' })
    case 'consent':
      return t(item.params.given === 'yes' ? 'person.story.consent.yes' : 'person.story.consent.no', {
        purpose: tMaybe(`privacy.purpose.${item.code}`) ?? item.code,
      })
    case 'disclosure':
      return t('person.story.disclosure', { kind: tMaybe(`privacy.kind.${item.code}`) ?? item.code })
    case 'change':
      return changeText({ label: item.code, params: item.params })
  }
}

/** What was written along, where the line does not say it already. */
export function storyNote(item: StoryItem): string {
  if (item.kind === 'disclosure')
    return item.text ? t('person.story.disclosure.for', { purpose: item.text }) : ''
  return ['created', 'meeting', 'notice'].includes(item.kind) ? '' : item.text
}

export const search = {
  placeholder: 'Events, missions, people, places, commands',
  results: 'Results',
  records: 'Found',
  commands: 'Commands',
  none: 'Nothing found for “{text}”',
  found: { one: '{n} found', other: '{n} found' },
} as const

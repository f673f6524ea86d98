export const history = {
  all: 'All changes',
  empty: 'Nothing has been changed yet',
  'empty.text': 'Every change appears here with who made it, when, and what it was before.',
  someone: 'Someone',
  undone: 'taken back',
  revert: 'Undo this',
  made: 'new',
  removed: 'removed',
  to: 'changed to',
  more: { one: 'and {n} more record', other: 'and {n} more records' },
  older: 'Older changes',
  'label.other': 'A change',
} as const

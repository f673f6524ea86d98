export const errors = {
  unreachable: 'The planner did not answer. What was saved is kept; try again.',
  unknown: 'Something went wrong ({code}). What was saved is kept.',
} as const

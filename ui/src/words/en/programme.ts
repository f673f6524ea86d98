export const programme = {} as const

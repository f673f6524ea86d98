// The menu at a grid's corner: what it is grouped by, which columns it has.
import { t } from '$words'
import type { Column } from './grid'
import type { MenuItem } from './Menu.svelte'

export interface GridMenu<T> {
  columns: readonly Column<T>[]
  /** Those on screen. */
  chosen: readonly Column<T>[]
  /** Id of the column it is grouped by. */
  group: string | null
  ongroup: (id: string | null) => unknown
  onhide: (column: Column<T>, hidden: boolean) => unknown
  onreset: () => unknown
}

export function gridMenu<T>({ columns, chosen, group, ongroup, onhide, onreset }: GridMenu<T>): MenuItem[] {
  const groupable = columns.filter((column) => column.groups)
  const grouping: MenuItem[] = groupable.length
    ? [
        { label: t('parts.grid.group.none'), checked: group === null, run: () => ongroup(null) },
        ...groupable.map((column) => ({
          label: `${t('parts.grid.group')}${t('parts.colon')}${column.label}`,
          checked: group === column.id,
          run: () => ongroup(column.id),
        })),
      ]
    : []
  const choice = columns.map((column, index): MenuItem => {
    const on = chosen.includes(column)
    return {
      label: column.label,
      checked: on,
      multiple: true,
      disabled: column.fixed,
      apart: index === 0 && grouping.length > 0,
      stays: true,
      run: () => onhide(column, on),
    }
  })
  return [...grouping, ...choice, { label: t('parts.grid.columns.reset'), apart: true, run: onreset }]
}

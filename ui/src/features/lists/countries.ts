// Names of countries and territories by their code, and of cities by their zone.
import { langTag } from '$words'
export { zoneCity } from '$words/cities'

export function countryName(code: string): string {
  // The office's own wording, not the browser's.
  const own: Record<string, Record<string, string>> = {
    HK: { en: 'Hong Kong', zh: '香港' },
    MO: { en: 'Macao', zh: langTag().includes('Hans') ? '澳门' : '澳門' },
  }
  const ours = own[code]?.[langTag().startsWith('zh') ? 'zh' : 'en']
  if (ours) return ours
  try {
    return new Intl.DisplayNames([langTag()], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

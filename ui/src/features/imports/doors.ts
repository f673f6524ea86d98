// Stand-in for the generated client until the routes are there.
import { call } from '$platform'
import type { Exported, Language } from '$api/types'
import type { ChosenImport, ImportKind, ImportPreview, Imported, PreviewImport } from './types'

export const imports = {
  choose: (request: { kind: ImportKind }) => call<ChosenImport | null>('imports.choose', request),
  preview: (request: PreviewImport) => call<ImportPreview>('imports.preview', request),
  commit: (request: PreviewImport) => call<Imported>('imports.commit', request),
  template: (request: { language: Language }) => call<Exported | null>('imports.template', request),
}

// A line for each file of tests that is through, with how long it took: the screens take minutes.
import { basename } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

export default class FilesReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()]
    const failed = tests.filter((test) => test.result().state === 'failed')
    const seconds = Math.round(module.diagnostic().duration / 1000)
    const ill = failed.length > 0 ? `, ${failed.length} of them failed` : ''
    console.log(`    ${basename(module.moduleId)}: ${tests.length} tests in ${seconds} s${ill}`)
  }
}

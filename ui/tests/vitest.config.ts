// The screens in Chromium, over the loopback server: `cargo xtask test screens` builds both and runs this.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/screens/**/*.screen.ts'],
    // One browser and one server a file; two files at once would fight for the cores.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The usual second is no measure of anything on a machine that builds beside the tests.
    expect: { poll: { timeout: 20_000 } },
  },
})

import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [svelte()],
  // Relative addresses: the same build is served from the window's own scheme and from a folder.
  base: './',
  resolve: {
    // Vitest would otherwise take Svelte's server build, which cannot mount. Given at all, the list replaces
    // Vite's own, so it is only given there.
    ...(process.env.VITEST ? { conditions: ['browser'] } : {}),
    alias: [
      { find: '$platform', replacement: here('./src/platform/index.ts') },
      { find: /^\$words$/, replacement: here('./src/words/index.svelte.ts') },
      { find: /^\$words\//, replacement: here('./src/words/') },
      { find: /^\$parts$/, replacement: here('./src/parts/index.ts') },
      { find: /^\$parts\//, replacement: here('./src/parts/') },
      { find: /^\$frame$/, replacement: here('./src/frame/index.ts') },
      { find: /^\$frame\//, replacement: here('./src/frame/') },
      { find: /^\$api\//, replacement: here('./src/api/') },
    ],
  },
  build: {
    // WebKitGTK 2.44 and later, which is what the window runs in.
    target: ['safari17.5', 'chrome123'],
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
    // One script and one style: they are read from disk, where every further file is a further round through
    // the window's process and saves nothing.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: false } },
    chunkSizeWarningLimit: 1500,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': 'http://127.0.0.1:4317' },
  },
  test: {
    environment: 'happy-dom',
    // Read as text by the contrast test; other styles are left out.
    css: { include: [/tokens\.css/] },
    include: ['src/**/*.test.ts', 'tests/parts/**/*.test.ts'],
  },
})

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

/** electron-vite forces a relative base; a page reloaded at /ke-hoach/1 then finds no assets. */
const absoluteBase: Plugin = { name: 'absolute-base', enforce: 'post', config: () => ({ base: '/' }) };

const entries = {
  index: resolve(root, 'electron/main/index.ts'),
  web: resolve(root, 'electron/web/index.ts'),
  cli: resolve(root, 'electron/cli/index.ts'),
};

export default defineConfig({
  main: {
    build: {
      // The web and cli hosts run on Node 20 (electron-vite would compile for Electron's own Node).
      target: 'node20.19',
      // ExcelJS and pdfkit break when bundled: dependencies stay in node_modules.
      externalizeDeps: true,
      outDir: 'out/main',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require nothing: one CommonJS file with everything in it.
      externalizeDeps: false,
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    // Replaced per response by the host (`electron/host/pages.ts`).
    html: { cspNonce: '__CSP_NONCE__' },
    plugins: [react(), absoluteBase],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      // Inlined data: addresses would need a wider policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve(root, 'renderer/index.html'),
        // main.tsx sets zod and styles up before it imports what uses them: chunks must keep that order.
        output: { strictExecutionOrder: true },
      },
    },
  },
});

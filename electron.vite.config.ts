import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { listBundled } from './scripts/bundled.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Pages stand under deep addresses such as /patients/42, so that the files they load need absolute addresses. */
const absoluteBase: Plugin = {
  name: 'absolute-base',
  enforce: 'post',
  config: (config) => {
    config.base = '/';
  },
};

export default defineConfig({
  main: {
    plugins: [listBundled('main')],
    build: {
      externalizeDeps: { include: ['better-sqlite3', 'argon2', 'sharp', 'original-fs'] },
      rolldownOptions: {
        input: {
          index: here('main/index.ts'),
          cli: here('main/cli.ts'),
          'adapters/checkWorker': here('main/adapters/checkWorker.ts'),
          'adapters/termsWorker': here('main/adapters/termsWorker.ts'),
          'adapters/checkpointWorker': here('main/adapters/checkpointWorker.ts'),
          'adapters/passwordRaterWorker': here('main/adapters/passwordRaterWorker.ts'),
          'adapters/quickCheckWorker': here('main/adapters/quickCheckWorker.ts'),
          'modules/people/imports/worker': here('main/modules/people/imports/worker.ts'),
          'modules/people/imports/demoPeopleWorker': here('main/modules/people/imports/demoPeopleWorker.ts'),
          'adapters/images/process': here('main/adapters/images/process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    plugins: [listBundled('preload')],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: here('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react(), absoluteBase, listBundled('renderer')],
    // Every schema comes through one file that switches zod's code generation off before the first schema is made.
    resolve: { alias: [{ find: /^zod$/, replacement: here('renderer/zod.ts') }] },
    build: {
      outDir: here('out/renderer'),
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: here('renderer/index.html') },
    },
  },
});

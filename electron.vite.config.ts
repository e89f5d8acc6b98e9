import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { pinnedNode } from './build/packaging/pinned-node.ts';
import { targetOfMode } from './build/packaging/target.ts';
import manifest from './package.json' with { type: 'json' };

/**
 * The targets are written down, not taken from the installed electron package: one build runs on the pinned Electron
 * and on Electron 33 (Node 20, Chromium 130), which tests use where the pinned one cannot be downloaded.
 */
const targets = { main: 'node20', core: 'node24', preload: 'node20', pages: 'chrome130' } as const;

/**
 * The core (`main/core/index.ts?modulePath`) is built inside main's build, with main's target, unless told so here. It gets a
 * folder of its own, which lies beside the archive of an installed till. There is no package.json, so the names say that the
 * files are modules.
 */
const coreOutput: Plugin = {
  name: 'balcao:core-output',
  enforce: 'post',
  config(config) {
    const input = config.build?.rolldownOptions?.input;
    if (typeof input !== 'string' || !input.includes('core')) return null;
    const chunkFileNames = 'core/[name]-[hash].mjs';
    return { build: { target: targets.core, rolldownOptions: { output: { chunkFileNames } } } };
  },
};

/**
 * Writes every other character of a built file as an escape: V8 holds a file of ASCII alone in one byte a character, and
 * reads it faster; one dash in a megabyte is enough to lose that. `String.raw` would show the escapes.
 */
const asciiAlone: Plugin = {
  name: 'balcao:ascii-alone',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      if (/String\.raw`[^`]*[^`\p{ASCII}]/u.test(chunk.code))
        throw new Error(`${chunk.fileName}: raw text not in ASCII`);
      chunk.code = chunk.code.replaceAll(/[^\p{ASCII}]/gv, (text) =>
        [...Array(text.length).keys()]
          .map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join(''),
      );
    }
  },
};

/** Blanks and dead code go, which makes pages and processes start faster; names stay, so that a stack in a log can be read. */
const output = { minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } } } as const;

/**
 * Libraries that go into main's and the core's own files: they are hundreds of small files, and reading those one by
 * one is what a start waits for. better-sqlite3 stays outside: it is native.
 */
const bundled = ['electron-log', 'fastify', 'fflate', 'undici', 'zod'];

/** What fastify loads only when something asks for it, and here nothing does. */
const leftOutside = [
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  'light-my-request',
  'pino',
];

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  // Null: a run from the sources.
  const target = targetOfMode(mode);
  const node = await pinnedNode(target);
  return {
    main: {
      plugins: [coreOutput, asciiAlone],
      // Decided here and not at run time, where the name of a file or a variable could be changed.
      define: {
        BALCAO_IS_INSTALLED: String(target !== null),
        BALCAO_ELECTRON: JSON.stringify(manifest.devDependencies.electron),
        BALCAO_NODE_PATH: JSON.stringify(node.path),
        BALCAO_NODE_SHA256: JSON.stringify(node.sha256),
      },
      build: {
        target: targets.main,
        externalizeDeps: { exclude: bundled },
        rolldownOptions: { input: { index: resolve('main/index.ts') }, external: leftOutside, output },
      },
    },
    preload: {
      plugins: [asciiAlone],
      build: {
        target: targets.preload,
        isolatedEntries: true,
        // A sandboxed preload can require nothing but electron.
        externalizeDeps: false,
        rolldownOptions: {
          input: { cashier: resolve('preload/cashier.ts'), customer: resolve('preload/customer.ts') },
          output: { ...output, format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
    renderer: {
      root: 'renderer',
      plugins: [react(), asciiAlone],
      build: {
        target: targets.pages,
        // Fonts and pictures stay files: the pages' policy has no data: source.
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: {
            cashier: resolve('renderer/cashier/index.html'),
            customer: resolve('renderer/customer/index.html'),
          },
          output,
        },
      },
    },
  };
});

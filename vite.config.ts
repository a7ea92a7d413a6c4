import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const virtual = 'virtual:catalogue/';
const languages = ['en', 'ru'];
type Pair = readonly [string, string];

/** Files that hold catalogues: `texts.ts`, `texts-card.ts`, `shell-texts.ts` of a module or of the platform. */
const isCatalogue = (file: string) =>
  /\/(shell-)?texts(-[a-z-]+)?\.ts$/.test(file) && /\/(modules|platform)\//.test(file);

/**
 * Takes the sentences out of the scripts: the browser fetches one file, of its own language and compiled, instead of
 * every language and a compiler of messages. A catalogue's module is left with empty objects under its exported names.
 */
function catalogues(): Plugin {
  let serving = false;
  return {
    name: 'mandate-catalogues',
    configResolved: ({ command }) => {
      serving = command === 'serve';
    },
    resolveId: (id) => (id.startsWith(virtual) ? `\0${id}` : null),
    async load(id) {
      if (id.startsWith(`\0${virtual}`)) {
        const language = id.slice(virtual.length + 1);
        const source = JSON.stringify(await printed(languages.indexOf(language)));
        if (serving) return `export const load = async () => (${source});`;
        const file = this.emitFile({ type: 'asset', name: `${language}.json`, source });
        return `export const load = async () => (await fetch(import.meta.ROLLUP_FILE_URL_${file})).json();`;
      }
      const [file = ''] = id.split('?');
      if (!file.startsWith(root) || file === path.join(root, 'platform/web/texts.ts') || !isCatalogue(file))
        return null;
      const exported = Object.keys(await evaluated(file));
      return exported.map((name) => `export const ${name} = {};`).join('\n');
    },
  };
}

async function printed(index: number): Promise<Record<string, unknown>> {
  const messages: Record<string, unknown> = {};
  for (const folder of ['platform', 'modules']) {
    for (const file of await readdir(path.join(root, folder), { recursive: true })) {
      const at = path.join(root, folder, file);
      if (!isCatalogue(at) || at === path.join(root, 'platform/web/texts.ts')) continue;
      for (const catalogue of Object.values(await evaluated(at))) {
        for (const [key, pair] of Object.entries(catalogue)) messages[key] = compiled(key, pair[index] ?? key);
      }
    }
  }
  return messages;
}

/** A sentence that is no ICU message stops the build. */
function compiled(key: string, message: string): unknown {
  try {
    return compileMessageOrThrow(message);
  } catch (error) {
    throw new Error(`The text ${key} is no ICU message: ${message}`, { cause: error });
  }
}

/** The catalogues that a file exports. Anything else in it would be lost in the browser, and stops the build. */
async function evaluated(file: string): Promise<Record<string, Record<string, Pair>>> {
  const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
  for (const [name, value] of Object.entries(exported)) {
    const pairs = typeof value === 'object' && value !== null ? Object.values(value) : [null];
    const isCatalogueOfPairs = pairs.every((pair) => Array.isArray(pair) && pair.length === languages.length);
    if (!isCatalogueOfPairs)
      throw new Error(`${file} exports ${name}, which is no catalogue: keep it in another file.`);
  }
  return exported as Record<string, Record<string, Pair>>;
}

export default defineConfig({
  root: path.join(root, 'app/web'),
  plugins: [catalogues(), react()],
  resolve: {
    alias: [
      // The server validates; in the browser a schema is only a type.
      { find: /^typebox$/, replacement: path.join(root, 'platform/web/schema-free.ts') },
    ],
  },
  css: { postcss: path.join(root, 'app/web') },
  build: {
    outDir: path.join(root, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});

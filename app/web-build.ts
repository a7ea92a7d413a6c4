import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '#platform/db/migrate.ts';

const target = path.join(root, 'dist/web');
const stampFile = path.join(target, '.sources');
const roots = ['kernel', 'platform', 'modules', 'app/web'];
/** Folders that only the server reads: a change there needs no new build. */
const serverOnly = /^(actions|data|routes|duties|jobs|sql|documents|templates|db|http|auth|postgres|backup|test)$/;

/**
 * Builds the web application into `dist/web` when its sources differ from those it was built from.
 * The former build serves until the new one is whole.
 * @throws with the builder's words when it fails.
 */
export async function buildWeb({ report }: { report(line: string): void }): Promise<void> {
  if (!existsSync(path.join(root, 'vite.config.ts')))
    return report('There is no web application in this copy: only /api is served');
  const sources = await fingerprint();
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === sources) return;
  report('Building the web application');
  const began = performance.now();
  const unfinished = `${target}.${process.pid}`;
  try {
    await vite(unfinished);
    await writeFile(path.join(unfinished, '.sources'), sources);
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  report(`Built the web application in ${Math.round((performance.now() - began) / 1000)} seconds`);
}

/** A digest of everything that the build reads from the project. */
async function fingerprint(): Promise<string> {
  const files = (await Promise.all(roots.map((folder) => filesUnder(path.join(root, folder))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of [path.join(root, 'vite.config.ts'), path.join(root, 'package-lock.json'), ...files]) {
    hash
      .update(path.relative(root, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.map(async (entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return serverOnly.test(entry.name) ? [] : filesUnder(at);
    return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [at];
  });
  return (await Promise.all(found)).flat();
}

/** In a process of its own, so that the builder's memory is not the server's. */
function vite(outDir: string): Promise<void> {
  const program = path.join(root, 'node_modules/vite/bin/vite.js');
  const flags = [
    'build',
    '--config',
    path.join(root, 'vite.config.ts'),
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...flags], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The web application cannot be built:\n${said.trim().slice(-4000)}`)),
    );
  });
}

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '#platform/db/migrate.ts';

/** What a step came to: checks that held, checks that did not, and what is to be said about it. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly words?: string };

/** Runs a program of the project or of a package as one check; its words go straight to the terminal. */
export async function runProgram(program: string, args: string[]): Promise<Outcome> {
  const code = await run([packaged(program), ...args], {});
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs tests and counts each. A run that breaks before its tests counts as one failure. */
export async function runVitest(args: string[], variables: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-check-'));
  try {
    const counts = path.join(folder, 'counts.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`];
    const code = await run([packaged('vitest/vitest.mjs'), 'run', ...args, ...reporters], variables);
    const read = await readFile(counts, 'utf8').catch(() => '{}');
    const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = JSON.parse(read);
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Packages hide their programs behind `exports`; we know where they lie. */
function packaged(program: string): string {
  if (path.isAbsolute(program)) return program;
  return path.join(root, 'node_modules', program);
}

function run(command: string[], variables: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...variables },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

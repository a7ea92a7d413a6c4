import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '#platform/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the demonstration that the stories act in. */
    demoUrl: string;
  }
}

/** Starts the demonstration by its own command, on a free port and in a folder that is thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-e2e-'));
  const port = await freePort();
  const server = spawn(process.execPath, ['app/cli.ts', 'demo', '--data', dataDir, '--port', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      if (said.includes('Mandate is ready at')) resolve();
    });
    server.on('exit', (code) => reject(new Error(`the demonstration ended with ${code}:\n${said}`)));
  });
  project.provide('demoUrl', `http://localhost:${port}`);
  return async () => {
    server.removeAllListeners('exit');
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { identifier } from '#platform/auth/identify.ts';
import { openIdentity } from '#platform/auth/identity.ts';
import { resetLetters } from '#platform/auth/reset-letters.ts';
import { identityRoutes } from '#platform/auth/routes.ts';
import type { Database } from '#platform/db/database.ts';
import { root } from '#platform/db/migrate.ts';
import { roleUrl } from '#platform/db/open.ts';
import { compose } from '#platform/declare/registry.ts';
import { openFileStore } from '#platform/files/store.ts';
import { addHealth } from '#platform/http/health.ts';
import { buildServer } from '#platform/http/server.ts';
import { markAllCutOff } from '#platform/imports/cut-off.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { mailSetup } from '#platform/mail/mail.ts';
import { Runner } from '#platform/run.ts';
import { publishCommonPermits } from './common-permits.ts';
import { modules } from './modules.ts';
import { version } from './version.ts';

/** Starts everything that runs: HTTP, identity, the job worker. `close` ends all of it, letting requests finish. */
export async function startServer(options: {
  database: Database;
  port: number;
  host: string;
  dataDir: string;
}): Promise<{ url: string; runner: Runner; close(): Promise<void> }> {
  const { database } = options;
  await publishCommonPermits(database.ownerUrl);
  const runner = new Runner(database, compose(modules), undefined, openFileStore(options.dataDir));
  const mail = mailSetup();
  const identity = openIdentity({
    url: roleUrl(database.ownerUrl, 'mandate_identity'),
    secret: await secretOf(options.dataDir),
    letters: mail && process.env.MANDATE_URL ? resetLetters(runner, mail, process.env.MANDATE_URL) : undefined,
    secureCookies: !process.env.MANDATE_URL?.startsWith('http://'),
  });
  const identify = identifier(database, identity);
  const webFolder = path.join(root, 'dist/web');
  const server = await buildServer({
    runner,
    identify,
    identityRoutes: (instance) => {
      identityRoutes(identity, identify)(instance);
      addHealth(instance, database, version);
    },
    ...(existsSync(path.join(webFolder, 'index.html')) && { webFolder }),
    version,
    log: true,
  });
  await markAllCutOff(runner);
  const worker = await startWorker(runner);
  await server.listen({ port: options.port, host: options.host });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${options.host === '0.0.0.0' || options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}`,
    runner,
    close: async () => {
      await server.close();
      await worker.stop();
      await identity.close();
    },
  };
}

/** The secret that signs sessions: made once, kept in the data folder, readable by the owner alone. */
export async function secretOf(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  await mkdir(dataDir, { recursive: true });
  const secret = randomBytes(48).toString('base64url');
  await writeFile(file, secret, { mode: 0o600, flag: 'wx' });
  return secret;
}

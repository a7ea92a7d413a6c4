import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { startServer } from '#app/server.ts';
import type { Person, TestCompany } from '#modules/mandates/testing.ts';
import { keyHash } from '#platform/auth/identify.ts';
import type { Database } from '#platform/db/database.ts';

export type RealServer = Awaited<ReturnType<typeof startServer>>;

/** The product's own server on a free port: identity, cookies, jobs and all, over a test database. */
export async function aRealServer(database: Database): Promise<RealServer> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-real-'));
  const server = await startServer({ database, port: 0, host: '127.0.0.1', dataDir });
  return {
    ...server,
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An API key of an employee. */
export async function anApiKey(company: TestCompany, who: Person): Promise<string> {
  const key = `mandate_${randomUUID()}`;
  await company.owner('insert into identity.api_keys (company_id, employee_id, name, hash) values ($1, $2, $3, $4)', [
    company.actor(who).companyId,
    company.ids[who],
    'A test',
    keyHash(key),
  ]);
  return key;
}

/** A way to sign in, as HR would give it. */
export async function aLogin(company: TestCompany, who: Person): Promise<{ email: string; password: string }> {
  const password = randomUUID();
  const [user] = await company.owner<{ id: string }>(
    `with made as (insert into identity."user" ("id", "name", "email", "emailVerified", "updatedAt")
       select gen_random_uuid()::text, e.name, lower(e.email), true, now() from organization.employees e where e.id = $1 returning "id"),
     told as (update organization.employees e set user_id = made."id" from made where e.id = $1)
     insert into identity.account ("id", "accountId", "providerId", "userId", "password", "updatedAt")
     select gen_random_uuid()::text, made."id", 'credential', made."id", $2, now() from made returning "userId" as id`,
    [company.ids[who], await hash(password)],
  );
  if (!user) throw new Error(`${who} does not exist`);
  return { email: `${who.toLowerCase()}@example.test`, password };
}

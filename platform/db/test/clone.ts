import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { Database } from '../database.ts';
import { appUrl } from '../open.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection of the test cluster's owner, to the migrated template database. */
    templateUrl: string;
  }
}

/** A database of one's own, cloned from the migrated template. Close it in `afterAll`. */
export async function cloneDatabase(): Promise<{ database: Database; ownerUrl: string; close(): Promise<void> }> {
  const templateUrl = inject('templateUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await administer(templateUrl, `create database ${name} template mandate strategy file_copy`);
  const ownerUrl = renamed(templateUrl, name);
  const database = new Database({ appUrl: appUrl(ownerUrl), ownerUrl, connections: 4 });
  return {
    database,
    ownerUrl,
    close: async () => {
      await database.close();
      await administer(templateUrl, `drop database ${name} with (force)`);
    },
  };
}

/** Runs SQL as the owner of a test database, past every policy: to arrange what no act could, or to look behind one. */
export async function asOwner<T extends pg.QueryResultRow>(
  ownerUrl: string,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function administer(templateUrl: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: renamed(templateUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}

function renamed(url: string, name: string): string {
  return url.replace(/\/mandate(\?|$)/, `/${name}$1`);
}

import pg from 'pg';
import { appUrl } from '#platform/db/open.ts';
import { typeParsers } from '#platform/db/types.ts';
import type { Statement } from './capture.ts';
import { atOnce } from './load.ts';
import type { Who } from './questions.ts';

/**
 * Connections as the server's own for reading: the same role, settings, driver and pipelining, entered once as the actor.
 */
export async function openReaders(ownerUrl: string, who: Who): Promise<pg.Client[]> {
  return Promise.all(
    Array.from({ length: atOnce }, async () => {
      const client = new pg.Client({
        connectionString: appUrl(ownerUrl),
        types: typeParsers,
        pipeline: true,
        options: '-c default_transaction_read_only=on -c TimeZone=UTC -c search_path=public',
      } as pg.ClientConfig);
      await client.connect();
      await client.query('select app.enter($1, $2)', [who.companyId, who.employeeId]);
      return client;
    }),
  );
}

/** Sends the statements of one request together and waits for all. */
export async function replay(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  await Promise.all(
    statements.map(({ name, text, values }) => client.query({ name, text, values: values as unknown[] })),
  );
}

export async function closeAll(clients: readonly pg.Client[]): Promise<void> {
  await Promise.all(clients.map((client) => client.end()));
}

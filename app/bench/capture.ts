import pg from 'pg';
import type { Database } from '#platform/db/database.ts';
import { compose } from '#platform/declare/registry.ts';
import { buildServer } from '#platform/http/server.ts';
import { Runner } from '#platform/run.ts';
import { modules } from '../modules.ts';
import type { Who } from './questions.ts';

/** A statement as the server sends it. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/**
 * Not a request's own: what the server reads at most once a second, from whoever asks, and what it writes later, of many
 * requests at once.
 */
const ofManyRequests =
  /app\.enter|app\.mandate_of\(|from platform\.companies c left join app\.access_versions|insert into platform\.(readings|exports)/;

/**
 * Tells which statements the server sends for a request, by running the same server within this process and listening to
 * the driver.
 */
export async function openCapture(database: Database) {
  const runner = new Runner(database, compose(modules));
  const identify = async (headers: Record<string, unknown>) => {
    const [companyId = '', employeeId = ''] = String(headers['x-bench-actor']).split('/');
    return { companyId, employeeId, language: 'en', by: 'key', passwordIsGiven: false } as const;
  };
  const server = await buildServer({ runner, identify, version: 'bench' });
  await server.ready();
  return {
    close: () => server.close(),
    statementsOf: async (who: Who, path: string): Promise<Statement[]> => {
      const heard: Statement[] = [];
      const plain = pg.Client.prototype.query;
      pg.Client.prototype.query = function listened(this: pg.Client, ...args: unknown[]) {
        const [query] = args as [Partial<Statement> | undefined];
        if (query?.text && !ofManyRequests.test(query.text)) {
          heard.push({ name: query.name ?? '', text: query.text, values: query.values ?? [] });
        }
        return (plain as (...all: unknown[]) => unknown).apply(this, args);
      } as typeof plain;
      try {
        const reply = await server.inject({
          url: `/api${path}`,
          headers: { 'x-bench-actor': `${who.companyId}/${who.employeeId}` },
        });
        if (reply.statusCode !== 200)
          throw new Error(`${path} answers ${reply.statusCode}: ${reply.body.slice(0, 300)}`);
        return heard;
      } finally {
        pg.Client.prototype.query = plain;
      }
    },
  };
}

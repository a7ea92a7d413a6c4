import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry as Metrics } from 'prom-client';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** Adds `/api/health` and `/metrics`, both without sign-in. */
export function addHealth(server: FastifyInstance, database: Database, version: string): void {
  const metrics = new Metrics();
  collectDefaultMetrics({ register: metrics });
  server.get(
    '/api/health',
    {
      config: { permit: 'public' } as never,
      schema: {
        operationId: 'platform.health',
        summary: 'Is the service well?',
        tags: ['platform'],
        security: [],
        response: {
          200: {
            type: 'object',
            properties: {
              status: { type: 'string' },
              version: { type: 'string' },
              database: { type: 'string' },
              schema: { type: 'integer' },
            },
          },
        },
      },
    },
    async () => {
      const row = await database.bare((db) => db.one(sql<{ number: number }>`select app.schema_version() as number`));
      return { status: 'ok', version, database: 'ok', schema: row.number };
    },
  );
  server.get('/metrics', { config: { permit: 'public' } as never, schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}

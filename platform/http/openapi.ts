import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Describes every route as OpenAPI 3.1 at `/api/openapi.json`, with a page to read it at `/api/docs`. */
export async function describe(server: FastifyInstance, version: string): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Mandate',
        version,
        description: 'Money is in minor units, time in ISO 8601, errors are RFC 9457.',
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key, bound to an employee’s mandate.' },
          session: { type: 'apiKey', in: 'cookie', name: '__Host-mandate.session_token' },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
  });
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/docs')) route.config = { ...route.config, permit: 'public' } as never;
  });
  server.get('/api/openapi.json', { config: { permit: 'public' } as never, schema: { hide: true } }, async () =>
    server.swagger(),
  );
  await server.register(swaggerUi, { routePrefix: '/api/docs' });
}

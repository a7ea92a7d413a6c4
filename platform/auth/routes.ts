import type { FastifyInstance, FastifyRequest } from 'fastify';
import { passwordToChange } from '#platform/http/mount.ts';
import type { Identify } from '#platform/http/server.ts';
import type { Identity } from './identity.ts';

/** All that somebody may do who signed in by a password that another gave. */
const openWithGivenPassword: ReadonlySet<string> = new Set(
  [
    'change-password',
    'get-session',
    'request-password-reset',
    'reset-password',
    'sign-in/email',
    'sign-out',
    'two-factor/verify-totp',
  ].map((path) => `/api/auth/${path}`),
);

/**
 * Adds better-auth's routes below `/api/auth`, given the network address that the server itself saw. A password that
 * somebody else gave opens none but those that lead to changing it.
 */
export function identityRoutes(identity: Identity, identify: Identify): (server: FastifyInstance) => void {
  return (server) => {
    server.get('/api/ways-to-sign-in', { config: { permit: 'public' } as never, schema: { hide: true } }, async () => ({
      resetByMail: identity.resetsByMail,
    }));
    server.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      config: { permit: 'public' } as never,
      schema: { hide: true },
      handler: async (request, reply) => {
        const asked = asWebRequest(request);
        if (!openWithGivenPassword.has(new URL(asked.url).pathname)) {
          if ((await identify(request.headers))?.passwordIsGiven) throw passwordToChange();
        }
        const response = await identity.auth.handler(asked);
        reply.code(response.status);
        for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
        const cookies = response.headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        return reply.send(response.body ? await response.text() : null);
      },
    });
  };
}

function asWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set('x-mandate-address', request.ip);
  const url = `${request.protocol}://${request.host}${request.url}`;
  const body = request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {};
  return new Request(url, { method: request.method, headers, ...body });
}

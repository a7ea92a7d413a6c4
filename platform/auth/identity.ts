import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import pg from 'pg';
import { countAttempts } from './attempts.ts';
import { linkWorksMinutes, type ResetLetters } from './reset-letters.ts';

/** What the identity service needs: its own database role, a secret, and whether cookies travel over TLS or localhost only. */
export type IdentityOptions = {
  readonly url: string;
  readonly secret: string;
  readonly secureCookies: boolean;
  /** Without letters nobody resets a forgotten password by themselves. */
  readonly letters?: ResetLetters | undefined;
};
export type Identity = ReturnType<typeof openIdentity>;

/** A minute's attempts: of one person, and of all behind one address, which may be a whole office. */
const attemptsOfPerson = { window: 60, max: 10 };
const attemptsOfAddress = { window: 60, max: 120 };

/**
 * Opens better-auth over the `identity` schema: e-mail and password (argon2id), TOTP, throttled sign-in. Nobody signs
 * up: people are made by the launcher or by HR. The pool's role reaches no other schema.
 */
export function openIdentity(options: IdentityOptions) {
  const pool = new pg.Pool({ connectionString: options.url, max: 4, options: '-c search_path=identity' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const attempts = countAttempts();
  const { letters } = options;
  const auth = betterAuth({
    appName: 'Mandate',
    secret: options.secret,
    database: pool,
    basePath: '/api/auth',
    baseURL: 'http://localhost',
    trustedOrigins: async (request) => (request ? originsOf(request) : []),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      password: { hash: (password) => hash(password), verify: ({ hash: kept, password }) => verify(kept, password) },
      resetPasswordTokenExpiresIn: linkWorksMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      ...(letters && {
        sendResetPassword: async ({ user, token }) => {
          if (await mayHaveAnother(pool, user.id)) letters.sendLink(user.id, token);
        },
        onPasswordReset: async ({ user }) => letters.tellChanged(user.id),
      }),
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body, headers }) => {
        if (path === '/sign-in/email') {
          const whom = `${headers?.get('x-mandate-address')} ${String(body?.email).toLowerCase()}`;
          if (!attempts.consume(whom, attemptsOfPerson).allowed) throw new APIError('TOO_MANY_REQUESTS');
        }
        // What somebody else gave and knows must not become the person's own by being entered twice.
        if (path === '/change-password' && body?.newPassword === body?.currentPassword)
          throw new APIError('BAD_REQUEST', {
            code: 'PASSWORD_UNCHANGED',
            message: 'The new password is the former one.',
          });
      }),
    },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 6000,
      customRules: {
        '/sign-in/email': attemptsOfAddress,
        '/two-factor/*': { window: 60, max: 10 },
        '/request-password-reset': { window: 600, max: 10 },
        '/reset-password': { window: 600, max: 20 },
      },
      // The library's own counting starts anew only after a window without any request.
      customStorage: { consume: async (key, limit) => attempts.consume(key, limit) },
    },
    advanced: {
      // Said, because the library leaves both checks out when it finds itself in a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'mandate',
      cookies: {
        session_token: {
          name: options.secureCookies ? '__Host-mandate.session_token' : 'mandate.session_token',
          attributes: { secure: options.secureCookies, path: '/', sameSite: 'lax', httpOnly: true },
        },
      },
      ipAddress: { ipAddressHeaders: ['x-mandate-address'] },
    },
    plugins: [twoFactor({ issuer: 'Mandate' })],
    telemetry: { enabled: false },
  });
  return {
    auth,
    /** Whether a forgotten password can be reset by mail. */
    resetsByMail: letters !== undefined,
    close: async () => {
      await letters?.settled();
      await pool.end();
    },
  };
}

/** Nobody’s mailbox is filled by whoever knows their address: three links at a time. */
const mostLinks = 3;

async function mayHaveAnother(pool: pg.Pool, userId: string): Promise<boolean> {
  const { rows } = await pool.query<{ links: number }>(
    `select count(*)::int as links from identity.verification where "value" = $1 and "expiresAt" > now()
      and starts_with("identifier", 'reset-password:')`,
    [userId],
  );
  return (rows[0]?.links ?? 0) <= mostLinks;
}

/** Pages of the host that was asked, by TLS or not: whether a proxy ended TLS before us is not ours to know. */
function originsOf(request: Request): string[] {
  const { host } = new URL(request.url);
  return [`https://${host}`, `http://${host}`];
}

import { createHash } from 'node:crypto';
import { chooseLanguage } from '#kernel/texts.ts';
import type { Database } from '#platform/db/database.ts';
import { type Query, sql } from '#platform/db/sql.ts';
import type { Identified, Identify } from '#platform/http/server.ts';
import type { Identity } from './identity.ts';

/** How long an identification is trusted without asking again: the time within which a dismissal cuts access. */
const trustedForMs = 1000;

type Row = { company_id: string; employee_id: string; language: string; password_is_given: boolean };

/** Builds the function that tells who a request comes from: an API key (Bearer) or a session cookie. */
export function identifier(database: Database, identity: Identity): Identify {
  const kept = new Map<string, { at: number; who: Promise<Identified | null> }>();
  return (headers) => {
    const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
    const proof = bearer ?? headers.cookie;
    if (!proof) return Promise.resolve(null);
    const key = `${bearer ? 'k' : 'c'}${proof}`;
    const now = performance.now();
    const found = kept.get(key);
    if (found && now - found.at < trustedForMs) return found.who;
    const who = bearer ? byKey(database, bearer) : bySession(database, identity, proof);
    if (kept.size > 10_000) kept.clear();
    kept.set(key, { at: now, who });
    who.catch(() => kept.delete(key));
    return who;
  };
}

/** What of an API key is stored. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

async function byKey(database: Database, key: string): Promise<Identified | null> {
  return found(database, sql<Row>`select * from app.employee_of_key(${keyHash(key)})`, 'key');
}

async function bySession(database: Database, identity: Identity, cookie: string): Promise<Identified | null> {
  const session = await identity.auth.api.getSession({ headers: new Headers({ cookie }) });
  if (!session) return null;
  return found(database, sql<Row>`select * from app.employee_of_user(${session.user.id})`, 'session');
}

async function found(database: Database, query: Query<Row>, by: Identified['by']): Promise<Identified | null> {
  const row = await database.bare((db) => db.first(query));
  if (!row) return null;
  return {
    companyId: row.company_id,
    employeeId: row.employee_id,
    language: chooseLanguage(row.language),
    by,
    passwordIsGiven: row.password_is_given,
  };
}

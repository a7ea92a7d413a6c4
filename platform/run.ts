import { uuidv7 } from '#kernel/id.ts';
import type { Reach } from '#kernel/permit.ts';
import type { Database, Db, DbActor } from './db/database.ts';
import { sql } from './db/sql.ts';
import type { Registry } from './declare/registry.ts';
import { type FileStore, noFileStore } from './files/store.ts';
import { ReadingLog } from './security/reading-log.ts';
import type { Actor, Authority, CompanyProfile, Work } from './work.ts';

/** How long what is known of a company is kept in memory: a change of a mandate counts within this time on every process. */
const keptForMs = 1000;

type Kept<T> = { readonly at: number; readonly value: Promise<T> };
/** A company, and how often its access was rebuilt: what is known of a mandate holds as long as that and the day do. */
type Known = { readonly profile: CompanyProfile; readonly accessVersion: number };
type Held = { readonly accessVersion: number; readonly day: string; readonly value: Promise<Authority> };
const noOne: Authority = { grants: [], superiors: [], reach: new Map(), permits: new Set() };

/** Opens units of work: joins database, registry and clock with who acts. */
export class Runner {
  readonly database: Database;
  readonly registry: Registry;
  /** Where the bytes of files lie; there is none for what never touches files. */
  readonly files: FileStore;
  /** Who reads what is marked; whoever opens the runner for readers closes it by `flush`. */
  readonly readings: ReadingLog;
  readonly #clock: () => Temporal.Instant;
  readonly #authorities = new Map<string, Held>();
  readonly #companies = new Map<string, Kept<Known>>();

  constructor(
    database: Database,
    registry: Registry,
    clock = () => Temporal.Now.instant(),
    files: FileStore = noFileStore,
  ) {
    this.database = database;
    this.registry = registry;
    this.#clock = clock;
    this.files = files;
    this.readings = new ReadingLog(this);
  }

  /** Runs reads as the actor; with `mayLag` on a replica, where there is one. */
  async read<T>(actor: Actor, act: (w: Work) => Promise<T>, { mayLag = false } = {}): Promise<T> {
    const [company, authority] = await this.#standing(actor);
    return this.database.read(dbActor(actor), (db) => act(this.#work(db, actor, company, authority, undefined)), {
      mayLag,
    });
  }

  /** Runs an act as the actor in one transaction. */
  async write<T>(actor: Actor, act: (w: Work) => Promise<T>, seenRevision?: number): Promise<T> {
    const [company, authority] = await this.#standing(actor);
    return this.database.write(dbActor(actor), { 'app.request_id': actor.requestId }, (db) =>
      act(this.#work(db, actor, company, authority, seenRevision)),
    );
  }

  /** Forgets what is kept, so that the next act reads anew. */
  forget(): void {
    this.#authorities.clear();
    this.#companies.clear();
  }

  async #standing(actor: Actor): Promise<[CompanyProfile, Authority]> {
    const known = await kept(this.#companies, actor.companyId, () => this.#loadCompany(actor.companyId));
    const authority = actor.employeeId ? await this.#authorityOf(known, actor.employeeId) : noOne;
    return [known.profile, authority];
  }

  /** The authority of an employee today, from memory while nobody's access has changed since. */
  #authorityOf({ profile, accessVersion }: Known, employeeId: string): Promise<Authority> {
    const day = this.#clock().toZonedDateTimeISO(profile.timeZone).toPlainDate().toString();
    const held = this.#authorities.get(employeeId);
    if (held?.accessVersion === accessVersion && held.day === day) return held.value;
    const value = this.#loadAuthority(profile.id, employeeId, day);
    if (this.#authorities.size > 10_000) this.#authorities.clear();
    this.#authorities.set(employeeId, { accessVersion, day, value });
    value.catch(() => this.#authorities.delete(employeeId));
    return value;
  }

  #work(db: Db, actor: Actor, company: CompanyProfile, authority: Authority, seenRevision: number | undefined): Work {
    const now = this.#clock();
    const newId = () => uuidv7(now, crypto.getRandomValues(new Uint8Array(10)));
    const today = now.toZonedDateTimeISO(company.timeZone).toPlainDate();
    return { db, actor, company, authority, registry: this.registry, now, today, newId, seenRevision };
  }

  async #loadCompany(companyId: string): Promise<Known> {
    const { accessVersion, ...profile } = await this.database.read({ companyId, employeeId: null }, (db) =>
      db.one(sql<CompanyProfile & { accessVersion: number }>`select c.id, c.name, c.currency, c.time_zone as "timeZone",
          c.language, coalesce(a.version, 0) as "accessVersion"
        from platform.companies c left join app.access_versions a on a.company_id = c.id where c.id = ${companyId}`),
    );
    return { profile, accessVersion };
  }

  async #loadAuthority(companyId: string, employeeId: string, day: string): Promise<Authority> {
    type Loaded = {
      grants: Authority['grants'];
      superiors: Authority['superiors'];
      reach: { keeperId: string; kind: 'self' | 'below' | 'substitution'; onBehalfOf: string | null }[];
    };
    const { mandate } = await this.database.read({ companyId, employeeId }, (db) =>
      db.one(
        sql<{
          mandate: Loaded;
        }>`select app.mandate_of(${companyId}, ${employeeId}, ${day}::date) as mandate`,
      ),
    );
    const reach = new Map<string, Reach>();
    for (const row of mandate.reach) {
      if (row.kind !== 'substitution') reach.set(row.keeperId, { kind: 'own' });
      else if (!reach.has(row.keeperId)) reach.set(row.keeperId, { kind: 'substituted', of: row.onBehalfOf ?? '' });
    }
    return { ...mandate, reach, permits: new Set(mandate.grants.map((grant) => grant.permit)) };
  }
}

function dbActor(actor: Actor): DbActor {
  return { companyId: actor.companyId, employeeId: actor.employeeId };
}

function kept<T>(cache: Map<string, Kept<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const now = performance.now();
  const found = cache.get(key);
  if (found && now - found.at < keptForMs) return found.value;
  const value = load();
  cache.set(key, { at: now, value });
  value.catch(() => cache.delete(key));
  if (cache.size > 10_000) cache.clear();
  return value;
}

/** The company itself as actor: for jobs, the launcher and imports that it starts. */
export function companyActor(companyId: string, requestId: string): Actor {
  return { companyId, employeeId: null, language: 'en', requestId };
}

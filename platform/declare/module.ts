import type { TSchema } from 'typebox';
import type { PermitCatalogue } from '#kernel/permit.ts';
import type { RefusalCatalogue } from '#kernel/refusal.ts';
import type { Language, Texts } from '#kernel/texts.ts';
import type { Route } from '#platform/http/route.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor, Work } from '#platform/work.ts';
import type { DutyKind } from './duty.ts';
import type { FileKind } from './file-kind.ts';
import type { ImportKind } from './import-kind.ts';
import type { MarkedData } from './marked-data.ts';
import type { PayRule } from './pay-rule.ts';
import type { RightKind } from './right.ts';
import type { Fill } from './slot.ts';

/** Reads as an employee, by their rights and in their language: for what is told to them. */
export type ReadAs = <T>(
  reader: { readonly employeeId: string; readonly language: Language },
  read: (w: Work) => Promise<T>,
) => Promise<T>;

/** What reacts to an event, as the company. Delivered at least once, so it must bear a repetition. */
export type Subscription = {
  readonly event: string;
  readonly handle: (w: Work, payload: never, readAs: ReadAs) => Promise<void>;
};

/** What happens to an act that waited for a decision. */
export type RequestKind = {
  readonly permit: string;
  /** Runs in the transaction of the decision, as the one who decided: the act goes on by itself, or is marked refused. */
  readonly decided: (w: Work, request: DecidedRequest) => Promise<void>;
};
export type DecidedRequest = {
  readonly id: string;
  readonly permit: string;
  readonly subjectId: string;
  readonly contentHash: string;
  readonly granted: boolean;
  /** Why, in the words of whoever decided. */
  readonly reason: string;
  readonly askedBy: string;
  /** In whose place it was decided, by a substitution order. */
  readonly decidedFor: string | null;
};

/** Something found by the search field, within one's rights. */
export type SearchHit = {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
  readonly rank: number;
};
export type SearchSource = {
  readonly kind: string;
  readonly permit: string;
  readonly find: (w: Work, text: string, limit: number) => Promise<SearchHit[]>;
};

/**
 * Entries of a client's timeline: the name of a view (client_id, at, kind, id, employee_id, data) and the kinds in it, each
 * with the texts `timeline.<kind>` and `timeline-kind.<kind>`. In `data`, `number` is that of the document, `href` its
 * address, `amount` with `currency` its worth in minor units, and `onDay` true when only the day is known. `products`: a view (id, product_id, category_id) of what the
 * entries are about, where they are about products.
 */
export type TimelineSource = {
  readonly kinds: readonly string[];
  readonly view: string;
  readonly permit: string;
  readonly products?: string;
};

/**
 * A dated choice of the company. What its numbers count stands in the schema as `unit`; texts: `setting.<key>` and, for
 * each property, `setting.<key>.<property>` or `setting-name.<property>`.
 */
export type Setting = {
  readonly key: string;
  readonly schema: TSchema;
  readonly default: unknown;
  /** What is wrong with a value that fits the schema, each as a line; nothing when it may be used. */
  readonly judge?: (value: unknown) => Promise<readonly string[]>;
  /** Whether a department or a position may choose otherwise: then it is read for a person, by `readSettingFor`. */
  readonly narrows?: boolean;
};

/** Work done on a schedule, once a company. `cron` in graphile-worker's form, server time UTC. */
export type ScheduledJob = {
  readonly name: string;
  readonly cron: string;
  readonly run: (w: Work) => Promise<void>;
  /** Work in transactions of its own, or on files; `run` is not called. */
  readonly carryOut?: (runner: Runner, actor: Actor) => Promise<void>;
};

/** A proof that `verify` runs over a whole database as its owner. */
export type Verification = { readonly name: string; readonly query: string };

/** The manifest of a module: all that it brings. */
export type Module = {
  readonly name: string;
  readonly needs: readonly string[];
  readonly permits: PermitCatalogue;
  readonly refusals: RefusalCatalogue;
  readonly texts: Texts;
  readonly routes: readonly Route[];
  readonly duties?: readonly DutyKind[];
  readonly rights?: readonly RightKind[];
  readonly payRules?: readonly PayRule[];
  readonly imports?: readonly ImportKind[];
  readonly files?: readonly FileKind[];
  readonly requestKinds?: readonly RequestKind[];
  readonly subscriptions?: readonly Subscription[];
  readonly fills?: readonly Fill[];
  readonly search?: readonly SearchSource[];
  readonly timeline?: readonly TimelineSource[];
  readonly marked?: readonly MarkedData[];
  readonly settings?: readonly Setting[];
  readonly jobs?: readonly ScheduledJob[];
  /** Each query returns the rows that contradict the invariant: none means proven. */
  readonly verifications?: readonly Verification[];
};

/** Declares a module. */
export function defineModule(module: Module): Module {
  return module;
}

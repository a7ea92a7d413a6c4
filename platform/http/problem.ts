import { type Refusal, type RefusalStatus, Refused } from '#kernel/refusal.ts';
import type { Language } from '#kernel/texts.ts';
import type { Registry } from '#platform/declare/registry.ts';
import { sentence } from '#platform/sentence.ts';

/** An RFC 9457 problem document. `type` names the first refusal and never changes its meaning. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly reasons: readonly { code: string; detail: string; field?: string; params?: Refusal['params'] }[];
  readonly [extra: string]: unknown;
};

/** Turns what an act threw into a problem document, or null when it is a defect and not a refusal. */
export function problemOf(error: unknown, registry: Registry, language: Language): Problem | null {
  const refused = error instanceof Refused ? error : refusedByDatabase(error, registry);
  if (!refused) return null;
  const reasons = refused.reasons.map((reason) => ({
    code: reason.code,
    detail: sentence(registry, language, `refusal.${reason.code}`, reason.params),
    ...(reason.field && { field: reason.field }),
    ...(reason.params && { params: reason.params }),
  }));
  const [first] = refused.reasons;
  if (!first) return null;
  return {
    ...refused.extra,
    type: `urn:mandate:refusal:${first.code}`,
    title: sentence(registry, language, `problem.${first.status}`),
    status: first.status,
    detail: reasons.map((reason) => reason.detail).join(' '),
    code: first.code,
    reasons,
  };
}

/** What the database refuses: a named constraint speaks through the module that owns it; bad values are the caller's. */
function refusedByDatabase(error: unknown, registry: Registry): Refused | null {
  if (isConnectionLost(error)) return new Refused([{ code: 'platform.unavailable', status: 503 }]);
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  if (typeof code !== 'string') return null;
  const named = constraint && registry.constraints.get(constraint);
  if (named) return new Refused([{ code: named, status: registry.refusals.get(named) ?? 409 }]);
  const refuse = (refusal: string, status: RefusalStatus) =>
    new Refused([{ code: refusal, status, params: { constraint: constraint ?? '', table: table ?? '' } }]);
  if (code.startsWith('22')) return refuse('platform.invalid-value', 422);
  if (code === '42501') return refuse('platform.out-of-reach', 403);
  if (code === '23503') return refuse('platform.unknown-reference', 422);
  if (code === '23505' || code === '23P01') return refuse('platform.already-there', 409);
  if (code === '23514' || code === '23502') return refuse('platform.invalid-value', 422);
  if (code === '40001' || code === '40P01' || code === '55P03') return refuse('platform.busy', 503);
  return null;
}

/** The database shuts down, starts up or is gone: the request may be sent again. */
function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as { code?: string };
  return (
    /^(57P|08|ECONN|EPIPE|ENOENT$)/.test(code) ||
    /^(Connection terminated|Client has encountered a connection)/.test(error.message)
  );
}

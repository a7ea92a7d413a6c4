import type { EndpointReply } from '#kernel/endpoint.ts';
import { remaining } from '#kernel/limits.ts';
import { month, type Period } from '#kernel/period.ts';
import { decidersBeyond } from '#kernel/permit.ts';
import type { DutyKind } from '#platform/declare/duty.ts';
import { sentence } from '#platform/sentence.ts';
import { actingEmployee, type Work } from '#platform/work.ts';
import { countedLine, measureService } from '../actions/duty-facts.ts';
import { nameOfKind, sayBinding } from '../actions/say.ts';
import { acknowledgementsBy } from '../data/acknowledgements.ts';
import { standingsOf } from '../data/appraisable.ts';
import type { BindingRow } from '../data/clauses.ts';
import { type ClauseInForce, clausesInForce, replacedUntil, standsInFor, versionsInForce } from '../data/in-force.ts';
import type { Named } from '../data/versions.ts';
import type { readMyMandate } from '../endpoints-work.ts';
import { periodOf } from '../rules/cadence.ts';
import { shareDone } from '../rules/share.ts';
import { asReply } from './appraisals.ts';

type Mandate = EndpointReply<typeof readMyMandate>;
/** What binds the actor: its clause, whose it is, and in whose place. */
export type Owed = {
  readonly clause: ClauseInForce;
  readonly bound: BindingRow;
  readonly holder: string;
  readonly onBehalfOf: Named | null;
};

/** A clause as it is quoted. */
export const quoted = ({ id, number, text }: ClauseInForce) => ({ id, number, text });

/** Everything that binds the actor today: by the positions held, unless somebody stands in, and by those stood in for. */
export async function owedToday(w: Work): Promise<{
  clauses: ReadonlyMap<string | null, ClauseInForce[]>;
  owed: Owed[];
  absentUntil: string | null;
  standing: Named[];
}> {
  const me = actingEmployee(w);
  const today = w.today.toString();
  const tomorrow = w.today.add({ days: 1 }).toString();
  const [own, standing, absentUntil] = await Promise.all([
    clausesInForce(w, me, today, tomorrow),
    standsInFor(w, me, today),
    replacedUntil(w, me, today),
  ]);
  const theirs = await Promise.all(standing.map((absent) => clausesInForce(w, absent.id, today, tomorrow)));
  const bound = (clauses: ClauseInForce[], holder: string, onBehalfOf: Named | null) =>
    clauses.flatMap((clause) => clause.bindings.map((each) => ({ clause, bound: each, holder, onBehalfOf })));
  const mine =
    absentUntil === null ? bound(own, me, null) : bound(own, me, null).filter(({ bound: each }) => each.kind === 'pay');
  return {
    clauses: new Map([[null, own] as const, ...standing.map((absent, i) => [absent.id, theirs[i] ?? []] as const)]),
    owed: [...mine, ...standing.flatMap((absent, i) => bound(theirs[i] ?? [], absent.id, absent))],
    absentUntil,
    standing,
  };
}

/** For whom a duty is asked. */
export function contextOf(owed: Owed) {
  return {
    employeeId: owed.holder,
    settings: owed.bound.settings as never,
    clauseId: owed.clause.id,
    clauseNumber: owed.clause.number,
  };
}

/** What the actor must do and where it stands, may decide and what is left of it, and is paid for. */
export async function myMandate(w: Work): Promise<Mandate> {
  const today = w.today.toString();
  const [{ clauses, owed, absentUntil, standing }, signatures] = await Promise.all([
    owedToday(w),
    acknowledgementsBy(w, actingEmployee(w)),
  ]);
  const held = await Promise.all(
    [null, ...standing].map(async (absent) =>
      (await versionsInForce(w, absent?.id ?? actingEmployee(w), today)).map(({ from, to, ...each }) => ({
        ...each,
        inForce: { from, to },
        onBehalfOf: absent,
        clauses: (clauses.get(absent?.id ?? null) ?? [])
          .filter(({ versionId }) => versionId === each.versionId)
          .map(({ id, section, number, text }) => ({ id, section, number, text })),
      })),
    ),
  );
  const of = (kind: BindingRow['kind']) => owed.filter(({ bound }) => bound.kind === kind);
  const above = await standingsOf(
    w,
    w.authority.superiors.map(({ employeeId }) => employeeId),
    today,
  );
  return {
    positions: held.flat(),
    duties: await Promise.all(of('duty').map((each) => dutyLine(w, each))),
    rights: await Promise.all(of('right').map((each) => rightLine(w, each, above))),
    pay: of('pay')
      .filter(({ onBehalfOf }) => onBehalfOf === null)
      .map(({ clause, bound }) => ({
        clause: quoted(clause),
        key: bound.key,
        name: nameOfKind(w, 'pay', bound.key),
        rate: sayBinding(w, bound),
      })),
    toSign: signatures.filter(({ signedAt, superseded }) => signedAt === null && !superseded).length,
    absentUntil,
  };
}

async function dutyLine(w: Work, each: Owed): Promise<Mandate['duties'][number]> {
  const { clause, bound, onBehalfOf } = each;
  const kind = w.registry.duties.get(bound.key);
  const period = periodOf(clause.cadence, w.today.toString());
  return {
    clause: quoted(clause),
    area: clause.area,
    cadence: clause.cadence,
    onBehalfOf,
    key: bound.key,
    name: nameOfKind(w, 'duty', bound.key),
    norm: sayBinding(w, bound),
    registered: kind !== undefined,
    measured: kind ? await measured(w, kind, each, period) : null,
  };
}

async function measured(
  w: Work,
  kind: DutyKind,
  each: Owed,
  period: Period,
): Promise<Mandate['duties'][number]['measured']> {
  const { required, done, late, missed, unit } = await kind.measure(w, contextOf(each), period);
  return { ...period, required, done, late, missed, unit, share: shareDone({ required, done }) };
}

async function rightLine(
  w: Work,
  each: Owed,
  above: ReadonlyMap<string, { employee: Named; position: string }>,
): Promise<Mandate['rights'][number]> {
  const { clause, bound, onBehalfOf, holder } = each;
  const used =
    (await w.registry.rights.get(bound.key)?.used?.(w, holder, month(w.today.toString().slice(0, 7)))) ?? null;
  const limits = bound.grants.flatMap((grant): Mandate['rights'][number]['limits'] => {
    const said = {
      permit: grant.permit,
      permitName: sentence(w.registry, w.actor.language, `permit.${grant.permit}`),
      scope: grant.scope,
    };
    const units = w.registry.permits.get(grant.permit)?.limits ?? {};
    const left = used ? remaining(grant.limits, used) : {};
    const lines = Object.entries(grant.limits).map(([dimension, limit]) => ({
      ...said,
      dimension,
      unit: units[dimension] ?? 'count',
      limit,
      used: used?.[dimension] ?? null,
      left: used?.[dimension] === undefined ? null : (left[dimension] ?? null),
      // By the rule that routes requests: the nearest superior whose own mandate covers it.
      beyond: decidersBeyond(grant.permit, dimension, limit, w.authority.superiors).flatMap(
        ({ employeeId, limit: further }) => {
          const found = above.get(employeeId);
          return found ? [{ ...found, limit: further }] : [];
        },
      ),
    }));
    const unlimited = { dimension: null, unit: null, limit: null, used: null, left: null, beyond: [] };
    return lines.length > 0 ? lines : [{ ...said, ...unlimited }];
  });
  return {
    clause: quoted(clause),
    onBehalfOf,
    key: bound.key,
    name: nameOfKind(w, 'right', bound.key),
    limit: sayBinding(w, bound),
    limits,
    kept: await keptLately(w, each),
  };
}

/** Days over which it is shown how a promised service was kept. */
const lately = 30;

async function keptLately(w: Work, { clause, bound, holder }: Owed): Promise<Mandate['rights'][number]['kept']> {
  const days = { from: w.today.subtract({ days: lately - 1 }).toString(), to: w.today.add({ days: 1 }).toString() };
  const measured = await measureService(w, holder, { id: clause.id, ...days }, bound);
  return measured && { ...days, ...asReply(countedLine(measured)) };
}

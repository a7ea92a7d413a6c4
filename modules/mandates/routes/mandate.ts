import type { EndpointReply } from '#kernel/endpoint.ts';
import { remaining } from '#kernel/limits.ts';
import { month, type Period } from '#kernel/period.ts';
import { countedBeyond, type Urgency } from '#platform/declare/agenda.ts';
import type { DutyKind } from '#platform/declare/duty.ts';
import { sentence } from '#platform/sentence.ts';
import { actingEmployee, type Work } from '#platform/work.ts';
import { nameOfKind, sayBinding, sayWork } from '../actions/say.ts';
import { acknowledgementsBy } from '../data/acknowledgements.ts';
import type { BindingRow } from '../data/clauses.ts';
import { type ClauseInForce, clausesInForce, replacedUntil, standsInFor, versionsInForce } from '../data/in-force.ts';
import type { Named } from '../data/versions.ts';
import type { readMyMandate, readToday } from '../endpoints-work.ts';
import { periodOf } from '../rules/cadence.ts';
import { orderDay } from '../rules/day-list.ts';
import { shareDone } from '../rules/share.ts';

type Mandate = EndpointReply<typeof readMyMandate>;
type Today = EndpointReply<typeof readToday>;
type Owed = {
  readonly clause: ClauseInForce;
  readonly bound: BindingRow;
  readonly holder: string;
  readonly onBehalfOf: Named | null;
};

const quoted = ({ id, number, text }: ClauseInForce) => ({ id, number, text });

/** Everything that binds the actor today: by the positions held, unless somebody stands in, and by those stood in for. */
async function owedToday(
  w: Work,
): Promise<{ own: ClauseInForce[]; owed: Owed[]; absentUntil: string | null; standing: Named[] }> {
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
    own,
    owed: [...mine, ...standing.flatMap((absent, i) => bound(theirs[i] ?? [], absent.id, absent))],
    absentUntil,
    standing,
  };
}

function contextOf(owed: Owed) {
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
  const [{ own, owed, absentUntil, standing }, signatures] = await Promise.all([
    owedToday(w),
    acknowledgementsBy(w, actingEmployee(w)),
  ]);
  const held = await Promise.all(
    [null, ...standing].map(async (absent) =>
      (await versionsInForce(w, absent?.id ?? actingEmployee(w), today)).map(({ from, to, ...each }) => ({
        ...each,
        inForce: { from, to },
        onBehalfOf: absent,
      })),
    ),
  );
  const of = (kind: BindingRow['kind']) => owed.filter(({ bound }) => bound.kind === kind);
  return {
    positions: held.flat(),
    duties: await Promise.all(of('duty').map((each) => dutyLine(w, each))),
    rights: await Promise.all(of('right').map((each) => rightLine(w, each))),
    pay: of('pay')
      .filter(({ onBehalfOf }) => onBehalfOf === null)
      .map(({ clause, bound }) => ({
        clause: quoted(clause),
        key: bound.key,
        name: nameOfKind(w, 'pay', bound.key),
        rate: sayBinding(w, bound),
      })),
    provisions: own
      .filter(({ bindings }) => bindings.length === 0)
      .map(({ id, section, number, text }) => ({ id, section, number, text })),
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

async function rightLine(w: Work, each: Owed): Promise<Mandate['rights'][number]> {
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
    }));
    return lines.length > 0 ? lines : [{ ...said, dimension: null, unit: null, limit: null, used: null, left: null }];
  });
  return {
    clause: quoted(clause),
    onBehalfOf,
    key: bound.key,
    name: nameOfKind(w, 'right', bound.key),
    limit: sayBinding(w, bound),
    limits,
  };
}

/** Lines that a day shows: shared among the duties, so that none crowds the others out. The rest is counted. */
const linesOfDay = 150;
const mostOfDuty = 15;
const leastOfDuty = 5;

/** What the mandate asks of the actor now: the most urgent of every duty in one list, and how much each has beyond. */
export async function today(w: Work): Promise<Today> {
  const { owed } = await owedToday(w);
  const duties = owed.flatMap((each) => {
    const agenda = each.bound.kind === 'duty' ? w.registry.duties.get(each.bound.key)?.agenda : undefined;
    return agenda ? [{ each, agenda }] : [];
  });
  const share = Math.floor(linesOfDay / Math.max(1, duties.length));
  const most = Math.max(leastOfDuty, Math.min(mostOfDuty, share));
  const asked = await Promise.all(
    duties.map(async ({ each, agenda }) => ({ each, agenda: await agenda(w, contextOf(each), most) })),
  );
  const lines = orderDay(asked.flatMap(({ each, agenda }) => agenda.lines.map((line) => ({ ...line, each }))));
  const more = asked.flatMap(({ each, agenda }) => agenda.more.map((beyond) => ({ ...beyond, each })));
  const count = (urgency: Urgency) =>
    lines.filter((line) => line.urgency === urgency).length +
    more.reduce((sum, beyond) => sum + (beyond.urgency === urgency ? beyond.count : 0), 0);
  return {
    day: w.today.toString(),
    counts: { late: count('late'), today: count('today'), soon: count('soon') },
    lines: lines.map(({ each, ...line }) => ({
      ...line,
      params: { ...line.params },
      title: sayWork(w, line),
      ...whyOf(w, each),
    })),
    more: more.map(({ each, ...beyond }) => ({
      ...beyond,
      atLeast: beyond.count >= countedBeyond,
      ...whyOf(w, each),
    })),
  };
}

function whyOf(w: Work, { clause, bound, onBehalfOf }: Owed) {
  return { clause: quoted(clause), duty: nameOfKind(w, 'duty', bound.key), onBehalfOf };
}

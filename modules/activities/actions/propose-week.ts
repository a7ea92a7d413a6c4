import { contains, isWorkingDay } from '#kernel/period.ts';
import { runningOut } from '#modules/clients/contract.ts';
import { readSettingFor } from '#modules/organization/contract.ts';
import { actingEmployee, type Work } from '#platform/work.ts';
import { openSteps, plannedLoad, proposable, quietClients } from '../data/candidates.ts';
import { absencesOf, normsOf, workingCalendar } from '../data/norms.ts';
import { daysOverdue } from '../rules/contact-cadence.ts';
import {
  type Candidate,
  cadenceWeight,
  contractWeight,
  nextStepWeight,
  type OpenDay,
  type Proposal,
  proposeWeek,
  usualKind,
} from '../rules/proposals.ts';
import { type ProposedContact, weekProposals } from '../slots.ts';
import { daysOfWeek } from './moments.ts';
import { requireReach } from './standing.ts';

const mostContracts = 100;

type WeekOf = { employeeId: string; week: { from: string; to: string } };

/** Whom an employee should contact in a week and why, spread over the days on which there is room. */
export async function proposalsFor(w: Work, week: string, employeeId = actingEmployee(w)): Promise<Proposal[]> {
  requireReach(w, employeeId);
  const of: WeekOf = { employeeId, week: daysOfWeek(week) };
  const [steps, quiet, others, days] = await Promise.all([
    stepCandidates(w, of),
    quietCandidates(w, of),
    Promise.all([contractsRunningOut(w, of), askedOfOthers(w, of)]).then((asked) => unplanned(w, of, asked.flat())),
    openDays(w, of),
  ]);
  return proposeWeek([...steps, ...quiet, ...others], days);
}

/** The working days of the week from today on, with the room that absences and what is planned leave. */
async function openDays(w: Work, { employeeId, week }: WeekOf): Promise<OpenDay[]> {
  const [calendar, absences, load, capacity] = await Promise.all([
    workingCalendar(w),
    absencesOf(w, employeeId, week),
    plannedLoad(w, employeeId, week),
    readSettingFor<{ visits: number; calls: number }>(w, 'activities.day-capacity', employeeId, week.from),
  ]);
  const days = Array.from({ length: 7 }, (_, i) => Temporal.PlainDate.from(week.from).add({ days: i }));
  return days
    .filter(
      (day) =>
        isWorkingDay(day, calendar) &&
        day.toString() >= w.today.toString() &&
        !absences.some((away) => contains(away, day)),
    )
    .map((day) => {
      const date = day.toString();
      const planned = load.find((each) => each.date === date);
      return { date, calls: capacity.calls - (planned?.calls ?? 0), visits: capacity.visits - (planned?.visits ?? 0) };
    });
}

async function stepCandidates(w: Work, { employeeId, week }: WeekOf): Promise<Candidate[]> {
  const steps = await openSteps(w, employeeId, week.to);
  return steps.map(({ nextStep, nextOn, ...client }) => ({
    ...client,
    kind: 'call',
    wishedOn: nextOn,
    reason: {
      key: 'next-step',
      weight: nextStepWeight(Temporal.PlainDate.from(nextOn).until(w.today).days),
      params: { step: nextStep, on: nextOn },
    },
  }));
}

async function quietCandidates(w: Work, { employeeId, week }: WeekOf): Promise<Candidate[]> {
  const { cadence } = await normsOf(w, employeeId);
  const last = Temporal.PlainDate.from(week.to).subtract({ days: 1 });
  const quiet = await quietClients(w, employeeId, cadence, last);
  return quiet.map(({ waitingSince, lastOn, ...client }) => ({
    ...client,
    kind: usualKind(client.class),
    wishedOn: null,
    reason: {
      key: lastOn ? 'cadence' : 'never-contacted',
      weight: cadenceWeight(
        client.class,
        daysOverdue(waitingSince, cadence[client.class], last.toString()),
        cadence[client.class],
      ),
      params: { since: waitingSince, days: cadence[client.class] },
    },
  }));
}

/** Contracts for which the notice has begun by the end of the week: the sooner one ends, the more it presses. */
async function contractsRunningOut(w: Work, { employeeId, week }: WeekOf): Promise<ProposedContact[]> {
  const last = Temporal.PlainDate.from(week.to).subtract({ days: 1 });
  const contracts = await runningOut(w, employeeId, last.toString(), { most: mostContracts });
  return contracts.map(({ clientId, number, validUntil }) => ({
    clientId,
    reason: {
      key: 'contract',
      weight: contractWeight(last.until(validUntil).total('days')),
      params: { number, until: validUntil },
    },
  }));
}

/** What modules above ask for. */
async function askedOfOthers(w: Work, of: WeekOf): Promise<ProposedContact[]> {
  const asked: ProposedContact[] = [];
  for (const ask of w.registry.answers(weekProposals)) asked.push(...(await ask(w, of)));
  return asked;
}

/** Those asked for that are clients of the employee and not planned yet. */
async function unplanned(w: Work, of: WeekOf, asked: readonly ProposedContact[]): Promise<Candidate[]> {
  if (asked.length === 0) return [];
  const found = await proposable(
    w,
    of.employeeId,
    asked.map((each) => each.clientId),
    of.week.to,
  );
  const clients = new Map(found.map((each) => [each.clientId, each]));
  return asked.flatMap(({ clientId, kind, wishedOn, reason }) => {
    const client = clients.get(clientId);
    return client ? [{ ...client, kind: kind ?? usualKind(client.class), wishedOn: wishedOn ?? null, reason }] : [];
  });
}

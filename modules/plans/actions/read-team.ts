import type { EndpointReply } from '#kernel/endpoint.ts';
import { mayI, reachOf, type Work } from '#platform/work.ts';
import { monthDays, readMonth } from '../data/calendar.ts';
import { departmentsInSight, peopleInSight } from '../data/people.ts';
import { plansInForce } from '../data/plans.ts';
import { type StandingFigure, standings } from '../data/team.ts';
import type { team } from '../endpoints.ts';
import { metrics } from '../metrics.ts';
import { type Course, courseOf, progressOf, sumCourses } from '../rules/course.ts';
import { figureHref, recordsHref } from '../rules/figure-address.ts';

type Team = EndpointReply<typeof team>;
type Figures = Team['total'];
const figures: readonly StandingFigure[] = ['late', 'waiting', 'overdue'];

/**
 * Everyone the actor answers for with plan, fact and what stands against them: a fixed number of queries, however many
 * they are.
 */
export async function readTeam(
  w: Work,
  wish: { month?: string | undefined; department?: string | undefined },
): Promise<Team> {
  const period = readMonth(w, wish.month);
  const { month } = period;
  const { department } = wish;
  const [people, offered] = await Promise.all([peopleInSight(w, period, department), departmentsInSight(w, period)]);
  const ids = people.map((person) => person.id);
  const [days, plans, facts, standing] = await Promise.all([
    monthDays(w, period),
    plansInForce(w, ids, month),
    Promise.all(metrics.map((metric) => metric.facts(w, ids, period))),
    standings(w, ids),
  ]);
  const coursesOf = (id: string): Course[] =>
    metrics.map((metric, index) =>
      courseOf(plans.get(`${id} ${metric.key}`) ?? null, facts[index]?.get(id) ?? 0, days, metric.nature),
    );
  const byPerson = people.map((person) => ({ person, courses: coursesOf(person.id) }));
  const valueFor = (figure: StandingFigure, id: string) => (standing[figure] ? (standing[figure].get(id) ?? 0) : null);
  const totalOf = (figure: StandingFigure) =>
    standing[figure] ? ids.reduce((so, id) => so + (standing[figure]?.get(id) ?? 0), 0) : null;

  return {
    month,
    today: w.today.toString(),
    currency: w.company.currency,
    days,
    progress: progressOf(days),
    people: byPerson.map(({ person, courses }) => ({
      employee: { id: person.id, name: person.name },
      position: person.position,
      department: person.department,
      departmentId: person.departmentId,
      figures: {
        metrics: named(courses, (metric) => recordsHref(person.id, month, metric)),
        ...standingFigures((figure) => ({
          value: valueFor(figure, person.id),
          href: `/team?month=${month}&person=${person.id}&figure=${figure}`,
        })),
      },
      seePay: seesPay(w, person.id) ? `/pay/employees/${person.id}/${month}` : null,
    })),
    total: {
      metrics: named(
        metrics.map((metric, index) =>
          sumCourses(
            byPerson.flatMap(({ courses }) => courses[index] ?? []),
            days,
            metric.nature,
          ),
        ),
        (metric) => figureHref({ department }, month, metric),
      ),
      ...standingFigures((figure) => ({ value: totalOf(figure), href: `/team?month=${month}` })),
    },
    departments: offered,
    can: {
      set: mayI(w, 'plans.set').kind === 'allowed',
      approve: mayI(w, 'plans.approve').kind === 'allowed',
      settle: mayI(w, 'pay.settle').kind === 'allowed',
    },
  };
}

function named(courses: readonly Course[], href: (metric: string) => string): Figures['metrics'] {
  return metrics.flatMap(({ key, unit }, index) => {
    const course = courses[index];
    return course ? [{ metric: key, unit, ...course, href: href(key) }] : [];
  });
}

function standingFigures(of: (figure: StandingFigure) => Figures['late']): Pick<Figures, StandingFigure> {
  const [late, waiting, overdue] = figures.map(of) as [Figures['late'], Figures['waiting'], Figures['overdue']];
  return { late, waiting, overdue };
}

function seesPay(w: Work, id: string): boolean {
  return mayI(w, 'pay.settle', { keeperId: id }).kind === 'allowed' || reachOf(w, id).kind === 'own';
}

import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useAddressState } from '#platform/web/address.ts';
import { BulletChart } from '#platform/web/figures/bullet-chart.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import type { team } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import classes from '../plans.module.css';
import { type MetricCourse, toneOf } from './metric-card.tsx';
import { useUnit } from './units.ts';

export type Team = EndpointReply<typeof team>;
type Person = Team['people'][number];
const standings = ['late', 'waiting', 'overdue'] as const;

/** Everyone with plan, fact and what stands against them; every figure opens its records, a head of a column sorts. */
export function TeamTable({ shown }: { shown: Team }): ReactNode {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const [sort, setSort] = useAddressState<string>('sort', 'name');
  const people = sorted(shown.people, sort);
  const heads = [
    ...shown.total.metrics.map(({ metric }) => ({ key: metric as string, label: say(`metric.${metric}`) })),
    ...standings.map((figure) => ({ key: figure as string, label: t(`team.${figure}`) })),
  ];
  return (
    <div className={classes.table}>
      <Table verticalSpacing={6} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Head label={t('team.employee')} chosen={sort === 'name'} onSort={() => setSort('name')} />
            {heads.map(({ key, label }) => (
              <Head key={key} number label={label} chosen={sort === key} onSort={() => setSort(key)} />
            ))}
            <Table.Th>{t('plans.pay')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Row key={person.employee.id} person={person} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('team.all', { count: people.length })}</Table.Th>
            {shown.total.metrics.map((course) => (
              <CourseCell key={course.metric} course={course} href={course.href} />
            ))}
            {standings.map((figure) => (
              <Table.Td key={figure} className="number">
                <Standing figure={figure} value={shown.total[figure].value} />
              </Table.Td>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}

function Row({ person }: { person: Person }) {
  const t = useText(plansScreenTexts);
  const { employee, figures } = person;
  return (
    <Table.Tr>
      <Table.Td>
        <Go to={`/people/${employee.id}`}>{employee.name}</Go>
        <div className={classes.explained}>{person.position}</div>
      </Table.Td>
      {figures.metrics.map((course) => (
        <CourseCell key={course.metric} course={course} href={course.href} />
      ))}
      {standings.map((figure) => (
        <Table.Td key={figure} className="number">
          <Standing figure={figure} value={figures[figure].value} href={figures[figure].href} />
        </Table.Td>
      ))}
      <Table.Td>{person.seePay && <Go to={person.seePay}>{t('team.open')}</Go>}</Table.Td>
    </Table.Tr>
  );
}

/** Fact, share and forecast of one plan, with the bar. Without plan and fact there is nothing to show. */
function CourseCell({ course, href }: { course: MetricCourse; href: string }) {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const format = useFormat();
  const { short, print } = useUnit(course.unit);
  if (course.plan === null && course.fact === 0) return <Table.Td className="number">—</Table.Td>;
  const words = `${short(course.fact)}${course.share === null ? '' : ` · ${format.rate(course.share)}`}`;
  return (
    <Table.Td miw={140} className="number">
      <Go to={href}>{words}</Go>
      {course.plan !== null && (
        <>
          <BulletChart
            bare
            label={say(`metric.${course.metric}`)}
            plan={course.plan}
            fact={course.fact}
            format={print}
            tone={toneOf(course)}
          />
          {course.forecast !== null && (
            <div className={classes.explained}>{t('team.forecast', { value: short(course.forecast) })}</div>
          )}
          {course.runRate !== null && course.unit === 'money' && (
            <div className={classes.explained}>{t('team.run-rate', { value: short(course.runRate) })}</div>
          )}
          {course.over > 0 && <div className={classes.over}>{t('team.over', { value: short(course.over) })}</div>}
        </>
      )}
    </Table.Td>
  );
}

/** A count or overdue money; unknown where the mandate has no clause for it. */
function Standing({
  figure,
  value,
  href,
}: {
  figure: (typeof standings)[number];
  value: number | null;
  href?: string;
}) {
  const format = useFormat();
  const t = useText(plansScreenTexts);
  if (value === null) return <span title={t('team.not-known')}>·</span>;
  const words = figure === 'overdue' ? format.moneyShort(value) : format.number(value);
  return value === 0 || !href ? words : <Go to={href}>{words}</Go>;
}

type HeadProps = {
  readonly label: string;
  readonly chosen: boolean;
  readonly number?: boolean;
  readonly onSort: () => void;
};

function Head({ label, chosen, number = false, onSort }: HeadProps) {
  return (
    <Table.Th aria-sort={chosen ? 'descending' : 'none'} className={number ? 'number' : ''}>
      <UnstyledButton onClick={onSort} fz="sm" fw={600}>
        {label} {chosen && <IconArrowDown size={13} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}

/** By name, else what needs the head first: the least forecast of a plan, the most of what stands against someone. */
function sorted(people: readonly Person[], by: string): readonly Person[] {
  if (by === 'name') return people;
  const standing = standings.find((figure) => figure === by);
  const weight = (person: Person) => {
    if (standing) return -(person.figures[standing].value ?? 0);
    const course = person.figures.metrics.find(({ metric }) => metric === by);
    return course?.forecastShare ?? Number.MAX_SAFE_INTEGER;
  };
  return people.toSorted((a, b) => weight(a) - weight(b));
}

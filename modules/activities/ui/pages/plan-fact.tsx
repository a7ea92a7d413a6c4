import { Group, Table } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { BulletChart } from '#platform/web/figures/bullet-chart.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { RefField } from '#platform/web/form/ref-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { planFact } from '../../endpoints.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';

type Report = EndpointReply<typeof planFact>;
const sides = ['existing', 'potential'] as const;

/** How much of what was planned was done, with existing and with potential clients? */
export default function PlanFactPage() {
  const t = useText(screenTexts);
  const me = useMe();
  const [search, change] = useSearch();
  const today = Temporal.PlainDate.from(me.today);
  const from = search.from ?? today.with({ day: 1 }).toString();
  const until = search.until ?? today.toString();
  const employee = search.employee ?? me.employee.id;
  const query = { employee, from, to: Temporal.PlainDate.from(until).add({ days: 1 }).toString() };
  const read = useRead(planFact, { query }, { keep: true });
  return (
    <Page title={t('activities.plan-fact')}>
      <Group mb="md" align="end">
        <DateField
          label={t('activities.from')}
          required
          value={from}
          onChange={(day) => change({ from: day ?? undefined })}
        />
        <DateField
          label={t('activities.until')}
          required
          value={until}
          onChange={(day) => change({ until: day ?? undefined })}
        />
        <RefField
          kind="person"
          label={t('activities.whose')}
          value={{ id: employee, label: search.name ?? me.employee.name }}
          onChange={(person) => change({ employee: person?.id, name: person?.label })}
        />
      </Group>
      {read.data ? (
        <ReportTable report={read.data} address={`/activities?employee=${employee}&day.gte=${from}&day.lte=${until}`} />
      ) : (
        <Awaiting read={read} like="list" />
      )}
    </Page>
  );
}

function ReportTable({ report, address }: { report: Report; address: string }) {
  const t = useText(screenTexts);
  const format = useFormat();
  const columns = [
    { name: 'planned', label: t('activities.planned'), of: '' },
    { name: 'done', label: t('activities.state.done'), of: '&state=done' },
    { name: 'moved', label: t('activities.state.moved'), of: '&state=moved' },
    { name: 'missed', label: t('activities.state.missed'), of: '&state=missed' },
    { name: 'open', label: t('activities.open'), of: '&state=planned' },
    { name: 'offPlan', label: t('activities.off-plan'), of: '&plannedOn.is=null' },
  ] as const;
  return (
    <div className={classes.table}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {columns.map(({ name, label }) => (
              <Table.Th key={name} className="number">
                {label}
              </Table.Th>
            ))}
            <Table.Th>{t('activities.fact-of-plan')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sides.map((side) => (
            <Table.Tr key={side}>
              <Table.Th scope="row">{t(`activities.${side}`)}</Table.Th>
              {columns.map(({ name, of }) => (
                <Table.Td key={name} className="number">
                  <Go to={`${address}&withPotential=${side === 'potential'}${of}`}>{report[side][name]}</Go>
                </Table.Td>
              ))}
              <Table.Td miw={160}>
                <BulletChart
                  label={t(`activities.${side}`)}
                  plan={report[side].planned}
                  fact={report[side].done}
                  format={format.number}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { approveWeekPlan, teamWeekPlans } from '../../endpoints-week.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { PlanState } from '../parts/kind.tsx';
import { RemarkDialog } from '../parts/week-head.tsx';
import { useWeekTitle, WeekSteps } from '../parts/week-steps.tsx';
import { useWeek } from '../parts/weeks.ts';

type TeamPlan = EndpointReply<typeof teamWeekPlans>['items'][number];

/** Who of my people has planned the week, who is late, and what waits for me? */
export default function TeamWeeksPage() {
  const t = useText(screenTexts);
  const { week } = useWeek();
  const [remarking, setRemarking] = useState<TeamPlan | null>(null);
  const read = useRead(teamWeekPlans, { query: { week } }, { keep: true });
  const approve = useAct(approveWeekPlan, {
    invalidates: ['activities', 'mandates'],
    onDone: () => notify('good', t('activities.approved')),
  });
  return (
    <Page title={t('activities.team')} subtitle={useWeekTitle()} actions={<WeekSteps />}>
      <RefusalBanner problem={approve.problem} />
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : read.data.items.length === 0 ? (
        <EmptyState title={t('activities.no-team')} hint={t('activities.no-team-hint')} />
      ) : (
        <TeamTable
          week={week}
          plans={read.data.items}
          onApprove={({ employee, revision }) =>
            approve.act({ params: { week }, body: { employeeId: employee.id }, ifMatch: revision ?? 0 })
          }
          onRemark={setRemarking}
        />
      )}
      {remarking && <RemarkDialog plan={{ ...remarking, week }} onClose={() => setRemarking(null)} />}
    </Page>
  );
}

type TableProps = {
  readonly week: string;
  readonly plans: readonly TeamPlan[];
  readonly onApprove: (plan: TeamPlan) => void;
  readonly onRemark: (plan: TeamPlan) => void;
};

function TeamTable({ week, plans, onApprove, onRemark }: TableProps) {
  const t = useText(screenTexts);
  return (
    <div className={classes.table}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('activities.employee')}</Table.Th>
            <Table.Th>{t('activities.state')}</Table.Th>
            <Table.Th>{t('activities.in-time')}</Table.Th>
            <Table.Th className="number">{t('activities.visits')}</Table.Th>
            <Table.Th className="number">{t('activities.calls')}</Table.Th>
            <Table.Th className="number">{t('activities.done-of')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plans.map((plan) => (
            <Table.Tr key={plan.employee.id}>
              <Table.Td>
                <Go to={`/week?week=${week}&employee=${plan.employee.id}`}>{plan.employee.name}</Go>
              </Table.Td>
              <Table.Td>
                <PlanState state={plan.state} />
              </Table.Td>
              <Table.Td>
                <InTime plan={plan} />
              </Table.Td>
              <Table.Td className="number">{plan.visits}</Table.Td>
              <Table.Td className="number">{plan.calls}</Table.Td>
              <Table.Td className="number">{plan.done}</Table.Td>
              <Table.Td>
                {plan.can.decide === true && (
                  <Group gap={6} wrap="nowrap" justify="flex-end">
                    <Button
                      size="compact-sm"
                      aria-label={`${t('activities.approve')}: ${plan.employee.name}`}
                      onClick={() => onApprove(plan)}
                    >
                      {t('activities.approve')}
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`${t('activities.remark')}: ${plan.employee.name}`}
                      onClick={() => onRemark(plan)}
                    >
                      {t('activities.remark')}
                    </Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function InTime({ plan }: { plan: TeamPlan }) {
  const t = useText(screenTexts);
  const format = useFormat();
  if (plan.absent) return <Text size="sm">{t('activities.absent')}</Text>;
  if (plan.late)
    return (
      <StatusBadge
        tone="bad"
        label={t(plan.submittedAt ? 'activities.late' : 'activities.overdue', { when: format.dateTime(plan.dueAt) })}
      />
    );
  if (plan.submittedAt) return <StatusBadge tone="good" label={t('activities.in-time')} />;
  return <StatusBadge tone="neutral" label={t('activities.due', { when: format.dateTime(plan.dueAt) })} />;
}

import { Button, Group, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddressState, useSearch } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readWeekPlan } from '../../endpoints-week.ts';
import { screenTexts } from '../../texts-screens.ts';
import { UnsentNote } from '../parts/unsent-note.tsx';
import { WeekEditor } from '../parts/week-editor.tsx';
import { WeekActs, WeekFacts, WeekHistory, WeekRemark } from '../parts/week-head.tsx';
import { useWeekTitle, WeekSteps } from '../parts/week-steps.tsx';
import type { Spot } from '../parts/week-types.ts';
import { firstOpenDay, useWeek } from '../parts/weeks.ts';

/** What do I do this week, and is the next one planned? With `employee` in the address: the week of a subordinate. */
export default function WeekPage() {
  const t = useText(screenTexts);
  const me = useMe();
  const { week, today } = useWeek();
  const [{ employee = me.employee.id }] = useSearch();
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const [face, setFace] = useAddressState<'calendar' | 'lines'>('face', narrow ? 'lines' : 'calendar');
  const [planning, setPlanning] = useState<Spot | null>(null);
  const read = useRead(readWeekPlan, { params: { week }, query: { employee } }, { keep: true });
  const plan = read.data?.week === week ? read.data : undefined;
  const beginPlanning = () => setPlanning({ day: firstOpenDay(week, today), time: null });
  useKeys([{ keys: 'n', label: t('activities.plan'), run: beginPlanning }]);
  const whose =
    plan && plan.employee.id !== me.employee.id
      ? t('activities.week-of', { name: plan.employee.name })
      : t('activities.week');
  return (
    <Page
      wide
      title={whose}
      subtitle={useWeekTitle()}
      actions={
        <>
          <WeekSteps />
          {plan?.can.plan && (
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={beginPlanning}>
              {t('activities.plan')}
            </Button>
          )}
          {plan && <WeekActs plan={plan} />}
        </>
      }
    >
      <UnsentNote />
      {!plan ? (
        <Awaiting read={read} like="desk" />
      ) : (
        <>
          <Group justify="space-between" align="start">
            <WeekFacts plan={plan} />
            <SegmentedControl
              size="xs"
              aria-label={t('activities.week')}
              value={face}
              onChange={(next) => setFace(next as 'lines')}
              data={[
                { value: 'calendar', label: t('activities.face.calendar') },
                { value: 'lines', label: t('activities.face.lines') },
              ]}
            />
          </Group>
          <WeekRemark plan={plan} />
          <WeekEditor plan={plan} face={face} planning={planning} onPlanning={setPlanning} />
          <WeekHistory acts={plan.acts} />
        </>
      )}
    </Page>
  );
}

import { Alert, Modal, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowBackUp, IconCheck, IconMessage, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { Acts } from '#platform/web/card/acts.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { approveWeekPlan, recallWeekPlan, remarkWeekPlan, submitWeekPlan } from '../../endpoints-week.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { PlanState } from './kind.tsx';
import type { WeekPlan } from './week-types.ts';

const touched = ['activities', 'mandates'] as const;

/** What may be done with a week plan now: submit and take back for its author, approve and remark for the head. */
export function WeekActs({ plan }: { plan: WeekPlan }) {
  const t = useText(screenTexts);
  const mine = useMe().employee.id === plan.employee.id;
  const [remarking, setRemarking] = useState(false);
  const params = { week: plan.week };
  const body = { employeeId: plan.employee.id };
  const submit = useAct(submitWeekPlan, {
    invalidates: touched,
    onDone: () => notify('good', t('activities.submitted')),
  });
  const recall = useAct(recallWeekPlan, { invalidates: touched });
  const approve = useAct(approveWeekPlan, {
    invalidates: touched,
    onDone: () => notify('good', t('activities.approved')),
  });
  const ifMatch = plan.revision ?? 0;
  const waiting = plan.state === 'submitted';
  return (
    <>
      <Acts
        acts={[
          {
            key: 'submit',
            label: t('activities.submit'),
            icon: IconSend,
            keys: 'mod+Enter',
            can: plan.can.plan && !waiting && plan.state !== 'approved' && plan.can.submit,
            busy: submit.isPending,
            run: () => submit.act({ params, body }),
          },
          {
            key: 'recall',
            label: t('activities.recall'),
            icon: IconArrowBackUp,
            can: waiting && plan.can.plan && plan.can.recall,
            run: () => recall.act({ params, body }),
          },
          {
            key: 'approve',
            label: t('activities.approve'),
            icon: IconCheck,
            can: !mine && waiting && plan.can.decide,
            busy: approve.isPending,
            run: () => approve.act({ params, body, ifMatch }),
          },
          {
            key: 'remark',
            label: t('activities.remark'),
            icon: IconMessage,
            can: !mine && waiting && plan.can.decide,
            run: () => setRemarking(true),
          },
        ]}
      />
      <RefusalBanner problem={submit.problem ?? recall.problem ?? approve.problem} />
      {remarking && <RemarkDialog plan={plan} onClose={() => setRemarking(false)} />}
    </>
  );
}

/** Says what the head would have otherwise, and sends the plan back. */
export function RemarkDialog({
  plan,
  onClose,
}: {
  plan: Pick<WeekPlan, 'week' | 'employee' | 'revision'>;
  onClose: () => void;
}) {
  const t = useText(screenTexts);
  const form = useForm({ initialValues: { text: '' } });
  const remark = useAct(remarkWeekPlan, { invalidates: touched, onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={plan.employee.name}>
      <FormFrame
        form={form}
        act={remark}
        label={t('activities.send-back')}
        onCancel={onClose}
        send={({ text }) =>
          remark.act({
            params: { week: plan.week },
            body: { employeeId: plan.employee.id, text },
            ifMatch: plan.revision ?? 0,
          })
        }
      >
        <Textarea
          label={t('activities.remark-text')}
          required
          data-autofocus
          autosize
          minRows={3}
          maxLength={1000}
          {...form.getInputProps('text')}
        />
      </FormFrame>
    </Modal>
  );
}

/** State, the moment it is due, and what it counts beside the norm. */
export function WeekFacts({ plan }: { plan: WeekPlan }) {
  const t = useText(screenTexts);
  const format = useFormat();
  const open = plan.items.filter((item) => item.state !== 'moved');
  const visits = open.filter((item) => item.kind === 'visit' || item.kind === 'meeting').length;
  const { visitsPerWeek, callsPerWeek } = plan.norms;
  const counts = { visits, visitsNorm: visitsPerWeek ?? 0, calls: open.length - visits, callsNorm: callsPerWeek ?? 0 };
  return (
    <div className={classes.facts}>
      <PlanState state={plan.state} />
      <Text size="sm" c={plan.inTime === false ? 'red' : 'dimmed'}>
        {dueText(plan, t, format)}
      </Text>
      <Text size="sm" className="numerals">
        {t('activities.counts', counts)}
      </Text>
    </div>
  );
}

/** What the head would have otherwise. */
export function WeekRemark({ plan }: { plan: WeekPlan }) {
  const t = useText(screenTexts);
  if (plan.state !== 'remarked') return null;
  return (
    <Alert color="yellow" mb="md" title={t('activities.head-says')} icon={<IconMessage size={18} />}>
      {plan.remark}
    </Alert>
  );
}

function dueText(
  plan: WeekPlan,
  t: ReturnType<typeof useText<typeof screenTexts>>,
  format: ReturnType<typeof useFormat>,
): string {
  if (plan.submittedAt) {
    return t(plan.inTime ? 'activities.submitted-in-time' : 'activities.submitted-late', {
      when: format.dateTime(plan.submittedAt),
    });
  }
  return t(plan.inTime === false ? 'activities.overdue' : 'activities.due', { when: format.dateTime(plan.dueAt) });
}

/** Who submitted, remarked and approved, the latest first. */
export function WeekHistory({ acts }: { acts: WeekPlan['acts'] }) {
  const t = useText(screenTexts);
  const format = useFormat();
  if (acts.length === 0) return null;
  return (
    <section>
      <h2 className={classes.day}>{t('activities.history')}</h2>
      {acts.map(({ act, by, at, text, items }) => (
        <Text key={`${act}${at}`} size="sm">
          {t(`activities.act.${act}` as 'activities.act.submit', { name: by.name, items, text })} ·{' '}
          {format.dateTime(at)}
        </Text>
      ))}
    </section>
  );
}

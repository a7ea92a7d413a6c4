import { Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { type plan, setPlans } from '../../endpoints.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { monthName } from './months.tsx';

type Plan = EndpointReply<typeof plan>;
type Amounts = Record<Plan['metrics'][number]['metric'], number | null>;

/** Drafts the plans of one employee for a month; the head approves them. */
export function ProposePlan({ plan: shown, onClose }: { plan: Plan; onClose: () => void }): ReactNode {
  const t = useText(plansScreenTexts);
  const say = useSay();
  const before = new Map(shown.standing.map((each) => [each.metric, each]));
  const amounts = Object.fromEntries(
    shown.metrics.map(({ metric }) => [metric, before.get(metric)?.amount ?? null]),
  ) as Amounts;
  const form = useForm<Amounts>({ initialValues: amounts });
  const save = useAct(setPlans, {
    invalidates: ['plans'],
    onDone: () => {
      notify('good', t('plans.proposed'));
      onClose();
    },
  });
  const cells = (values: Amounts) =>
    shown.metrics
      .filter(({ metric }) => values[metric] !== (before.get(metric)?.amount ?? null))
      .map(({ metric }) => ({
        employeeId: shown.employee.id,
        metric,
        month: shown.month,
        amount: values[metric],
        seen: before.get(metric)?.id ?? null,
      }));
  return (
    <Modal opened onClose={onClose} title={t('plans.propose-for', { month: monthName(shown.month) })}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('plans.propose-hint')}
        </Text>
        <FormFrame
          form={form}
          act={save}
          label={t('plans.propose')}
          onCancel={onClose}
          send={(values) =>
            cells(values).length === 0
              ? onClose()
              : save.act({ params: { id: shown.departmentId ?? '' }, body: { cells: cells(values) } })
          }
        >
          {shown.metrics.map(({ metric, unit }) =>
            unit === 'money' ? (
              <MoneyField key={metric} data-autofocus label={say(`metric.${metric}`)} {...form.getInputProps(metric)} />
            ) : (
              <NumberInput
                key={metric}
                label={say(`metric.${metric}`)}
                min={0}
                allowDecimal={false}
                value={form.values[metric] ?? ''}
                onChange={(next) => form.setFieldValue(metric, typeof next === 'number' ? next : null)}
              />
            ),
          )}
        </FormFrame>
      </Stack>
    </Modal>
  );
}

import { Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ClauseField, clauseSent } from '#modules/mandates/contract.ui.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { planActivity } from '../../endpoints.ts';
import { causes } from '../../shapes.ts';
import { screenTexts } from '../../texts-screens.ts';
import { type Kind, kinds, usualMinutes } from './kind.tsx';
import { SpotFields } from './spot-fields.tsx';
import type { Spot } from './week-types.ts';

type PlanDialogProps = {
  readonly client?: Ref;
  readonly kind?: Kind;
  readonly at: Spot | null;
  readonly employee?: string;
  /** It is planned for somebody else, and so comes from a clause of theirs. */
  readonly assigning?: boolean;
  /** The plan of the week lies with the head: a contact needs a cause. */
  readonly offPlan: boolean;
  readonly onClose: () => void;
};

/** Plans a contact: with whom, what kind, when. */
export function PlanDialog({ client, kind = 'visit', at, employee, assigning, offPlan, onClose }: PlanDialogProps) {
  const t = useText(screenTexts);
  const plan = useAct(planActivity, { invalidates: ['activities', 'mandates'], onDone: onClose });
  const form = useForm({
    validate: {
      clientId: (chosen) => (chosen ? null : t('activities.client-needed')),
      plannedOn: (day) => (day ? null : t('activities.day-needed')),
    },
    initialValues: {
      clientId: (client ?? null) as Ref | null,
      kind: kind as Kind,
      plannedOn: (at?.day ?? null) as string | null,
      plannedTime: at?.time ?? '',
      minutes: usualMinutes[kind],
      purpose: '',
      clauseId: null as string | null,
      offPlanCause: (offPlan ? 'client-asked' : null) as (typeof causes)[number] | null,
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('activities.plan')} size="md">
      <FormFrame
        form={form}
        act={plan}
        label={t('activities.plan')}
        onCancel={onClose}
        send={({ clientId, plannedOn, plannedTime, offPlanCause, clauseId, ...rest }) =>
          plan.act({
            body: {
              ...rest,
              clientId: clientId?.id ?? '',
              plannedOn: plannedOn ?? '',
              plannedTime: plannedTime || null,
              ...(employee && { employeeId: employee }),
              ...(assigning && clauseSent(clauseId)),
              ...(offPlanCause && { offPlanCause }),
            },
          })
        }
      >
        <RefField
          kind="client"
          label={t('activities.client')}
          required
          data-autofocus
          {...form.getInputProps('clientId')}
        />
        <SegmentedControl
          aria-label={t('activities.kind')}
          fullWidth
          data={kinds.map((value) => ({ value, label: t(`activities.kind.${value}`) }))}
          value={form.values.kind}
          onChange={(next) => form.setValues({ kind: next as Kind, minutes: usualMinutes[next as Kind] })}
        />
        <SpotFields form={form} />
        <TextInput label={t('activities.purpose')} maxLength={500} {...form.getInputProps('purpose')} />
        {assigning && employee && (
          <ClauseField
            employee={employee}
            day={form.values.plannedOn}
            kind={form.values.kind}
            {...form.getInputProps('clauseId')}
          />
        )}
        {offPlan && (
          <Select
            label={t('activities.cause')}
            required
            allowDeselect={false}
            data={causes.map((value) => ({ value, label: t(`activities.cause.${value}`) }))}
            {...form.getInputProps('offPlanCause')}
          />
        )}
      </FormFrame>
    </Modal>
  );
}

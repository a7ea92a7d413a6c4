import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ClauseField, clauseSent, outsideDescription } from '#modules/mandates/contract.ui.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { notify } from '#platform/web/notify.ts';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { offerUndo } from '#platform/web/undo.tsx';
import { moveActivity, planActivity, removeActivity, replanActivity } from '../../endpoints.ts';
import { screenTexts } from '../../texts-screens.ts';
import { SpotFields } from './spot-fields.tsx';
import type { Spot, WeekItem } from './week-types.ts';

type ItemDialogProps = { readonly item: WeekItem; readonly to?: Spot; readonly onClose: () => void };
const touched = ['activities', 'mandates'] as const;

/** Puts an activity elsewhere without dragging; with a reason where its plan lies with the head. */
export function ItemDialog({ item, to, onClose }: ItemDialogProps) {
  const t = useText(screenTexts);
  const free = item.can.replan === true;
  return (
    <Modal opened onClose={onClose} title={item.client.name} size="md">
      <Stack gap="md">
        {free ? (
          <Replan item={item} onClose={onClose} {...(to && { to })} />
        ) : (
          <Move item={item} onClose={onClose} {...(to && { to })} />
        )}
        <Group justify="space-between">
          <Go to={`/activities/${item.id}`}>{t('activities.how-ended')}</Go>
          {item.can.remove === true && <Remove item={item} onClose={onClose} />}
        </Group>
      </Stack>
    </Modal>
  );
}

function Replan({ item, to, onClose }: ItemDialogProps) {
  const t = useText(screenTexts);
  const assigning = item.assigned !== null && item.can.assign === true;
  const basisNow = item.assigned ? (item.assigned.clause?.id ?? outsideDescription) : null;
  const form = useForm({
    validate: { plannedOn: (day) => (day ? null : t('activities.day-needed')) },
    initialValues: {
      plannedOn: (to?.day ?? item.plannedOn) as string | null,
      plannedTime: (to ? to.time : item.plannedTime) ?? '',
      minutes: item.minutes,
      purpose: item.purpose,
      clauseId: basisNow,
    },
  });
  const replan = useAct(replanActivity, { invalidates: touched, onDone: onClose });
  return (
    <FormFrame
      form={form}
      act={replan}
      label={t('activities.place')}
      onCancel={onClose}
      send={({ plannedOn, plannedTime, minutes, purpose, clauseId }) =>
        replan.act({
          params: { id: item.id },
          body: {
            plannedOn: plannedOn ?? '',
            plannedTime: plannedTime || null,
            minutes,
            purpose,
            // What was not touched follows the day by itself.
            ...(clauseId !== basisNow && clauseSent(clauseId)),
          },
          ifMatch: item.revision,
        })
      }
    >
      <SpotFields form={form} />
      <TextInput label={t('activities.purpose')} maxLength={500} {...form.getInputProps('purpose')} />
      {assigning && (
        <ClauseField
          employee={item.actingFor?.id ?? item.employee.id}
          day={form.values.plannedOn}
          kind={item.kind}
          {...form.getInputProps('clauseId')}
        />
      )}
    </FormFrame>
  );
}

/** The old day stays as moved with its reason; a new one is planned. */
export function Move({ item, to, onClose }: ItemDialogProps) {
  const t = useText(screenTexts);
  const format = useFormat();
  const form = useForm({
    validate: { plannedOn: (day) => (day ? null : t('activities.day-needed')) },
    initialValues: {
      plannedOn: (to?.day ?? null) as string | null,
      plannedTime: to?.time ?? item.plannedTime ?? '',
      minutes: item.minutes,
      reason: '',
    },
  });
  const move = useAct(moveActivity, {
    invalidates: touched,
    onDone: (_, { body }) => {
      notify('good', t('activities.moved', { day: format.date(body.plannedOn) }));
      onClose();
    },
  });
  return (
    <FormFrame
      form={form}
      act={move}
      label={t('activities.move')}
      onCancel={onClose}
      send={({ plannedOn, plannedTime, reason }) =>
        move.act({
          params: { id: item.id },
          body: { plannedOn: plannedOn ?? '', plannedTime: plannedTime || null, reason },
          ifMatch: item.revision,
        })
      }
    >
      <SpotFields form={form} withMinutes={false} />
      <Textarea
        label={t('activities.reason')}
        {...(item.planState !== null && item.can.replan !== true && { description: t('activities.move-hint') })}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </FormFrame>
  );
}

function Remove({ item, onClose }: ItemDialogProps) {
  const t = useText(screenTexts);
  const again = useAct(planActivity, { invalidates: touched });
  const remove = useAct(removeActivity, {
    invalidates: touched,
    onDone: () => {
      onClose();
      const { client, kind, plannedTime, minutes, purpose, employee, assigned } = item;
      const body = {
        clientId: client.id,
        kind,
        plannedOn: item.plannedOn ?? '',
        plannedTime,
        minutes,
        purpose,
        employeeId: employee.id,
        ...(assigned && { clauseId: assigned.clause?.id ?? null }),
      };
      offerUndo({ message: t('activities.removed', { client: client.name }), undo: () => again.act({ body }) });
    },
  });
  return (
    <Button
      variant="subtle"
      color="red"
      loading={remove.isPending}
      onClick={() => remove.act({ params: { id: item.id }, ifMatch: item.revision })}
    >
      {t('activities.remove')}
    </Button>
  );
}

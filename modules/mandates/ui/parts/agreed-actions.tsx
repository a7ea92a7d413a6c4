import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconListCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useMe } from '#platform/web/me.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import { agreeAction, openActions, turnAction, withdrawAction } from '../../endpoints-actions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import type { Appraisal } from '../pages/appraisal.tsx';

type Action = EndpointReply<typeof openActions>['items'][number];
const tones: Readonly<Record<'open' | 'late' | 'done' | 'called-off', Tone>> = {
  open: 'info',
  late: 'bad',
  done: 'good',
  'called-off': 'neutral',
};

/** What an appraisal agreed on, with what is carried into it from earlier ones; the head adds while it is open. */
export function AgreedActions({ appraisal }: { appraisal: Appraisal }): ReactNode {
  const t = useText(mandatesScreenTexts);
  const { actions, agreedActions, can } = appraisal;
  return (
    <Stack gap="md">
      {agreedActions && (
        <div>
          <Text fw={600}>{t('mandates.agreed-in-words')}</Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{agreedActions}</Text>
        </div>
      )}
      {actions.length === 0 ? (
        <EmptyState title={t('mandates.no-actions')} hint={t('mandates.no-actions-hint')} />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('mandates.action-text')}</th>
                <th scope="col">{t('mandates.action-due-on')}</th>
                <th scope="col">{t('mandates.action-who')}</th>
                <th scope="col">{t('mandates.column.state')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {actions.map((action) => (
                <ActionRow key={action.id} action={action} carried={action.appraisalId !== appraisal.id} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {can.writeAsHead === true && <AddAction appraisal={appraisal} />}
    </Stack>
  );
}

function ActionRow({ action, carried }: { action: Action; carried: boolean }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const shown = action.late ? 'late' : action.state;
  return (
    <tr>
      <td>
        {action.text}
        {carried && (
          <Text size="xs" c="dimmed">
            <Go to={`/appraisals/${action.appraisalId}?tab=actions`}>
              {t('mandates.action-carried', { month: action.month })}
            </Go>
          </Text>
        )}
      </td>
      <td className="numerals">{format.date(action.dueOn)}</td>
      <td>{action.who.name}</td>
      <td>
        <StatusBadge tone={tones[shown]} label={t(`mandates.action-state.${shown}`)} />
        {action.endedAt && (
          <Text size="xs" c="dimmed">
            {t('mandates.action-ended', { name: action.endedBy?.name ?? '', when: format.date(action.endedAt) })}
          </Text>
        )}
      </td>
      <td>
        <Turns action={action} />
      </td>
    </tr>
  );
}

/** What the reader may do about an action. */
function Turns({ action }: { action: Action }) {
  const t = useText(mandatesScreenTexts);
  const turn = useAct(turnAction, { invalidates: ['mandates'] });
  const withdraw = useAct(withdrawAction, { invalidates: ['mandates'] });
  const { can, id, revision } = action;
  const to = (state: Action['state']) => turn.act({ params: { id }, body: { state }, ifMatch: revision });
  const acts = [
    { may: can.finish, label: t('mandates.action-done'), run: () => to('done') },
    { may: can.callOff, label: t('mandates.action-call-off'), run: () => to('called-off') },
    { may: can.reopen, label: t('mandates.action-reopen'), run: () => to('open') },
    { may: can.withdraw, label: t('mandates.action-withdraw'), run: () => withdraw.act({ params: { id } }) },
  ].filter(({ may }) => may);
  return (
    <>
      <Group gap={4} wrap="nowrap">
        {acts.map(({ label, run }) => (
          <Button
            key={label}
            size="compact-xs"
            variant="default"
            loading={turn.isPending || withdraw.isPending}
            aria-label={t('mandates.action-named', { act: label, text: action.text })}
            onClick={run}
          >
            {label}
          </Button>
        ))}
      </Group>
      <RefusalBanner problem={turn.problem ?? withdraw.problem} />
    </>
  );
}

function AddAction({ appraisal }: { appraisal: Appraisal }) {
  const t = useText(mandatesScreenTexts);
  const form = useForm({
    initialValues: { text: '', dueOn: null as string | null, who: 'employee' as 'employee' | 'head' },
  });
  const agree = useAct(agreeAction, { invalidates: ['mandates'], onDone: () => form.reset() });
  return (
    <FormFrame
      form={form}
      act={agree}
      label={t('mandates.action-add')}
      send={({ text, dueOn, who }) =>
        agree.act({ params: { id: appraisal.id }, body: { text, dueOn: dueOn ?? '', who } })
      }
    >
      <Textarea
        label={t('mandates.action-text')}
        required
        autosize
        minRows={1}
        maxLength={1000}
        {...form.getInputProps('text')}
      />
      <Group grow align="flex-start">
        <DateField label={t('mandates.action-due-on')} required {...form.getInputProps('dueOn')} />
        <NativeSelect
          label={t('mandates.action-who')}
          data={(['employee', 'head'] as const).map((value) => ({
            value,
            label: value === 'head' ? t('mandates.action-who.head') : appraisal.employee.name,
          }))}
          {...form.getInputProps('who')}
        />
      </Group>
    </FormFrame>
  );
}

/** On Today: what was agreed in appraisals and is mine to do, and what others are late with that I agreed with them. */
export function ActionsToDo(): ReactNode {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const me = useMe();
  const { data } = useRead(openActions, {});
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Alert
      icon={<IconListCheck size={18} />}
      mb="md"
      color={items.some(({ late }) => late) ? 'red' : 'blue'}
      variant="light"
      title={t('mandates.actions-count', { count: items.length })}
    >
      <Stack gap={6}>
        {items.map((action) => {
          const day = format.date(action.dueOn);
          return (
            <Group key={action.id} gap="xs">
              <Go to={`/appraisals/${action.appraisalId}?tab=actions`}>{action.text}</Go>
              <Text size="sm" c={action.late ? 'red' : 'dimmed'}>
                {action.who.id === me.employee.id
                  ? t('mandates.action-until', { day })
                  : t('mandates.action-of', { name: action.who.name, day })}
              </Text>
              <Finish action={action} />
            </Group>
          );
        })}
      </Stack>
    </Alert>
  );
}

function Finish({ action }: { action: Action }) {
  const t = useText(mandatesScreenTexts);
  const turn = useAct(turnAction, { invalidates: ['mandates'] });
  if (!action.can.finish) return null;
  const label = t('mandates.action-done');
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={turn.isPending}
        aria-label={t('mandates.action-named', { act: label, text: action.text })}
        onClick={() => turn.act({ params: { id: action.id }, body: { state: 'done' }, ifMatch: action.revision })}
      >
        {label}
      </Button>
      <RefusalBanner problem={turn.problem} />
    </>
  );
}

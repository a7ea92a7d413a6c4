import { Button, Group, Modal, NumberInput, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { Attachments } from '#platform/web/files/attachments.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { editContract, endContract, enterContract, readContracts } from '../../endpoints-contracts.ts';
import { readTimeline } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';

type Contract = EndpointReply<typeof readContracts>['items'][number];
type Open = { act: 'enter' } | { act: 'edit' | 'renew' | 'end' | 'files'; contract: Contract };
const tones = { holds: 'good', 'runs-out': 'warning', 'ran-out': 'bad', renewed: 'neutral', ended: 'neutral' } as const;
const touched = ['clients', 'mandates', 'activities'] as const;

/** The contracts with a client: until when each holds, what became of it, and its papers. */
export function Contracts({ clientId }: { clientId: string }) {
  const t = useText(texts);
  const read = useRead(readContracts, { params: { id: clientId } });
  const [open, setOpen] = useState<Open | null>(null);
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items, can } = read.data;
  const close = () => setOpen(null);
  const enter = can.edit && (
    <Button size="xs" variant="light" onClick={() => setOpen({ act: 'enter' })}>
      {t('clients.contract.enter')}
    </Button>
  );
  return (
    <Stack>
      {items.length === 0 ? (
        <EmptyState title={t('clients.contract.none')} hint={t('clients.contract.none-hint')} action={enter} />
      ) : (
        <Group>{enter}</Group>
      )}
      {items.map((each) => (
        <ContractLine
          key={each.id}
          contract={each}
          edits={can.edit}
          onAct={(act) => setOpen({ act, contract: each })}
        />
      ))}
      {open?.act === 'enter' && <ContractForm clientId={clientId} onClose={close} />}
      {open?.act === 'edit' && <ContractForm clientId={clientId} contract={open.contract} onClose={close} />}
      {open?.act === 'renew' && <ContractForm clientId={clientId} renews={open.contract} onClose={close} />}
      {open?.act === 'end' && <EndForm contract={open.contract} onClose={close} />}
      {open?.act === 'files' && (
        <Modal opened onClose={close} title={t('clients.contract.files-of', { number: open.contract.number })}>
          <Attachments kind="clients.contracts" id={open.contract.id} touches={[readTimeline]} />
        </Modal>
      )}
    </Stack>
  );
}

function ContractLine({
  contract,
  edits,
  onAct,
}: {
  contract: Contract;
  edits: boolean;
  onAct: (act: 'edit' | 'renew' | 'end' | 'files') => void;
}) {
  const t = useText(texts);
  const format = useFormat();
  const { number, subject, standing, signedOn, validUntil, endedOn, endReason, renewedBy } = contract;
  const over = standing === 'renewed' || standing === 'ended';
  const acts = [...(edits && !over ? (['renew', 'end', 'edit'] as const) : []), 'files' as const];
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {number}
          </Text>
          <StatusBadge tone={tones[standing]} label={t(`clients.contract.standing.${standing}`)} />
        </Group>
        <Group gap={4}>
          {acts.map((act) => (
            <Button
              key={act}
              size="compact-xs"
              variant={act === 'renew' && standing !== 'holds' ? 'light' : 'subtle'}
              onClick={() => onAct(act)}
            >
              {t(`clients.contract.${act}`)}
            </Button>
          ))}
        </Group>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {subject}
      </Text>
      <Text size="xs" c="dimmed">
        {t('clients.contract.signed-on')}: {format.date(signedOn)} ·{' '}
        {validUntil ? `${t('clients.contract.valid-until')}: ${format.date(validUntil)}` : t('clients.contract.no-end')}
      </Text>
      {endedOn && (
        <Text size="xs" c="dimmed">
          {renewedBy
            ? t('clients.contract.renewed-by', { day: format.date(endedOn), number: renewedBy })
            : t('clients.contract.ended', { day: format.date(endedOn), reason: endReason })}
        </Text>
      )}
    </Paper>
  );
}

/** Enters a contract, changes one, or enters the one that takes another's place. */
function ContractForm({
  clientId,
  contract,
  renews,
  onClose,
}: {
  clientId: string;
  contract?: Contract;
  renews?: Contract;
  onClose: () => void;
}) {
  const t = useText(texts);
  const { today } = useMe();
  const form = useForm({
    initialValues: {
      number: contract?.number ?? '',
      subject: contract?.subject ?? renews?.subject ?? '',
      signedOn: (contract?.signedOn ?? today) as string | null,
      validUntil: contract?.validUntil ?? null,
      noticeDays: contract?.noticeDays ?? renews?.noticeDays ?? 30,
    },
  });
  const done = { invalidates: touched, onDone: onClose };
  const enter = useAct(enterContract, done);
  const edit = useAct(editContract, done);
  const send = ({ signedOn, noticeDays, ...rest }: ReturnType<typeof form.getValues>) => {
    const body = { ...rest, signedOn: signedOn ?? today, noticeDays: Number(noticeDays) || 0 };
    if (contract) edit.act({ params: { id: contract.id }, body, ifMatch: contract.revision });
    else enter.act({ params: { id: clientId }, body: { ...body, ...(renews && { renews: renews.id }) } });
  };
  const title = renews
    ? t('clients.contract.renew-of', { number: renews.number })
    : t(contract ? 'clients.contract' : 'clients.contract.enter');
  return (
    <Modal opened onClose={onClose} title={title}>
      <FormFrame form={form} act={contract ? edit : enter} label={t('clients.save')} onCancel={onClose} send={send}>
        <TextInput
          label={t('clients.contract.number')}
          required
          data-autofocus
          maxLength={60}
          {...form.getInputProps('number')}
        />
        <Textarea
          label={t('clients.contract.subject')}
          required
          autosize
          maxLength={500}
          {...form.getInputProps('subject')}
        />
        <DateField label={t('clients.contract.signed-on')} required {...form.getInputProps('signedOn')} />
        <DateField
          label={t('clients.contract.valid-until')}
          description={t('clients.contract.valid-until-hint')}
          {...form.getInputProps('validUntil')}
        />
        <NumberInput
          label={t('clients.contract.notice-days')}
          min={0}
          max={365}
          allowDecimal={false}
          {...form.getInputProps('noticeDays')}
        />
      </FormFrame>
    </Modal>
  );
}

function EndForm({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const t = useText(texts);
  const form = useForm({ initialValues: { reason: '' } });
  const end = useAct(endContract, { invalidates: touched, onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={t('clients.contract.end-of', { number: contract.number })}>
      <FormFrame
        form={form}
        act={end}
        label={t('clients.contract.end')}
        onCancel={onClose}
        send={(body) => end.act({ params: { id: contract.id }, body, ifMatch: contract.revision })}
      >
        <Textarea
          label={t('clients.reason')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </FormFrame>
    </Modal>
  );
}

import { Button, Code, CopyButton, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { addApiKey, listApiKeys, revokeApiKey } from '#platform/http/endpoints.ts';
import { askOnce } from '../ask-once.tsx';
import { Awaiting } from '../awaiting.tsx';
import { StatusBadge } from '../figures/status-badge.tsx';
import { DateField } from '../form/date-field.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { useFormat } from '../format.ts';
import { Panel } from '../panel.tsx';
import { useAct, useRead } from '../query.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';

/** Keys for programs that act with my mandate. A key is shown once. */
export function ApiKeys(): ReactNode {
  const t = useText(shellTexts);
  const read = useRead(listApiKeys, {});
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  return (
    <Panel
      title={t('web.api-keys')}
      hint={t('web.api-keys.hint')}
      actions={
        <Button variant="default" size="xs" onClick={() => setAdding(true)}>
          {t('web.api-keys.add')}
        </Button>
      }
    >
      {read.data ? <Keys items={read.data.items} /> : <Awaiting read={read} like="list" />}
      {adding && (
        <AddKey
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      )}
      {made && <MadeKey value={made} onClose={() => setMade(null)} />}
    </Panel>
  );
}

type Item = { id: string; name: string; createdAt: string; expiresOn: string | null; revokedAt: string | null };
function Keys({ items }: { items: readonly Item[] }): ReactNode {
  const t = useText(shellTexts);
  const format = useFormat();
  const revoke = useAct(revokeApiKey, { invalidates: [listApiKeys] });
  if (items.length === 0) return <Text size="sm">{t('web.api-keys.none')}</Text>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('web.api-keys.name')}</Table.Th>
          <Table.Th>{t('web.api-keys.made')}</Table.Th>
          <Table.Th>{t('web.api-keys.until')}</Table.Th>
          <Table.Th aria-label={t('web.acts')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td>{item.name}</Table.Td>
            <Table.Td>{format.dateTime(item.createdAt)}</Table.Td>
            <Table.Td>{item.expiresOn ? format.date(item.expiresOn) : '—'}</Table.Td>
            <Table.Td ta="right">
              {item.revokedAt ? (
                <StatusBadge tone="neutral" label={t('web.api-keys.revoked')} />
              ) : (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-xs"
                  onClick={() =>
                    askOnce({
                      title: t('web.api-keys.revoke'),
                      consequence: t('web.api-keys.consequence', { name: item.name }),
                      label: t('web.api-keys.revoke'),
                      run: () => revoke.act({ params: { id: item.id } }),
                    })
                  }
                >
                  {t('web.api-keys.revoke')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function AddKey({ onClose, onMade }: { onClose: () => void; onMade: (key: string) => void }): ReactNode {
  const t = useText(shellTexts);
  const form = useForm({ initialValues: { name: '', expiresOn: null as string | null } });
  const add = useAct(addApiKey, { invalidates: [listApiKeys], onDone: (reply) => onMade(reply.key) });
  return (
    <Modal opened onClose={onClose} title={t('web.api-keys.add')}>
      <FormFrame
        form={form}
        act={add}
        label={t('web.api-keys.add')}
        onCancel={onClose}
        send={({ name, expiresOn }) => add.act({ body: { name, ...(expiresOn && { expiresOn }) } })}
      >
        <TextInput
          data-autofocus
          required
          label={t('web.api-keys.name')}
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <DateField label={t('web.api-keys.until')} {...form.getInputProps('expiresOn')} />
      </FormFrame>
    </Modal>
  );
}

function MadeKey({ value, onClose }: { value: string; onClose: () => void }): ReactNode {
  const t = useText(shellTexts);
  return (
    <Modal opened onClose={onClose} title={t('web.api-keys.made-one')}>
      <Stack>
        <Text size="sm">{t('web.api-keys.once')}</Text>
        <Code block>{value}</Code>
        <Group justify="flex-end">
          <CopyButton value={value}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'web.copied' : 'web.copy')}</Button>}
          </CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}

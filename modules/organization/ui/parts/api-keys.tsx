import { Button, Code, Group, Modal, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { addApiKey, listApiKeys, revokeApiKey } from '#platform/http/endpoints.ts';
import { askOnce } from '#platform/web/ask-once.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { organizationTexts } from '../../texts.ts';

/** My API keys. Each acts with my mandate, and ends with it. */
export function ApiKeys() {
  const t = useText(organizationTexts);
  const format = useFormat();
  const [name, setName] = useState('');
  const [shown, setShown] = useState('');
  const read = useRead(listApiKeys, {});
  const add = useAct(addApiKey, {
    invalidates: [listApiKeys],
    onDone: ({ key }) => {
      setName('');
      setShown(key);
    },
  });
  const revoke = useAct(revokeApiKey, { invalidates: [listApiKeys] });
  const keys = (read.data?.items ?? []).filter((each) => each.revokedAt === null);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('organization.api-keys')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('organization.api-keys-hint')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.act({ body: { name } });
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t('organization.key-name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''} loading={add.isPending}>
            {t('organization.make-key')}
          </Button>
        </Group>
      </form>
      {keys.length > 0 && (
        <Table verticalSpacing={4} maw={640}>
          <Table.Tbody>
            {keys.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Td>{key.name}</Table.Td>
                <Table.Td>{format.dateTime(key.createdAt)}</Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    onClick={() =>
                      askOnce({
                        title: t('organization.revoke-key'),
                        consequence: t('organization.revoke-key-consequence', { name: key.name }),
                        label: t('organization.revoke-key'),
                        run: () => revoke.act({ params: { id: key.id } }),
                      })
                    }
                  >
                    {t('organization.revoke-key')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Modal opened={shown !== ''} onClose={() => setShown('')} title={t('organization.key-shown-once')}>
        <Code block>{shown}</Code>
      </Modal>
    </Stack>
  );
}

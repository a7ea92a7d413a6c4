import { Code, Stack, Table, Text, Title } from '@mantine/core';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { listSettings } from '../../endpoints.ts';
import { organizationTexts } from '../../texts.ts';
import { ApiKeys } from '../parts/api-keys.tsx';
import { SettingForm } from '../parts/setting-form.tsx';

/** The choices of the company, each with its default and since when; and my own API keys. */
export default function SettingsPage() {
  const t = useText(organizationTexts);
  const say = useSay();
  const format = useFormat();
  const read = useRead(listSettings, {});
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items, can } = read.data;
  return (
    <Page title={t('organization.settings')}>
      <Stack gap="xl">
        <ApiKeys />
        <Stack gap="xs">
          <Title order={2} size="h4">
            {t('organization.choices')}
          </Title>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('organization.setting')}</Table.Th>
                <Table.Th>{t('organization.value')}</Table.Th>
                <Table.Th>{t('organization.since')}</Table.Th>
                {can.configure && <Table.Th />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((each) => (
                <Table.Tr key={each.key}>
                  <Table.Td>
                    <Text size="sm">{say(`setting.${each.key}`)}</Text>
                  </Table.Td>
                  <Table.Td>
                    <Code>{short(each.value)}</Code>
                  </Table.Td>
                  <Table.Td>{each.validFrom ? format.date(each.validFrom) : t('organization.default')}</Table.Td>
                  {can.configure && (
                    <Table.Td>
                      <SettingForm setting={each} />
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      </Stack>
    </Page>
  );
}

/** A long value (a template) by its beginning. */
function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

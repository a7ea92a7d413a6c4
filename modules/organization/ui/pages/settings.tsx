import { Stack, Table, Text, Title } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { formField } from '#kernel/form-field.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { listSettings } from '../../endpoints-company.ts';
import { organizationTexts } from '../../texts.ts';
import { ApiKeys } from '../parts/api-keys.tsx';
import { SettingValue } from '../parts/setting-value.tsx';

type Line = EndpointReply<typeof listSettings>['items'][number];

/** The choices of the company, each with its value, where it acts and since when; and my own API keys. */
export default function SettingsPage() {
  const t = useText(organizationTexts);
  const read = useRead(listSettings, {});
  if (!read.data) return <Awaiting read={read} like="list" />;
  return (
    <Page title={t('organization.settings')}>
      <Stack gap="xl">
        <Stack gap="xs">
          <Title order={2} size="h4">
            {t('organization.choices')}
          </Title>
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing={8} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('organization.setting')}</Table.Th>
                  <Table.Th>{t('organization.value')}</Table.Th>
                  <Table.Th>{t('organization.acts-for')}</Table.Th>
                  <Table.Th>{t('organization.since')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {read.data.items.map((each) => (
                  <SettingRow key={each.key} line={each} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Stack>
        <ApiKeys />
      </Stack>
    </Page>
  );
}

function SettingRow({ line }: { line: Line }) {
  const t = useText(organizationTexts);
  const say = useSay();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>
        <Go to={`/settings/choices/${line.key}`}>{say(`setting.${line.key}`)}</Go>
      </Table.Td>
      <Table.Td>
        <SettingValue owner={line.key} form={formField(line.schema)} value={line.value} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t('organization.whole-company')}</Text>
        {line.elsewhere.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('organization.chosen-elsewhere', { count: line.elsewhere.length })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{line.validFrom ? format.date(line.validFrom) : t('organization.default')}</Text>
      </Table.Td>
    </Table.Tr>
  );
}

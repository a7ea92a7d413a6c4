import { Box, Group, Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { type FormField, formField } from '#kernel/form-field.ts';
import { usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Page } from '#platform/web/page.tsx';
import { Panel } from '#platform/web/panel.tsx';
import { useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { readSettingHistory } from '../../endpoints-company.ts';
import { organizationTexts } from '../../texts.ts';
import { SettingForm } from '../parts/setting-form.tsx';
import { SettingValue } from '../parts/setting-value.tsx';

type Setting = EndpointReply<typeof readSettingHistory>;
type Choice = Setting['history'][number];
const tones = { past: 'neutral', 'in-force': 'good', 'to-come': 'info' } as const;

/** One setting: what it says today and by default, the form that chooses otherwise, and every choice that was made. */
export default function SettingPage() {
  const t = useText(organizationTexts);
  const say = useSay();
  const key = usePathParam('key');
  const read = useRead(readSettingHistory, { params: { key } });
  if (!read.data) return <Awaiting read={read} like="form" />;
  const setting = read.data;
  return (
    <Page
      title={say(`setting.${key}`)}
      subtitle={t(setting.narrows ? 'organization.can-narrow' : 'organization.whole-company')}
    >
      <SettingParts setting={setting} />
    </Page>
  );
}

function SettingParts({ setting }: { setting: Setting }) {
  const t = useText(organizationTexts);
  const format = useFormat();
  const form = useMemo(() => formField(setting.schema), [setting.schema]);
  const { key, value, validFrom, next } = setting;
  return (
    <Stack gap="md">
      <Panel
        title={t('organization.in-force-today')}
        hint={validFrom ? `${t('organization.since')}: ${format.date(validFrom)}` : t('organization.default')}
      >
        <Group align="flex-start" gap="xl">
          <SettingValue owner={key} form={form} value={value} />
          {validFrom && (
            <div>
              <Text size="sm" fw={600}>
                {t('organization.default-value')}
              </Text>
              <SettingValue owner={key} form={form} value={setting.default} />
            </div>
          )}
          {next && (
            <div>
              <Text size="sm" fw={600}>
                {t('organization.standing.to-come')}: {format.date(next.validFrom)}
              </Text>
              <SettingValue owner={key} form={form} value={next.value ?? setting.default} />
            </div>
          )}
        </Group>
      </Panel>
      {setting.can.configure && (
        <Panel title={t('organization.change-setting')} hint={t('organization.change-hint')}>
          <Box maw={560}>
            <SettingForm setting={setting} form={form} />
          </Box>
        </Panel>
      )}
      <Panel title={t('organization.history')}>
        <History owner={key} form={form} choices={setting.history} />
      </Panel>
    </Stack>
  );
}

function History({ owner, form, choices }: { owner: string; form: FormField; choices: readonly Choice[] }) {
  const t = useText(organizationTexts);
  const format = useFormat();
  if (choices.length === 0) {
    return <EmptyState title={t('organization.no-history')} hint={t('organization.no-history-hint')} />;
  }
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('organization.from')}</Table.Th>
            <Table.Th>{t('organization.acts-for')}</Table.Th>
            <Table.Th>{t('organization.value')}</Table.Th>
            <Table.Th>{t('organization.set-by')}</Table.Th>
            <Table.Th>{t('organization.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {choices.map((choice) => (
            <Table.Tr key={choice.id}>
              <Table.Td>{format.date(choice.validFrom)}</Table.Td>
              <Table.Td>{placeNamed(choice.scope, t)}</Table.Td>
              <Table.Td>
                {choice.value === null ? (
                  <Text size="sm">{t('organization.as-above')}</Text>
                ) : (
                  <SettingValue owner={owner} form={form} value={choice.value} />
                )}
              </Table.Td>
              <Table.Td>
                {choice.setBy}
                <Text size="xs" c="dimmed">
                  {format.dateTime(choice.setAt)}
                </Text>
              </Table.Td>
              <Table.Td>
                <StatusBadge tone={tones[choice.standing]} label={t(`organization.standing.${choice.standing}`)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function placeNamed({ kind, name }: Choice['scope'], t: ReturnType<typeof useText<typeof organizationTexts>>): string {
  return kind === 'company' ? t('organization.whole-company') : t(`organization.${kind}-named`, { name });
}

import { Group, List, Stack, Text } from '@mantine/core';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { Go } from '#platform/web/go.tsx';
import { useMe } from '#platform/web/me.ts';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readReportingLine } from '../../endpoints-people.ts';
import { organizationTexts } from '../../texts.ts';

/** To whom an employee reports, and who stands above, on a day that one chooses. */
export function LineAbove({ employee }: { employee: { id: string; name: string } }) {
  const t = useText(organizationTexts);
  const { today } = useMe();
  const [on, setOn] = useAddressState('on', today);
  const read = useRead(readReportingLine, { params: { id: employee.id }, query: { on } }, { keep: true });
  return (
    <Stack gap={6} align="flex-start">
      <DateField
        size="xs"
        w={170}
        aria-label={t('organization.line-on')}
        required
        value={on}
        onChange={(day) => setOn(day ?? today)}
      />
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : read.data.superiors.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('organization.reports-to-no-one')}
        </Text>
      ) : (
        <List type="ordered" aria-label={t('organization.line-above')}>
          {read.data.superiors.map((each, index) => (
            <List.Item key={each.id}>
              <Group gap={6}>
                <Go to={`/people/${each.id}`}>{each.name}</Go>
                {each.positions.length > 0 && <Text size="sm">{each.positions.join(', ')}</Text>}
                {index === 0 && (
                  <Text size="sm" c="dimmed">
                    {t('organization.direct-superior')}
                  </Text>
                )}
                {each.dismissed && <StatusBadge tone="neutral" label={t('organization.dismissed')} />}
              </Group>
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

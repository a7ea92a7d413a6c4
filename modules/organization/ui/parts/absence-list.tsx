import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { askOnce } from '#platform/web/ask-once.tsx';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useMe } from '#platform/web/me.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { cancelAbsence, listAbsences, revokeSubstitution } from '../../endpoints-absences.ts';
import { organizationTexts } from '../../texts.ts';
import { SubstitutionForm } from './substitution-form.tsx';

export type Absence = EndpointReply<typeof listAbsences>['items'][number];

/** Absences with who stands in, and the acts on each. */
export function AbsenceList({ employeeId }: { employeeId?: string }) {
  const t = useText(organizationTexts);
  const format = useFormat();
  const { today, employee } = useMe();
  const [substituting, setSubstituting] = useState<Absence | null>(null);
  const read = useRead(listAbsences, { query: { ...(employeeId && { employee: employeeId }) } });
  const touched = { invalidates: ['organization', 'mandates', 'clients', 'platform'] };
  const cancel = useAct(cancelAbsence, touched);
  const revoke = useAct(revokeSubstitution, touched);
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items, can } = read.data;
  if (items.length === 0)
    return <EmptyState title={t('organization.no-absences')} hint={t('organization.no-absences-hint')} />;
  const stateOf = (each: Absence) => {
    if (each.cancelledAt) return <StatusBadge tone="neutral" label={t('organization.cancelled')} />;
    if (each.until < today) return <StatusBadge tone="neutral" label={t('organization.over')} />;
    return each.from <= today ? (
      <StatusBadge tone="warning" label={t('organization.away-now')} />
    ) : (
      <StatusBadge tone="info" label={t('organization.to-come')} />
    );
  };
  return (
    <>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing={6} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('organization.employee')}</Table.Th>
              <Table.Th>{t('organization.kind')}</Table.Th>
              <Table.Th>{t('organization.days')}</Table.Th>
              <Table.Th>{t('organization.state')}</Table.Th>
              <Table.Th>{t('organization.substitute')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((each) => {
              const open = !each.cancelledAt && each.until >= today;
              return (
                <Table.Tr key={each.id}>
                  <Table.Td>
                    <Go to={`/people/${each.employee.id}`}>{each.employee.name}</Go>
                  </Table.Td>
                  <Table.Td>{t(`organization.absence.${each.kind as 'vacation'}`)}</Table.Td>
                  <Table.Td>
                    {format.date(each.from)} – {format.date(each.until)}
                  </Table.Td>
                  <Table.Td>{stateOf(each)}</Table.Td>
                  <Table.Td>
                    {each.substitution ? (
                      <Text size="sm">
                        {each.substitution.substitute.name} ·{' '}
                        {t('organization.by-order', { number: each.substitution.orderNumber })}
                        {each.substitution.permits &&
                          ` · ${t('organization.chosen-rights', { count: each.substitution.permits.length })}`}
                      </Text>
                    ) : (
                      '–'
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Group gap="xs" justify="flex-end" wrap="nowrap">
                      {open && can.substitute && !each.substitution && (
                        <Button size="compact-xs" onClick={() => setSubstituting(each)}>
                          {t('organization.order-substitution')}
                        </Button>
                      )}
                      {open && can.substitute && each.substitution && (
                        <Button
                          size="compact-xs"
                          variant="default"
                          onClick={() =>
                            askOnce({
                              title: t('organization.revoke-substitution'),
                              consequence: t('organization.revoke-consequence'),
                              label: t('organization.revoke-substitution'),
                              run: () => revoke.act({ params: { id: each.substitution?.id ?? '' } }),
                            })
                          }
                        >
                          {t('organization.revoke-substitution')}
                        </Button>
                      )}
                      {open && (can.substitute || each.employee.id === employee.id) && (
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() =>
                            askOnce({
                              title: t('organization.cancel-absence'),
                              consequence: t('organization.cancel-consequence'),
                              label: t('organization.cancel-absence'),
                              run: () => cancel.act({ params: { id: each.id } }),
                            })
                          }
                        >
                          {t('organization.cancel-absence')}
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Modal
        opened={substituting !== null}
        onClose={() => setSubstituting(null)}
        title={t('organization.order-substitution')}
        size="lg"
      >
        {substituting && <SubstitutionForm absence={substituting} onDone={() => setSubstituting(null)} />}
      </Modal>
    </>
  );
}

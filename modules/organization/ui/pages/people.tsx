import { Table } from '@mantine/core';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { listEmployees } from '../../endpoints-people.ts';
import { organizationTexts } from '../../texts.ts';
import { EmployeeForm } from '../parts/employee-form.tsx';
import { FindOrAdd } from '../parts/find-or-add.tsx';

/** Who works here, as what and under whom. */
export default function PeoplePage() {
  const t = useText(organizationTexts);
  const format = useFormat();
  const [q, setQ] = useAddressState('q', '');
  const read = useRead(listEmployees, { query: { ...(q && { q }) } }, { keep: true });
  return (
    <Page
      title={t('organization.people')}
      actions={
        <FindOrAdd
          q={q}
          onFind={setQ}
          label={t('organization.add-employee')}
          form={(close) => <EmployeeForm onDone={close} />}
        />
      }
    >
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : read.data.items.length === 0 ? (
        <EmptyState title={t('organization.nobody')} hint={t('organization.nobody-hint')} />
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing={6} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('organization.name')}</Table.Th>
                <Table.Th>{t('organization.position')}</Table.Th>
                <Table.Th>{t('organization.department')}</Table.Th>
                <Table.Th>{t('organization.reports-to')}</Table.Th>
                <Table.Th>{t('organization.email')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.data.items.map((each) => (
                <Table.Tr key={each.id}>
                  <Table.Td>
                    <Go to={`/people/${each.id}`}>{each.name}</Go>
                  </Table.Td>
                  <Table.Td>{each.positions.join(', ')}</Table.Td>
                  <Table.Td>{each.department}</Table.Td>
                  <Table.Td>
                    {each.superior && <Go to={`/people/${each.superior.id}`}>{each.superior.name}</Go>}
                  </Table.Td>
                  <Table.Td>{each.email}</Table.Td>
                  <Table.Td>
                    {each.absentUntil && (
                      <StatusBadge
                        tone="warning"
                        label={t('organization.absent-until', { day: format.date(each.absentUntil) })}
                      />
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Page>
  );
}

import { NumberInput, Select, Table, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { addPosition, listDepartments, listPositions } from '../../endpoints-staffing.ts';
import { organizationTexts } from '../../texts.ts';
import { FindOrAdd } from '../parts/find-or-add.tsx';

/** The staffing list: positions, their places and who holds them. */
export default function PositionsPage() {
  const t = useText(organizationTexts);
  const [q, setQ] = useAddressState('q', '');
  const read = useRead(listPositions, { query: { ...(q && { q }) } }, { keep: true });
  return (
    <Page
      title={t('organization.staffing')}
      actions={
        <FindOrAdd
          q={q}
          onFind={setQ}
          label={t('organization.add-position')}
          form={(close) => <PositionForm onDone={close} />}
        />
      }
    >
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : read.data.items.length === 0 ? (
        <EmptyState title={t('organization.no-positions')} hint={t('organization.no-positions-hint')} />
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing={6} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('organization.position')}</Table.Th>
                <Table.Th>{t('organization.also-called')}</Table.Th>
                <Table.Th>{t('organization.department')}</Table.Th>
                <Table.Th ta="right">{t('organization.places')}</Table.Th>
                <Table.Th>{t('organization.holders')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.data.items.map((each) => (
                <Table.Tr key={each.id}>
                  <Table.Td>{each.title}</Table.Td>
                  <Table.Td>{each.synonyms.join(', ')}</Table.Td>
                  <Table.Td>{each.department}</Table.Td>
                  <Table.Td ta="right">
                    {each.holders.length} / {each.headcount}
                  </Table.Td>
                  <Table.Td>
                    {each.holders.map((holder, index) => (
                      <span key={holder.id}>
                        {index > 0 && ', '}
                        <Go to={`/people/${holder.id}`}>{holder.name}</Go>
                      </span>
                    ))}
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

function PositionForm({ onDone }: { onDone: () => void }) {
  const t = useText(organizationTexts);
  const departments = useRead(listDepartments, {});
  const form = useForm({
    initialValues: { title: '', departmentId: null as string | null, headcount: 1 as number | string },
  });
  const add = useAct(addPosition, { invalidates: ['organization', 'mandates'], onDone });
  return (
    <FormFrame
      form={form}
      act={add}
      label={t('organization.add')}
      onCancel={onDone}
      send={({ title, departmentId, headcount }) =>
        add.act({ body: { title, departmentId: departmentId ?? '', headcount: Number(headcount) } })
      }
    >
      <TextInput label={t('organization.position')} required data-autofocus {...form.getInputProps('title')} />
      <Select
        label={t('organization.department')}
        required
        data={(departments.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
        {...form.getInputProps('departmentId')}
      />
      <NumberInput label={t('organization.places')} min={1} max={10000} {...form.getInputProps('headcount')} />
    </FormFrame>
  );
}

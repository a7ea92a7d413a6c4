import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAddressState, useGo } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import { listAppraisals, openAppraisal } from '../../endpoints-appraisals.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';

const tones: Readonly<Record<string, Tone>> = { open: 'info', 'signed-by-head': 'warning', closed: 'good' };

/** Appraisals within sight; heads open new ones. */
export default function AppraisalsPage() {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const [opening, setOpening] = useAddressState('new', '');
  const read = useRead(listAppraisals, { query: {} });
  const may = (read.data?.appraisable.length ?? 0) > 0;
  useKeys(may ? [{ keys: 'n', label: t('mandates.open-appraisal'), run: () => setOpening('1') }] : []);
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items, appraisable } = read.data;
  return (
    <Page
      title={t('mandates.appraisals')}
      actions={may && <Button onClick={() => setOpening('1')}>{t('mandates.open-appraisal')}</Button>}
    >
      {items.length === 0 ? (
        <EmptyState title={t('mandates.no-appraisals')} hint={t('mandates.no-appraisals-hint')} />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {(['employee', 'month', 'state', 'overall', 'rating', 'head'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`mandates.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <tr key={each.id}>
                  <td>
                    <Go to={`/appraisals/${each.id}`}>{each.employee.name}</Go>
                  </td>
                  <td>{each.month}</td>
                  <td>
                    <StatusBadge
                      tone={tones[each.state] ?? 'neutral'}
                      label={t(`mandates.appraisal-state.${each.state}` as 'mandates.appraisal-state.open')}
                    />
                  </td>
                  <td className="number">{each.overall !== null && format.rate(each.overall)}</td>
                  <td className="number">{each.headRating}</td>
                  <td>{each.head?.name}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Modal opened={opening !== '' && may} onClose={() => setOpening('')} title={t('mandates.open-appraisal')}>
        <OpenForm people={appraisable} onCancel={() => setOpening('')} />
      </Modal>
    </Page>
  );
}

function OpenForm({ people, onCancel }: { people: readonly { id: string; name: string }[]; onCancel: () => void }) {
  const t = useText(mandatesScreenTexts);
  const go = useGo();
  const { today } = useMe();
  const form = useForm({ initialValues: { employeeId: null as string | null, month: today.slice(0, 7) } });
  const open = useAct(openAppraisal, { invalidates: ['mandates'], onDone: ({ id }) => go(`/appraisals/${id}`) });
  return (
    <FormFrame
      form={form}
      act={open}
      label={t('mandates.begin')}
      onCancel={onCancel}
      send={({ employeeId, month }) => open.act({ body: { employeeId: employeeId ?? '', month } })}
    >
      <Select
        label={t('mandates.column.employee')}
        required
        searchable
        data-autofocus
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('employeeId')}
      />
      <TextInput type="month" label={t('mandates.column.month')} required {...form.getInputProps('month')} />
    </FormFrame>
  );
}

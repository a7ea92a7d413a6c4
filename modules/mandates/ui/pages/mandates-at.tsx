import { Select } from '@mantine/core';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { DateField } from '#platform/web/form/date-field.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { ScrollBox } from '#platform/web/scroll-box.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import { mandatesAt } from '../../endpoints-work.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import classes from '../desk.module.css';
import { useUnits } from '../parts/printed.ts';

/** Who could decide what on a day, and by which clause. */
export default function MandatesAtPage() {
  const t = useText(mandatesScreenTexts);
  const say = useSay();
  const format = useFormat();
  const print = useUnits();
  const { today } = useMe();
  const [date, setDate] = useAddressState('date', today);
  const [permit, setPermit] = useAddressState('permit', '');
  const [employee, setEmployee] = useAddressState('employee', '');
  const read = useRead(mandatesAt, { query: { date } }, { keep: true });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const all = read.data.items;
  const permits = new Map(all.map((each) => [each.permit, each.permitName]));
  const people = new Map(all.map((each) => [each.employee.id, each.employee.name]));
  const items = all.filter(
    (each) => (permit === '' || each.permit === permit) && (employee === '' || each.employee.id === employee),
  );
  const options = (map: Map<string, string>) =>
    [...map].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Page
      title={t('mandates.who-could')}
      actions={
        <>
          <DateField
            aria-label={t('mandates.on-day')}
            value={date}
            required
            onChange={(day) => setDate(day ?? today)}
          />
          <Select
            aria-label={t('mandates.column.permit')}
            placeholder={t('mandates.column.permit')}
            clearable
            searchable
            value={permit || null}
            onChange={(next) => setPermit(next ?? '')}
            data={options(permits)}
          />
          <Select
            aria-label={t('mandates.column.employee')}
            placeholder={t('mandates.column.employee')}
            clearable
            searchable
            value={employee || null}
            onChange={(next) => setEmployee(next ?? '')}
            data={options(people)}
          />
        </>
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t('mandates.nobody-could')} />
      ) : (
        <ScrollBox label={t('mandates.who-could')}>
          <table className={classes.table}>
            <thead>
              <tr>
                {(['permit', 'employee', 'limit', 'scope', 'clause', 'days'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`mandates.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((each, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: grants have no identity of their own
                <tr key={index}>
                  <td>{each.permitName}</td>
                  <td>
                    {each.employee.name}
                    {each.onBehalfOf && <div>{t('mandates.for', { name: each.onBehalfOf.name })}</div>}
                  </td>
                  <td className="numerals">
                    {Object.entries(each.limits)
                      .map(
                        ([dimension, limit]) =>
                          `${say(`limit.${each.permit}.${dimension}`, undefined, say(`limit.${dimension}`, undefined, dimension))}: ${print(limit, each.units[dimension] ?? null)}`,
                      )
                      .join(', ')}
                  </td>
                  <td>{t(`mandates.scope.${each.scope}`)}</td>
                  <td>
                    {[each.clauseNumber, each.position].filter(Boolean).join(' · ') || t('mandates.without-clause')}
                  </td>
                  <td>{[each.from, each.to].map((day) => (day ? format.date(day) : '')).join(' – ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Page>
  );
}

import { Alert, Button, Table } from '@mantine/core';
import { useState } from 'react';
import { askOnce } from '#platform/web/ask-once.tsx';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { payroll, settlePay } from '../../endpoints-pay.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { MonthSwitch, monthName, useMonth } from '../parts/months.tsx';
import classes from '../plans.module.css';

/** Whose pay is settled for a month, and whose waits? */
export default function PayrollPage() {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  const [month, goMonth] = useMonth();
  const [busy, setBusy] = useState(false);
  const read = useRead(payroll, { params: { month } }, { keep: true });
  const settle = useAct(settlePay, { invalidates: ['plans'] });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items, currency, over, total, minimumWage } = read.data;
  const open = items.filter(({ can }) => can.settle);
  /** One after the other: each is an act of its own, and what was settled stays when a later one is refused. */
  const settleAll = async (ids: readonly string[]) => {
    setBusy(true);
    try {
      for (const id of ids) await settle.actAndWait({ params: { id, month } });
      notify('good', t('payroll.done', { count: ids.length }));
    } catch {
      // The refusal stands above the table.
    } finally {
      setBusy(false);
    }
  };
  const ask = (ids: readonly string[], title: string) =>
    askOnce({
      title,
      consequence: t('payroll.consequence'),
      label: t('pay.settle'),
      danger: false,
      run: () => void settleAll(ids),
    });
  return (
    <Page
      title={t('payroll.title')}
      subtitle={[
        monthName(month),
        over ? t('payroll.total', { total: format.money(total, currency) }) : t('payroll.not-over'),
        ...(minimumWage === null ? [] : [t('payroll.minimum', { amount: format.money(minimumWage, currency) })]),
      ].join(' · ')}
      actions={
        <>
          {open.length > 1 && (
            <Button
              loading={busy}
              onClick={() =>
                ask(
                  open.map(({ employee }) => employee.id),
                  t('payroll.settle-all', { count: open.length }),
                )
              }
            >
              {t('payroll.settle-all', { count: open.length })}
            </Button>
          )}
          <MonthSwitch month={month} onChange={goMonth} />
        </>
      }
    >
      <RefusalBanner problem={settle.problem} />
      {minimumWage === null && (
        <Alert color="yellow" variant="light" mb="md">
          {t('payroll.no-minimum')}{' '}
          <Go to="/settings/choices/plans.minimum-wage" underline="always">
            {t('payroll.set-minimum')}
          </Go>
        </Alert>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('payroll.empty')} hint={t('payroll.empty-hint')} />
      ) : (
        <div className={classes.table}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('team.employee')}</Table.Th>
                <Table.Th>{t('payroll.state')}</Table.Th>
                <Table.Th className="number">{t('plans.amount')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ employee, position, clauses, total: paid, toppedUp, left, settledAt, can }) => (
                <Table.Tr key={employee.id}>
                  <Table.Td>
                    <Go to={`/pay/employees/${employee.id}/${month}`}>{employee.name}</Go>
                    <div className={classes.explained}>{left ? t('payroll.left') : position}</div>
                  </Table.Td>
                  <Table.Td>
                    {settledAt ? (
                      <StatusBadge tone="good" label={t('payroll.settled', { when: format.date(settledAt) })} />
                    ) : (
                      <StatusBadge
                        tone={clauses > 0 || left ? 'warning' : 'neutral'}
                        label={t(clauses > 0 || left ? 'payroll.open' : 'payroll.no-clause')}
                      />
                    )}
                    {toppedUp !== null && toppedUp > 0 && (
                      <div className={classes.explained}>
                        {t('payroll.topped-up', { amount: format.money(toppedUp, currency) })}
                      </div>
                    )}
                  </Table.Td>
                  <Table.Td className="number">{paid === null ? '—' : format.money(paid, currency)}</Table.Td>
                  <Table.Td ta="right">
                    {can.settle && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={busy}
                        aria-label={`${t('pay.settle')}: ${employee.name}`}
                        onClick={() =>
                          ask([employee.id], t('pay.settle-for', { name: employee.name, month: monthName(month) }))
                        }
                      >
                        {t('pay.settle')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Page>
  );
}

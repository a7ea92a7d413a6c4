import { Alert, Button, Group, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useGo, usePathParam, useSearch } from '#platform/web/address.ts';
import { askOnce } from '#platform/web/ask-once.tsx';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { download } from '#platform/web/call.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useMe } from '#platform/web/me.ts';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { asProblem } from '#platform/web/problem.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { employeePay, payInPdf, payInWord, settlePay } from '../../endpoints-pay.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import { MonthSwitch, monthName } from '../parts/months.tsx';
import { type Pay, PayLines } from '../parts/pay-lines.tsx';
import { OrdersCounted, Received } from '../parts/received.tsx';
import { WhatIf } from '../parts/what-if.tsx';

/** What am I paid for this month, and why exactly so much? */
export default function PayPage() {
  const t = useText(plansScreenTexts);
  const me = useMe();
  const go = useGo();
  const [search] = useSearch();
  const employee = usePathParam('id') || me.employee.id;
  const month = usePathParam('month') || me.today.slice(0, 7);
  const own = employee === me.employee.id;
  const read = useRead(employeePay, { params: { id: employee, month } }, { keep: true });
  if (!read.data) return <Awaiting read={read} />;
  const pay = read.data;
  return (
    <Page
      title={own ? t('pay.title') : t('pay.of', { name: pay.employee.name })}
      subtitle={monthName(month)}
      actions={
        <Group gap="xs">
          <State pay={pay} />
          <Print pay={pay} />
          {pay.can.settle && <Settle pay={pay} />}
          <MonthSwitch
            month={month}
            onChange={(next) => go(own ? `/pay/${next}` : `/pay/employees/${employee}/${next}`)}
          />
        </Group>
      }
    >
      {pay.lines.length === 0 ? (
        <EmptyState title={t('pay.empty')} hint={t('pay.empty-hint')} />
      ) : (
        <>
          {pay.state === 'draft' && (
            <Alert variant="light" mb="md">
              {t('pay.draft-hint')}
            </Alert>
          )}
          <PayLines pay={pay} />
          <WhatIf pay={pay} />
          {search.records === 'paid' && <Received employee={employee} month={month} />}
          {search.records === 'orders' && <OrdersCounted employee={employee} month={month} />}
        </>
      )}
    </Page>
  );
}

function State({ pay }: { pay: Pay }) {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  if (pay.state === 'draft') return <StatusBadge tone="neutral" label={t('pay.draft')} />;
  const when = pay.settledAt ? format.dateTime(pay.settledAt) : '';
  return <StatusBadge tone="good" label={t('pay.settled', { name: pay.settledBy?.name ?? '', when })} />;
}

function Print({ pay }: { pay: Pay }) {
  const t = useText(plansScreenTexts);
  const params = { id: pay.employee.id, month: pay.month };
  const get = (file: Promise<void>) => file.catch((error: unknown) => notify('bad', asProblem(error).document.detail));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} />} disabled={pay.lines.length === 0}>
          {t('pay.print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => get(download(payInPdf, { params }))}>PDF</Menu.Item>
        <Menu.Item onClick={() => get(download(payInWord, { params }))}>Word</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Settle({ pay }: { pay: Pay }) {
  const t = useText(plansScreenTexts);
  const format = useFormat();
  const settle = useAct(settlePay, {
    invalidates: ['plans'],
    onDone: ({ total }) => notify('good', t('pay.settled-now', { total: format.money(total, pay.currency) })),
  });
  const ask = () =>
    askOnce({
      title: t('pay.settle-for', { name: pay.employee.name, month: monthName(pay.month) }),
      consequence: t('pay.settle-consequence', { total: format.money(pay.total, pay.currency) }),
      label: t('pay.settle'),
      danger: false,
      run: () => settle.act({ params: { id: pay.employee.id, month: pay.month } }),
    });
  return (
    <>
      <Button loading={settle.isPending} onClick={ask}>
        {t('pay.settle')}
      </Button>
      <RefusalBanner problem={settle.problem} />
    </>
  );
}

import { answer, type Route } from '#platform/http/route.ts';
import { actingEmployee } from '#platform/work.ts';
import { printStatement } from '../actions/print-statement.ts';
import { readPay, readPayroll } from '../actions/read-pay.ts';
import { settlePay } from '../actions/settle-pay.ts';
import { readMonth } from '../data/calendar.ts';
import { orderRecords, receivedRecords } from '../data/pay.ts';
import { employeeInPaySight } from '../data/people.ts';
import * as at from '../endpoints-pay.ts';
import { countedOrders } from '../rules/per-order.ts';

export const payRoutes: readonly Route[] = [
  answer(at.ownPay, (w, { params }) => readPay(w, actingEmployee(w), params.month)),
  answer(at.employeePay, (w, { params }) => readPay(w, params.id, params.month)),
  answer(at.settlePay, (w, { params }) => settlePay(w, params.id, params.month)),
  answer(at.payInPdf, (w, { params }) => printStatement(w, params.id, params.month, 'pdf')),
  answer(at.payInWord, (w, { params }) => printStatement(w, params.id, params.month, 'word')),
  answer(at.payroll, (w, { params }) => readPayroll(w, params.month)),
  answer(at.receivedRecords, async (w, { params }) => {
    await employeeInPaySight(w, params.id);
    return { currency: w.company.currency, items: await receivedRecords(w, params.id, readMonth(w, params.month)) };
  }),
  answer(at.orderRecords, async (w, { params, query }) => {
    await employeeInPaySight(w, params.id);
    const orders = await orderRecords(w, params.id, query.base, readMonth(w, params.month));
    const items = countedOrders(orders, { least: query.least ?? 0, onlyNew: query.only === 'new' });
    return { currency: w.company.currency, items: items.map(({ worth: _, first: __, ...record }) => record) };
  }),
];

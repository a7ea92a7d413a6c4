import { markedData, shown } from '#platform/declare/marked-data.ts';
import { payStatement } from './documents/pay-statement.ts';
import { employeePay, payInPdf, payInWord, payroll, receivedRecords } from './endpoints-pay.ts';

type OfOne = { readonly input: { readonly params: { readonly id: string } }; readonly reader: string };
const others = ({ input, reader }: OfOne) => (input.params.id === reader ? [] : [input.params.id]);

/** The pay of others. One’s own is nobody’s business. */
export const plansMarked = [
  markedData({
    key: 'plans.pay',
    of: 'organization.employees',
    shownBy: [
      shown(employeePay, 'card', others),
      shown(receivedRecords, 'card', others),
      shown(payInPdf, 'print', others),
      shown(payInWord, 'print', others),
      shown(payroll, 'list', ({ reply, reader }) =>
        reply.items.map(({ employee }) => employee.id).filter((id) => id !== reader),
      ),
    ],
    documents: [payStatement.kind],
  }),
];

import { lineAmount } from '#kernel/money.ts';
import { companyOnPaper, issueOnce } from '#platform/documents/issue.ts';
import { sentence } from '#platform/sentence.ts';
import { mayI, requirePermit, type Work } from '#platform/work.ts';
import { orderOnPaper } from '../data/confirmation.ts';
import { productNames } from '../data/order-card.ts';
import { type LineRow, linesOf } from '../data/order-lines.ts';
import { lockOrder, type OrderRow } from '../data/orders.ts';
import { orderConfirmation } from '../documents/order-confirmation.ts';
import { refuse } from '../refusals.ts';

/**
 * Issues the confirmation of an order in the client's language, once: asked again, the same issue is given. Nothing is
 * printed before the decision, since nothing else may leave the company with the order's number on it.
 * @throws Refused `orders.unknown-order`, `orders.not-confirmed`.
 */
export async function printConfirmation(w: Work, id: string): Promise<{ id: string; number: string }> {
  const order = (await lockOrder(w, id)) ?? refuse('orders.unknown-order');
  const facts = { keeperId: order.keeper_id };
  if (mayI(w, 'orders.enter', facts).kind !== 'allowed') await requirePermit(w, 'orders.take', facts);
  const { number } = order;
  if (number === null || order.state === 'cancelled') return refuse('orders.not-confirmed');
  const paper = await orderOnPaper(w, id);
  const language = paper.client.language;
  const lines = await linesOf(w, id);
  const [company, products] = await Promise.all([
    companyOnPaper(w),
    productNames(
      w,
      lines.map((line) => line.product_id),
    ),
  ]);
  const made = await issueOnce(w, orderConfirmation, {
    subject: { kind: 'order', id },
    permit: 'orders.read',
    keeperId: order.keeper_id,
    language,
    number,
    data: {
      company,
      client: { name: paper.client.name, address: paper.client.address, registration: paper.client.registration },
      ...sums(lines),
      ...particulars(order, number),
      paymentTerms: sentence(w.registry, language, 'orders.payment-terms', { days: order.payment_days }),
      lines: lines.map((line) => ({ ...printed(line), ...named(products.get(line.product_id)) })),
      manager: {
        person: { name: paper.manager.name, position: paper.manager.position },
        contacts: paper.manager.contacts,
        signed: null,
      },
    },
  });
  return { id: made.id, number: made.number };
}

function sums(lines: readonly LineRow[]) {
  const gross = lines.reduce((so, line) => so + lineAmount(line.quantity, line.unit_price, 0), 0);
  return { gross, tax: null, total: lines.reduce((so, line) => so + line.amount, 0) };
}

function particulars(order: OrderRow, number: string) {
  const { ordered_on: date, currency, client_reference: clientReference, wanted_on: deliverBy, note } = order;
  return { number, date, currency, clientReference, contract: '', deliverBy, deliverTo: '', note };
}

function printed(line: LineRow) {
  return { quantity: line.quantity, price: line.unit_price, discount: line.discount_bp, amount: line.amount };
}

function named(product: { code: string; name: string; unit: string } | undefined) {
  return { code: product?.code ?? '', product: product?.name ?? '—', unit: product?.unit ?? '' };
}

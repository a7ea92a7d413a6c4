import Type, { type Static } from 'typebox';
import { amountInWords } from '#platform/documents/amount-in-words.ts';
import { companyView, signedView } from '#platform/documents/blocks.ts';
import { defineDocument } from '#platform/documents/document.ts';
import { Company, Day, nullable, Person, Signature } from '#platform/documents/shapes.ts';
import type { Wording } from '#platform/documents/wording.ts';
import { sampleOrderConfirmation } from './order-confirmation.sample.ts';
import { orderConfirmationTexts } from './order-confirmation.texts.ts';
import { wordOfOrderConfirmation } from './order-confirmation.word.ts';

const minor = (description: string) => Type.Integer({ description: `${description}, minor units.` });

const Line = Type.Object({
  code: Type.String(),
  product: Type.String({ minLength: 1 }),
  quantity: Type.Number({ description: 'At most three decimals.' }),
  unit: Type.String(),
  price: minor('Before the discount'),
  discount: Type.Integer({ description: 'Basis points.' }),
  amount: minor('Of the line, after the discount'),
});

const Data = Type.Object({
  company: Company,
  client: Type.Object({ name: Type.String({ minLength: 1 }), address: Type.String(), registration: Type.String() }),
  number: Type.String({ minLength: 1 }),
  date: Day,
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  clientReference: Type.String(),
  contract: Type.String({ description: 'Number and date as one line.' }),
  deliverBy: nullable(Day),
  deliverTo: Type.String(),
  paymentTerms: Type.String(),
  lines: Type.Array(Line, { minItems: 1 }),
  gross: minor('All lines before discounts'),
  tax: nullable(
    Type.Object({
      rate: Type.Integer({ description: 'Basis points.' }),
      amount: minor('The tax'),
      included: Type.Boolean(),
    }),
  ),
  total: minor('To be paid'),
  note: Type.String(),
  manager: Type.Object({ person: Person, contacts: Type.String(), signed: nullable(Signature) }),
});
export type OrderConfirmationData = Static<typeof Data>;
type Say = Wording<keyof typeof orderConfirmationTexts>;

/** What the client is told when an order is confirmed: lines, discount, total, and when it comes. */
export const orderConfirmation = defineDocument({
  kind: 'order-confirmation',
  version: 1,
  data: Data,
  texts: orderConfirmationTexts,
  template: new URL('./order-confirmation.typ', import.meta.url),
  sample: sampleOrderConfirmation,
  view: viewOfConfirmation,
  word: wordOfOrderConfirmation,
});

export type OrderConfirmationView = ReturnType<typeof viewOfConfirmation>;

function viewOfConfirmation(data: OrderConfirmationData, say: Say) {
  const { company, client, number, currency, lines, manager } = data;
  const date = say.day(data.date);
  return {
    title: say.text('file-title', { number, client: client.name }),
    heading: say.text('title'),
    foot: say.text('foot', { number, date }),
    date: data.date,
    company: companyView(company),
    dated: date,
    number: say.text('number', { number }),
    particulars: [
      [say.text('client'), [client.name, client.address, client.registration].filter((each) => each !== '').join(', ')],
      [say.text('client-reference'), data.clientReference],
      [say.text('contract'), data.contract],
      [say.text('deliver'), data.deliverBy === null ? '' : say.text('deliver-by', { date: say.day(data.deliverBy) })],
      [say.text('deliver-to'), data.deliverTo],
      [say.text('payment'), data.paymentTerms],
      [say.text('manager'), [manager.person.name, manager.contacts].filter((each) => each !== '').join(', ')],
    ] satisfies [string, string][],
    amountHead: say.text('amount', { currency }),
    discounted: lines.some((line) => line.discount !== 0),
    lines: lines.map((line) => ({
      code: line.code,
      product: line.product,
      quantity: say.quantity(line.quantity),
      unit: line.unit,
      price: say.amount(line.price, currency),
      discount: line.discount === 0 ? '' : say.rate(line.discount),
      amount: say.amount(line.amount, currency),
    })),
    sums: sums(data, say),
    summary: `${say.text('lines-count', { count: lines.length })} ${say.text('in-words', {
      words: amountInWords(data.total, currency, say.language),
    })}`,
    note: data.note,
    signer: signedView(manager, company.timeZone, say),
  };
}

type Sum = { readonly label: string; readonly amount: string; readonly strong: boolean };

/** The rows under the lines. @throws TypeError when gross, discount, tax and total do not go together. */
function sums({ lines, gross, tax, total, currency }: OrderConfirmationData, say: Say): Sum[] {
  const net = lines.reduce((so, line) => so + line.amount, 0);
  const added = tax && !tax.included ? tax.amount : 0;
  if (net + added !== total) {
    throw new TypeError(`data of order-confirmation: the lines make ${net + added}, the total says ${total}`);
  }
  const row = (label: string, amount: number, strong = false) => ({
    label,
    amount: say.amount(amount, currency),
    strong,
  });
  const taxRow = tax && row(say.text(tax.included ? 'tax-included' : 'tax', { rate: say.rate(tax.rate) }), tax.amount);
  return [
    ...(gross === net ? [] : [row(say.text('gross'), gross), row(say.text('saved'), net - gross)]),
    ...(taxRow && !tax.included ? [taxRow] : []),
    row(say.text('total'), total, true),
    ...(taxRow && tax.included ? [taxRow] : []),
  ];
}

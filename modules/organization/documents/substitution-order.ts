import Type, { type Static } from 'typebox';
import { companyView, signedView } from '#platform/documents/blocks.ts';
import { defineDocument } from '#platform/documents/document.ts';
import { Company, Day, Days, nullable, Person, Signature } from '#platform/documents/shapes.ts';
import type { Wording } from '#platform/documents/wording.ts';
import { sampleSubstitutionOrder } from './substitution-order.sample.ts';
import { substitutionOrderTexts } from './substitution-order.texts.ts';
import { wordOfSubstitutionOrder } from './substitution-order.word.ts';

const Data = Type.Object({
  company: Company,
  number: Type.String({ minLength: 1 }),
  date: Day,
  place: nullable(Type.String({ description: 'Where the order is issued, e.g. the town.' })),
  absent: Person,
  substitute: Person,
  absence: Type.Union([
    Type.Literal('vacation'),
    Type.Literal('sickness'),
    Type.Literal('business-trip'),
    Type.Literal('other'),
  ]),
  days: Days,
  clients: Type.Array(Type.Object({ name: Type.String(), place: Type.String(), note: Type.String() })),
  /** Null: the whole mandate passes. */
  rights: nullable(
    Type.Array(Type.Object({ clause: Type.String(), text: Type.String(), limit: nullable(Type.String()) })),
  ),
  basis: nullable(Type.String({ description: 'E.g. the application for leave, with its date.' })),
  signedBy: Type.Object({ person: Person, signed: nullable(Signature) }),
  acquainted: Type.Array(Type.Object({ person: Person, signed: nullable(Signature) })),
});
export type SubstitutionOrderData = Static<typeof Data>;
type Say = Wording<keyof typeof substitutionOrderTexts>;

/** The order by which clients, duties and rights of an absent employee pass to another for a period. */
export const substitutionOrder = defineDocument({
  kind: 'substitution-order',
  version: 1,
  data: Data,
  texts: substitutionOrderTexts,
  template: new URL('./substitution-order.typ', import.meta.url),
  sample: sampleSubstitutionOrder,
  view: viewOfOrder,
  word: wordOfSubstitutionOrder,
});

export type SubstitutionOrderView = ReturnType<typeof viewOfOrder>;

function viewOfOrder(data: SubstitutionOrderData, say: Say) {
  const { company, number, absent, clients, rights } = data;
  const date = say.day(data.date);
  return {
    title: say.text('file-title', { number, name: absent.name }),
    heading: say.text('title'),
    foot: say.text('foot', { date, number }),
    date: data.date,
    company: companyView(company),
    dated: date,
    place: data.place ?? '',
    number: say.text('number', { number }),
    subject: say.text('subject'),
    preamble: say.text('preamble', { because: say.text(`because-${data.absence}`), ...absent, ...bounds(data, say) }),
    items: items(data, say).map((text, index) => ({ number: `${index + 1}.`, text })),
    basis: data.basis === null ? null : say.text('basis', { basis: data.basis }),
    signer: signedView(data.signedBy, company.timeZone, say),
    acquainted: data.acquainted.map((each) => signedView(each, company.timeZone, say)),
    annexTo: say.text('annex-to', { date, number }),
    clientsAnnex: clients.length === 0 ? null : { label: say.text('annex', { annex: 1 }), rows: clients },
    rightsAnnex: rights === null ? null : { label: say.text('annex', { annex: rightsNumber(data) }), rows: rights },
  };
}

function items(data: SubstitutionOrderData, say: Say): string[] {
  return [
    say.text('item-appoint', { ...data.substitute, ...bounds(data, say) }),
    ...(data.clients.length === 0 ? [] : [say.text('item-clients', { count: data.clients.length })]),
    data.rights === null ? say.text('item-all-rights') : say.text('item-rights', { annex: rightsNumber(data) }),
    say.text('item-return'),
    say.text('item-notice'),
    say.text('item-control'),
  ];
}

function rightsNumber({ clients }: SubstitutionOrderData): number {
  return clients.length === 0 ? 1 : 2;
}

/** The first and the last day of the period. */
function bounds({ days }: SubstitutionOrderData, say: Say) {
  const last = Temporal.PlainDate.from(days.to).subtract({ days: 1 }).toString();
  return { first: say.day(days.from), last: say.day(last) };
}

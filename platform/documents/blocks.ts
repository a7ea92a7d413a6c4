import Type, { type Static } from 'typebox';
import { type Company, Day, Person, type Signature } from './shapes.ts';
import type { Wording } from './wording.ts';

/** How a paper was approved: by an order with its number, or by the stamp "I approve". */
export const Approval = Type.Object({
  kind: Type.Union([Type.Literal('order'), Type.Literal('stamp')]),
  number: Type.Union([Type.String(), Type.Null()]),
  on: Day,
  by: Person,
});
export type Approval = Static<typeof Approval>;

export type CompanyView = { readonly name: string; readonly address: string; readonly registration: string };
export type ApprovalView = {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly signer: string | null;
  readonly date: string | null;
};
/** Someone who signs: how they did (`stamp`), and when (`on`); null while they have not. */
export type Signed = {
  readonly name: string;
  readonly position: string;
  readonly stamp: string | null;
  readonly on: string | null;
};

export function companyView({ name, address, registration }: Company): CompanyView {
  return { name, address, registration };
}

/** The block of the upper right corner: reference to the order, or position, place to sign, name and date. */
export function approvalView(approval: Approval | null, company: string, say: Wording<never>): ApprovalView | null {
  if (approval === null) return null;
  const date = say.day(approval.on);
  if (approval.kind === 'order') {
    const lines = [say.text('by-order', { company }), say.text('dated', { date, number: approval.number ?? '' })];
    return { heading: say.text('approved-by-order'), lines, signer: null, date: null };
  }
  return { heading: say.text('approve'), lines: [approval.by.position], signer: approval.by.name, date };
}

/** A signature in words; the moment is shown in the zone's time. */
export function signedView(
  each: { readonly person: Person; readonly signed: Signature | null },
  timeZone: string,
  say: Wording<never>,
): Signed {
  const { person, signed } = each;
  if (signed === null) return { ...person, stamp: null, on: null };
  const { accessGiven } = signed;
  const given = accessGiven
    ? `; ${say.text('access-given', { by: accessGiven.by, day: say.moment(accessGiven.at, timeZone) })}`
    : '';
  return { ...person, stamp: say.text(`signed-${signed.method}`) + given, on: say.moment(signed.at, timeZone) };
}

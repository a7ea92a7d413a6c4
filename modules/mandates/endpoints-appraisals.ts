import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { AgreedAction } from './endpoints-actions.ts';
import { ById, closed, FactsLine, Id, May, Named, Nullable, OutsideFacts, Revised } from './shapes.ts';

const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
const Rating = Nullable(Type.Integer({ minimum: 1, maximum: 5 }));
const ClauseRatings = Type.Array(Type.Object({ clauseId: Id, rating: Rating }, closed), { maxItems: 500 });
/** Who gave the signer access in the thirty days before the signature. */
const AccessGiven = Nullable(Type.Object({ by: Type.String(), at: Type.String() }));
const Remarks = Type.String({ maxLength: 10_000 });
export const listAppraisals = endpoint({
  id: 'mandates.appraisals',
  method: 'GET',
  path: '/appraisals',
  permit: 'mandates.own',
  summary: 'Appraisals within one’s sight, and whom one could appraise',
  query: Type.Object({ employee: Type.Optional(Id), month: Type.Optional(Month) }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        employee: Named,
        month: Type.String(),
        state: Type.String(),
        overall: Nullable(Type.Integer()),
        head: Nullable(Named),
        headRating: Rating,
      }),
    ),
    appraisable: Type.Array(Named),
  }),
});

export const openAppraisal = endpoint({
  id: 'mandates.open-appraisal',
  method: 'POST',
  path: '/appraisals',
  permit: 'mandates.appraise',
  summary: 'Open the appraisal of an employee for a month',
  body: Type.Object({ employeeId: Id, month: Month }, closed),
  reply: Revised,
  status: 201,
});

export const readAppraisal = endpoint({
  id: 'mandates.appraisal',
  method: 'GET',
  path: '/appraisals/:id',
  permit: 'mandates.own',
  summary: 'An appraisal clause by clause with its evidence; live until the head has signed',
  params: ById,
  reply: Type.Object({
    id: Id,
    employee: Named,
    position: Type.String(),
    month: Type.String(),
    state: Type.String(),
    lines: Type.Array(FactsLine),
    outside: Nullable(OutsideFacts),
    /** The description clause by clause: duties and responsibilities, with how each side rates them. */
    clauses: Type.Array(
      Type.Object({
        clauseId: Id,
        number: Type.String(),
        section: Type.Integer(),
        text: Type.String(),
        /** What its pay rules came to, in words. */
        pay: Type.Array(Type.String()),
        /** The same in minor units; null for whoever may not know that pay. */
        payAmount: Nullable(Type.Integer()),
        employeeRating: Rating,
        headRating: Rating,
      }),
    ),
    actions: Type.Array(AgreedAction),
    overall: Nullable(Type.Integer()),
    /** Over all duties that count acts. */
    late: Type.Number(),
    missed: Type.Number(),
    employeeRemarks: Type.String(),
    employeeRating: Rating,
    headRemarks: Type.String(),
    headRating: Rating,
    /** What was agreed as one text, before actions were a list. */
    agreedActions: Type.String(),
    head: Nullable(Named),
    headSignedAt: Nullable(Type.String()),
    headAccessGiven: AccessGiven,
    employeeSignedAt: Nullable(Type.String()),
    employeeAccessGiven: AccessGiven,
    revision: Type.Integer(),
    can: Type.Object({ writeAsHead: May, writeAsEmployee: May, signAsHead: May, signAsEmployee: May }),
  }),
});

export const writeAppraisal = endpoint({
  id: 'mandates.write-appraisal',
  method: 'PATCH',
  path: '/appraisals/:id',
  permit: 'mandates.own',
  summary: 'Write one’s own part, the head or the employee: remarks, the rating of each clause, and one overall',
  params: ById,
  body: Type.Partial(
    Type.Object(
      {
        employeeRemarks: Remarks,
        employeeRating: Rating,
        headRemarks: Remarks,
        headRating: Rating,
        employeeRatings: ClauseRatings,
        headRatings: ClauseRatings,
      },
      closed,
    ),
  ),
  reply: Revised,
  ifMatch: true,
});

const Credential = Type.Object({ credential: Type.String({ minLength: 1, maxLength: 200 }) }, closed);

export const signAsHead = endpoint({
  id: 'mandates.sign-appraisal-as-head',
  method: 'POST',
  path: '/appraisals/:id/head-signature',
  permit: 'mandates.appraise',
  summary: 'Sign as the head; the figures are kept as they stand',
  params: ById,
  body: Credential,
  reply: Revised,
  ifMatch: true,
});

export const signAsEmployee = endpoint({
  id: 'mandates.sign-appraisal-as-employee',
  method: 'POST',
  path: '/appraisals/:id/employee-signature',
  permit: 'mandates.own',
  summary: 'Sign as the employee, after the head',
  params: ById,
  body: Credential,
  reply: Revised,
  ifMatch: true,
});

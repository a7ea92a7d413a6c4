import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ById, closed, Day, Id, Revised, Text } from './shapes.ts';

const version = '/job-description-versions/:id';

export const submitVersion = endpoint({
  id: 'mandates.submit',
  method: 'POST',
  path: `${version}/submission`,
  permit: 'mandates.draft',
  summary: 'Send a draft to the heads of its holders and to named reviewers',
  params: ById,
  body: Type.Object({ reviewerIds: Type.Array(Id, { maxItems: 20 }) }, closed),
  reply: Revised,
  ifMatch: true,
});

export const recallVersion = endpoint({
  id: 'mandates.recall',
  method: 'POST',
  path: `${version}/recall`,
  permit: 'mandates.draft',
  summary: 'Take a version back from review',
  params: ById,
  reply: Revised,
  ifMatch: true,
});

export const reviewVersion = endpoint({
  id: 'mandates.review',
  method: 'POST',
  path: `${version}/review`,
  permit: 'mandates.review',
  summary: 'Accept a version, or make remarks, with which it goes back to draft',
  params: ById,
  body: Type.Object(
    {
      verdict: Type.Union([Type.Literal('accepted'), Type.Literal('remarks')]),
      remarks: Type.Array(Type.Object({ clauseIdentity: Type.Optional(Id), text: Text(4000) }, closed), {
        maxItems: 100,
      }),
    },
    closed,
  ),
  reply: Revised,
  ifMatch: true,
});

export const resolveRemark = endpoint({
  id: 'mandates.resolve-remark',
  method: 'POST',
  path: '/remarks/:id/resolution',
  permit: 'mandates.draft',
  summary: 'Answer a remark: what was changed, or why nothing was',
  params: ById,
  body: Type.Object({ text: Text(4000) }, closed),
  reply: Type.Object({}),
});

export const approveVersion = endpoint({
  id: 'mandates.approve',
  method: 'POST',
  path: `${version}/approval`,
  permit: 'mandates.approve',
  summary: 'Approve a reviewed version by order or by stamp, in force from a day',
  params: ById,
  body: Type.Object(
    {
      kind: Type.Union([Type.Literal('order'), Type.Literal('stamp')]),
      number: Type.Optional(Type.String({ maxLength: 60 })),
      approvedOn: Day,
      effectiveOn: Day,
      reviewDueOn: Type.Optional(Day),
    },
    closed,
  ),
  reply: Revised,
  ifMatch: true,
});

export const revokeVersion = endpoint({
  id: 'mandates.revoke',
  method: 'POST',
  path: `${version}/revocation`,
  permit: 'mandates.approve',
  summary: 'End an approved version on a day, without another in its place',
  params: ById,
  body: Type.Object({ on: Day }, closed),
  reply: Revised,
  ifMatch: true,
});

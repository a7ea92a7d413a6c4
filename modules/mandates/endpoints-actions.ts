import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ById, closed, Day, Id, Named, Nullable, Revised, Text } from './shapes.ts';

const State = Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('called-off')]);

/** What both sides of an appraisal agreed to do. */
export const AgreedAction = Type.Object({
  id: Id,
  appraisalId: Id,
  month: Type.String(),
  employee: Named,
  text: Type.String(),
  dueOn: Type.String(),
  who: Named,
  state: State,
  late: Type.Boolean(),
  endedAt: Nullable(Type.String()),
  endedBy: Nullable(Named),
  revision: Type.Integer(),
  can: Type.Object({
    finish: Type.Boolean(),
    callOff: Type.Boolean(),
    reopen: Type.Boolean(),
    withdraw: Type.Boolean(),
  }),
});

export const openActions = endpoint({
  id: 'mandates.agreed-actions',
  method: 'GET',
  path: '/agreed-actions',
  permit: 'mandates.own',
  summary: 'What was agreed in appraisals and is mine to do; and what others are late with that I agreed with them',
  reply: Type.Object({ items: Type.Array(AgreedAction) }),
});

export const agreeAction = endpoint({
  id: 'mandates.agree-action',
  method: 'POST',
  path: '/appraisals/:id/actions',
  permit: 'mandates.appraise',
  summary: 'Agree on an action while the appraisal is open: what, until when, and which side does it',
  params: ById,
  body: Type.Object(
    { text: Text(1000), dueOn: Day, who: Type.Union([Type.Literal('employee'), Type.Literal('head')]) },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const withdrawAction = endpoint({
  id: 'mandates.withdraw-action',
  method: 'DELETE',
  path: '/agreed-actions/:id',
  permit: 'mandates.appraise',
  summary: 'Take an agreed action back while its appraisal is open',
  params: ById,
  reply: Type.Object({}),
});

export const turnAction = endpoint({
  id: 'mandates.turn-action',
  method: 'PUT',
  path: '/agreed-actions/:id/state',
  permit: 'mandates.own',
  summary: 'Say that an agreed action is done; the head may also call it off or open it again',
  params: ById,
  body: Type.Object({ state: State }, closed),
  reply: Revised,
  ifMatch: true,
});

import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import {
  ById,
  Cadence,
  Clause,
  closed,
  Fault,
  Id,
  Kind,
  May,
  Named,
  Nullable,
  Responsibility,
  Revised,
  Section,
  Settings,
  Standing,
  Text,
  Validity,
} from './shapes.ts';

const version = '/job-description-versions/:id';

export const readVersion = endpoint({
  id: 'mandates.version',
  method: 'GET',
  path: version,
  permit: 'mandates.own',
  summary:
    'A version: clauses with what they bind, reviews, remarks, signatures, and what keeps it from being submitted',
  params: ById,
  reply: Type.Object({
    id: Id,
    descriptionId: Id,
    title: Type.String(),
    positionId: Id,
    position: Type.String(),
    department: Type.String(),
    number: Type.Integer(),
    language: Type.String(),
    state: Type.String(),
    standing: Standing,
    draftedBy: Nullable(Named),
    submittedAt: Nullable(Type.String()),
    textHash: Nullable(Type.String()),
    approvalKind: Nullable(Type.String()),
    approvalNumber: Nullable(Type.String()),
    approvedOn: Nullable(Type.String()),
    approvedBy: Nullable(Named),
    approverPosition: Nullable(Type.String()),
    inForce: Nullable(Validity),
    reviewDueOn: Nullable(Type.String()),
    revision: Type.Integer(),
    clauses: Type.Array(Clause),
    reviews: Type.Array(
      Type.Object({
        reviewer: Named,
        passedFrom: Nullable(Named),
        verdict: Nullable(Type.String()),
        decidedAt: Nullable(Type.String()),
      }),
    ),
    remarks: Type.Array(
      Type.Object({
        id: Id,
        clauseIdentity: Nullable(Id),
        author: Named,
        text: Type.String(),
        madeAt: Type.String(),
        resolvedAt: Nullable(Type.String()),
        resolvedBy: Nullable(Named),
        resolution: Nullable(Type.String()),
      }),
    ),
    faults: Type.Array(Fault),
    mySignature: Nullable(Type.Object({ id: Id, signedAt: Nullable(Type.String()) })),
    previousId: Nullable(Id),
    can: Type.Object({
      edit: May,
      submit: May,
      recall: May,
      review: May,
      approve: May,
      revoke: May,
      sign: May,
      remind: May,
      issue: May,
    }),
  }),
});

const ClauseBody = {
  text: Text(10_000),
  area: Type.String({ maxLength: 200 }),
  cadence: Cadence,
  responsibility: Nullable(Responsibility),
  legalReference: Type.String({ maxLength: 500 }),
};

export const addClause = endpoint({
  id: 'mandates.add-clause',
  method: 'POST',
  path: `${version}/clauses`,
  permit: 'mandates.draft',
  summary: 'Add a clause to a draft, at the end of its section or behind another',
  params: ById,
  body: Type.Object(
    {
      section: Section,
      text: ClauseBody.text,
      area: Type.Optional(ClauseBody.area),
      cadence: Type.Optional(Cadence),
      responsibility: Type.Optional(ClauseBody.responsibility),
      legalReference: Type.Optional(ClauseBody.legalReference),
      after: Type.Optional(Id),
    },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const editClause = endpoint({
  id: 'mandates.edit-clause',
  method: 'PATCH',
  path: '/clauses/:id',
  permit: 'mandates.draft',
  summary: 'Change a clause of a draft',
  params: ById,
  body: Type.Partial(Type.Object(ClauseBody, closed)),
  reply: Revised,
  ifMatch: true,
});

export const removeClause = endpoint({
  id: 'mandates.remove-clause',
  method: 'DELETE',
  path: '/clauses/:id',
  permit: 'mandates.draft',
  summary: 'Take a clause out of a draft',
  params: ById,
  reply: Type.Object({}),
});

export const orderClauses = endpoint({
  id: 'mandates.order-clauses',
  method: 'PUT',
  path: `${version}/order`,
  permit: 'mandates.draft',
  summary: 'Put the clauses of a section into another order',
  params: ById,
  body: Type.Object({ section: Section, clauseIds: Type.Array(Id, { maxItems: 500 }) }, closed),
  reply: Type.Object({}),
});

export const addBinding = endpoint({
  id: 'mandates.add-binding',
  method: 'POST',
  path: '/clauses/:id/bindings',
  permit: 'mandates.draft',
  summary: 'Bind a clause of a draft to a duty, right or pay rule with its norm, limit or rate',
  params: ById,
  body: Type.Object({ kind: Kind, key: Type.String({ minLength: 1, maxLength: 100 }), settings: Settings }, closed),
  reply: Revised,
  status: 201,
});

export const setBinding = endpoint({
  id: 'mandates.set-binding',
  method: 'PATCH',
  path: '/bindings/:id',
  permit: 'mandates.draft',
  summary: 'Set the norm, limit or rate of a binding',
  params: ById,
  body: Type.Object({ settings: Settings }, closed),
  reply: Revised,
  ifMatch: true,
});

export const removeBinding = endpoint({
  id: 'mandates.remove-binding',
  method: 'DELETE',
  path: '/bindings/:id',
  permit: 'mandates.draft',
  summary: 'Take a binding off a clause',
  params: ById,
  reply: Type.Object({}),
});

const Compared = Nullable(Clause);

export const compareVersions = endpoint({
  id: 'mandates.compare',
  method: 'GET',
  path: `${version}/comparison`,
  permit: 'mandates.own',
  summary: 'Two versions clause by clause',
  params: ById,
  query: Type.Object({ with: Id }),
  reply: Type.Object({
    before: Type.Object({ id: Id, number: Type.Integer() }),
    after: Type.Object({ id: Id, number: Type.Integer() }),
    changes: Type.Array(
      Type.Object({ change: Type.String(), fields: Type.Array(Type.String()), before: Compared, after: Compared }),
    ),
  }),
});

export const listKinds = endpoint({
  id: 'mandates.kinds',
  method: 'GET',
  path: '/clause-kinds',
  permit: 'mandates.draft',
  summary: 'What a clause can bind: duties, rights and pay rules, with the schema of their settings',
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        kind: Kind,
        key: Type.String(),
        name: Type.String(),
        schema: Type.Unknown(),
        defaults: Settings,
        /** Unit of a setting that is a limit: money, basis-points, days, count. */
        units: Type.Record(Type.String(), Type.String()),
      }),
    ),
  }),
});

export const sayBinding = endpoint({
  id: 'mandates.say-binding',
  method: 'POST',
  path: '/clause-kinds/words',
  permit: 'mandates.draft',
  summary: 'A norm, limit or rate in words, and what it would grant',
  body: Type.Object({ kind: Kind, key: Type.String({ maxLength: 100 }), settings: Settings }, closed),
  reply: Type.Object({ said: Type.String(), fault: Nullable(Type.String()), detail: Type.String() }),
});

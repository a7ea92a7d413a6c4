import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import {
  ById,
  Cadence,
  Clause,
  closed,
  Day,
  Fault,
  Id,
  Kind,
  Language,
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

export const listDescriptions = endpoint({
  id: 'mandates.descriptions',
  method: 'GET',
  path: '/job-descriptions',
  permit: 'mandates.own',
  summary: 'Job descriptions within one’s sight; who drafts also sees the positions without one',
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Nullable(Id),
        title: Type.String(),
        positionId: Id,
        position: Type.String(),
        department: Type.String(),
        template: Nullable(Type.String()),
        holders: Type.Array(Named),
        inForce: Nullable(
          Type.Object({
            versionId: Id,
            number: Type.Integer(),
            from: Nullable(Type.String()),
            reviewDueOn: Nullable(Type.String()),
          }),
        ),
        underWay: Nullable(Type.Object({ versionId: Id, number: Type.Integer(), state: Type.String() })),
        unsigned: Type.Integer(),
      }),
    ),
    can: Type.Object({ draft: Type.Boolean(), approve: Type.Boolean() }),
  }),
});

const Drafted = Type.Object({
  id: Id,
  versionId: Id,
  revision: Type.Integer(),
  unregistered: Type.Array(Type.String()),
});

export const describePosition = endpoint({
  id: 'mandates.describe-position',
  method: 'POST',
  path: '/job-descriptions',
  permit: 'mandates.draft',
  summary: 'Begin the job description of a position, from a template or empty',
  body: Type.Object(
    {
      positionId: Id,
      title: Type.Optional(Text(200)),
      template: Nullable(Type.String({ maxLength: 60 })),
      language: Language,
    },
    closed,
  ),
  reply: Drafted,
  status: 201,
});

export const readDescription = endpoint({
  id: 'mandates.description',
  method: 'GET',
  path: '/job-descriptions/:id',
  permit: 'mandates.own',
  summary: 'A job description with its versions, newest first',
  params: ById,
  reply: Type.Object({
    id: Id,
    title: Type.String(),
    form: Type.String(),
    template: Nullable(Type.String()),
    positionId: Id,
    position: Type.String(),
    department: Type.String(),
    revision: Type.Integer(),
    versions: Type.Array(
      Type.Object({
        id: Id,
        number: Type.Integer(),
        state: Type.String(),
        standing: Standing,
        inForce: Nullable(Validity),
        approvedOn: Nullable(Type.String()),
        approvedBy: Nullable(Named),
        reviewDueOn: Nullable(Type.String()),
      }),
    ),
    can: Type.Object({ draftNext: May }),
  }),
});

export const draftNextVersion = endpoint({
  id: 'mandates.draft-next-version',
  method: 'POST',
  path: '/job-descriptions/:id/versions',
  permit: 'mandates.draft',
  summary: 'Begin the next version: a copy in which each clause keeps its identity',
  params: ById,
  reply: Drafted,
  status: 201,
});

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
      Type.Object({ reviewer: Named, verdict: Nullable(Type.String()), decidedAt: Nullable(Type.String()) }),
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

export const listTemplates = endpoint({
  id: 'mandates.templates',
  method: 'GET',
  path: '/job-description-templates',
  permit: 'mandates.draft',
  summary: 'Templates, with the kinds they bind that are not installed here',
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        key: Type.String(),
        title: Type.Object({ en: Type.String(), ru: Type.String() }),
        clauses: Type.Integer(),
        unregistered: Type.Array(Type.String()),
      }),
    ),
  }),
});

const Acknowledgement = Type.Object({
  id: Id,
  versionId: Id,
  title: Type.String(),
  number: Type.Integer(),
  employee: Named,
  position: Type.String(),
  sentAt: Type.String(),
  remindedAt: Nullable(Type.String()),
  signedAt: Nullable(Type.String()),
  method: Nullable(Type.String()),
  address: Nullable(Type.String()),
  textHash: Nullable(Type.String()),
  inForceFrom: Nullable(Type.String()),
  superseded: Type.Boolean(),
  scan: Nullable(Type.Object({ id: Id, name: Type.String(), filedBy: Nullable(Type.String()) })),
});

export const myAcknowledgements = endpoint({
  id: 'mandates.my-acknowledgements',
  method: 'GET',
  path: '/acknowledgements/mine',
  permit: 'mandates.own',
  summary: 'Job descriptions that were sent to me to sign',
  reply: Type.Object({ items: Type.Array(Acknowledgement) }),
});

export const listUnsigned = endpoint({
  id: 'mandates.unsigned',
  method: 'GET',
  path: '/acknowledgements/unsigned',
  permit: 'mandates.read',
  summary: 'Who has not signed what is in force or about to be',
  reply: Type.Object({ items: Type.Array(Acknowledgement), can: Type.Object({ remind: Type.Boolean() }) }),
});

export const versionAcknowledgements = endpoint({
  id: 'mandates.version-acknowledgements',
  method: 'GET',
  path: `${version}/acknowledgements`,
  permit: 'mandates.own',
  summary: 'Who was sent a version, and who signed it, when and from where',
  params: ById,
  reply: Type.Object({ items: Type.Array(Acknowledgement) }),
});

export const signAcknowledgement = endpoint({
  id: 'mandates.acknowledge',
  method: 'POST',
  path: '/acknowledgements/:id/signature',
  permit: 'mandates.own',
  summary: 'Sign that I have read a version: password entered again, hash of the text kept',
  params: ById,
  body: Type.Object(
    { credential: Type.String({ minLength: 1, maxLength: 200 }), textHash: Type.String({ maxLength: 64 }) },
    closed,
  ),
  reply: Type.Object({}),
});

export const recordPaperSignature = endpoint({
  id: 'mandates.record-paper-signature',
  method: 'POST',
  path: '/acknowledgements/:id/paper-signature',
  permit: 'mandates.draft',
  summary: 'Record that an employee signed on paper; the scan is a file attached to the acknowledgement',
  params: ById,
  body: Type.Object({ scanId: Id }, closed),
  reply: Type.Object({}),
});

export const remindUnsigned = endpoint({
  id: 'mandates.remind-unsigned',
  method: 'POST',
  path: `${version}/reminders`,
  permit: 'mandates.draft',
  summary: 'Remind everyone who has not signed a version',
  params: ById,
  reply: Type.Object({ reminded: Type.Integer() }),
});

export const printDescription = endpoint({
  id: 'mandates.print-description',
  method: 'GET',
  path: `${version}/print`,
  permit: 'mandates.own',
  summary: 'The version as the personnel department files it, PDF or Word, English or Russian',
  params: ById,
  query: Type.Object({ form: Type.Union([Type.Literal('pdf'), Type.Literal('docx')]), language: Language }),
  reply: Type.Unknown(),
  file: 'application/octet-stream',
});

export const printSheet = endpoint({
  id: 'mandates.print-acknowledgement-sheet',
  method: 'GET',
  path: `${version}/acknowledgement-sheet`,
  permit: 'mandates.own',
  summary: 'Who has acknowledged a version, with room for signatures by hand, PDF or Word, English or Russian',
  params: ById,
  query: Type.Object({ form: Type.Union([Type.Literal('pdf'), Type.Literal('docx')]), language: Language }),
  reply: Type.Unknown(),
  file: 'application/octet-stream',
});

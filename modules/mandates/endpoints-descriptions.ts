import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ById, closed, Id, Language, May, Named, Nullable, Standing, Text, Validity } from './shapes.ts';

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

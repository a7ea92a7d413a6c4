import Type from 'typebox';

/** Parts of the replies that several endpoints of this module share. */
export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' });
export const closed = { additionalProperties: false } as const;
export const ById = Type.Object({ id: Id });
export const Revised = Type.Object({ id: Id, revision: Type.Integer() });
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Named = Type.Object({ id: Id, name: Type.String() });
export const Settings = Type.Record(Type.String(), Type.Unknown());
/** May I? True, or the reasons why not; an empty list: it does not concern me. */
export const May = Type.Union([Type.Literal(true), Type.Array(Type.String())]);
export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
export const Language = Type.Union([Type.Literal('en'), Type.Literal('ru')]);
export const Section = Type.Integer({ minimum: 1, maximum: 5 });
export const Kind = Type.Union([Type.Literal('duty'), Type.Literal('right'), Type.Literal('pay')]);
export const Scope = Type.Union([Type.Literal('own'), Type.Literal('all')]);

export const GrantShape = Type.Object({
  permit: Type.String(),
  scope: Scope,
  limits: Type.Record(Type.String(), Type.Number()),
});
export const Binding = Type.Object({
  id: Id,
  kind: Kind,
  key: Type.String(),
  settings: Settings,
  grants: Type.Array(GrantShape),
  revision: Type.Integer(),
  /** The kind and what is set, in the words of the reader's language. */
  name: Type.String(),
  said: Type.String(),
});
export const Responsibility = Type.Union([
  Type.Literal('disciplinary'),
  Type.Literal('material'),
  Type.Literal('variable-pay'),
  Type.Literal('administrative'),
]);
export const Cadence = Type.Union([
  Type.Literal(''),
  Type.Literal('daily'),
  Type.Literal('weekly'),
  Type.Literal('monthly'),
  Type.Literal('quarterly'),
  Type.Literal('yearly'),
  Type.Literal('on-event'),
]);
export const Clause = Type.Object({
  id: Id,
  identity: Id,
  section: Section,
  number: Type.String(),
  text: Type.String(),
  area: Type.String(),
  cadence: Type.String(),
  responsibility: Nullable(Responsibility),
  legalReference: Type.String(),
  revision: Type.Integer(),
  bindings: Type.Array(Binding),
});
export const Fault = Type.Object({ code: Type.String(), clause: Nullable(Type.String()), detail: Type.String() });
/** One clause as it is quoted beside work and figures. */
export const Quoted = Type.Object({ id: Id, number: Type.String(), text: Type.String() });
export const Validity = Type.Object({ from: Nullable(Type.String()), to: Nullable(Type.String()) });
export const Standing = Type.String({
  description: 'draft, in-review, reviewed, awaiting, in-force, superseded or revoked',
});

const counted = {
  required: Type.Number(),
  done: Type.Number(),
  late: Type.Number(),
  missed: Type.Number(),
  evidence: Type.Array(
    Type.Object({
      kind: Type.String(),
      id: Type.String(),
      label: Type.String(),
      at: Type.String(),
      href: Type.String(),
      verdict: Type.Union([Type.Literal('done'), Type.Literal('late'), Type.Literal('missed')]),
    }),
  ),
  evidenceTotal: Type.Integer(),
};
/** What was assigned outside the job description. */
export const OutsideFacts = Type.Object(counted);
/** What a clause required in a period and what was done, with the records that prove it. */
export const FactsLine = Type.Object({
  clauseId: Id,
  number: Type.String(),
  text: Type.String(),
  area: Type.String(),
  key: Type.String(),
  name: Type.String(),
  norm: Type.String(),
  from: Type.String(),
  to: Type.String(),
  unit: Type.Union([Type.Literal('count'), Type.Literal('money'), Type.Literal('basis-points')]),
  share: Nullable(Type.Integer()),
  ...counted,
});

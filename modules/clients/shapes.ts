import Type, { type Static, type TSchema } from 'typebox';

export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' });
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const Short = Type.String({ maxLength: 200 });
export const Note = Type.String({ maxLength: 4000 });
export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });
export const Country = Type.String({ pattern: '^[A-Z]{2}$' });
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
export const closed = { additionalProperties: false } as const;

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}
export function oneOf<const V extends readonly string[]>(...values: V) {
  return Type.Unsafe<V[number]>(Type.String({ enum: [...values] }));
}
export const Revised = Type.Object({ id: Id, revision: Type.Integer() });
export const Named = Type.Object({ id: Id, name: Type.String() });

export const kinds = ['company', 'person'] as const;
export const statuses = ['potential', 'active', 'lapsed'] as const;
export const classes = ['key', 'A', 'B', 'C'] as const;
export const levels = ['top', 'middle', 'specialist'] as const;
export const decisionRoles = ['decides', 'influences', 'orders', 'pays', 'uses', 'unknown'] as const;
export const attitudes = ['supports', 'neutral', 'against'] as const;
export const siteKinds = ['branch', 'outlet', 'warehouse', 'office'] as const;
export const topics = ['needs', 'potential', 'share-of-wallet', 'prospects', 'competitors', 'other'] as const;
export const documentLanguages = ['en', 'ru'] as const;

/** What of a client is typed in. */
export const clientFields = {
  code: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
  legalName: Short,
  kind: oneOf(...kinds),
  status: oneOf(...statuses),
  parentId: nullable(Id),
  segment: Short,
  source: Short,
  country: nullable(Country),
  city: Short,
  address: Type.String({ maxLength: 500 }),
  phone: Type.String({ maxLength: 60 }),
  email: Type.String({ maxLength: 200, pattern: '^$|^[^@\\s]+@[^@\\s]+$' }),
  website: Short,
  taxNumber: Type.String({ maxLength: 40 }),
  registrationNumber: Type.String({ maxLength: 40 }),
  language: oneOf(...documentLanguages),
  etiquette: Note,
};

export const ContactFields = {
  title: Short,
  level: oneOf(...levels),
  decisionRole: oneOf(...decisionRoles),
  attitude: oneOf(...attitudes),
  phone: Type.String({ maxLength: 60 }),
  email: Type.String({ maxLength: 200, pattern: '^$|^[^@\\s]+@[^@\\s]+$' }),
  language: nullable(oneOf(...documentLanguages)),
  note: Note,
  isMain: Type.Boolean(),
};
export const Contact = Type.Object({
  id: Id,
  clientId: Id,
  name: Type.String(),
  ...ContactFields,
  leftOn: nullable(Type.String()),
  revision: Type.Integer(),
});

export const SiteFields = {
  kind: oneOf(...siteKinds),
  country: nullable(Country),
  city: Short,
  address: Type.String({ maxLength: 500 }),
  phone: Type.String({ maxLength: 60 }),
};
export const Site = Type.Object({
  id: Id,
  clientId: Id,
  name: Type.String(),
  ...SiteFields,
  closedOn: nullable(Type.String()),
  revision: Type.Integer(),
});

export const AccountFields = { bank: Short, bankCode: Type.String({ maxLength: 40 }), currency: nullable(Currency) };
export const BankAccount = Type.Object({
  id: Id,
  clientId: Id,
  number: Type.String(),
  ...AccountFields,
  revision: Type.Integer(),
});

export const DossierEntry = Type.Object({
  id: Id,
  clientId: Id,
  topic: oneOf(...topics),
  text: Type.String(),
  source: Type.String(),
  notedOn: Type.String(),
  notedBy: nullable(Type.String()),
  revision: Type.Integer(),
});

export const Figure = Type.Object({
  key: Type.String(),
  kind: oneOf('amount', 'count', 'days', 'rate', 'day'),
  value: Type.Union([Type.Number(), Type.String(), Type.Null()]),
  tone: oneOf('neutral', 'good', 'warning', 'bad'),
  href: nullable(Type.String()),
});

export const Similar = Type.Object({
  id: nullable(Id),
  name: nullable(Type.String()),
  city: nullable(Type.String()),
  keeper: Type.String(),
  score: Type.Number(),
  sameTaxNumber: Type.Boolean(),
});

/** True, or the codes of the refusals that stand against it. */
export const Can = Type.Union([Type.Literal(true), Type.Array(Type.String())]);

export const ClientCard = Type.Object({
  id: Id,
  name: Type.String(),
  ...clientFields,
  class: nullable(oneOf(...classes)),
  since: Type.String(),
  createdAt: Type.String(),
  revision: Type.Integer(),
  keeper: Named,
  parent: nullable(Named),
  outlets: Type.Array(
    Type.Object({ id: Id, name: Type.String(), city: Type.String(), owed: Type.Number(), sales12m: Type.Number() }),
  ),
  chain: nullable(
    Type.Object({ outlets: Type.Integer(), owed: Type.Number(), overdue: Type.Number(), sales12m: Type.Number() }),
  ),
  figures: Type.Array(Figure),
  contacts: Type.Array(Contact),
  sites: Type.Array(Site),
  bankAccounts: Type.Array(BankAccount),
  completeness: Type.Object({ shareBp: Type.Integer(), missing: Type.Array(Type.String()) }),
  contactGaps: Type.Array(Type.String()),
  can: Type.Object({ edit: Can, assign: Can, class: Can }),
});
export type ClientCard = Static<typeof ClientCard>;

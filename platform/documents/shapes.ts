import Type, { type Static } from 'typebox';

/** Parts that the data of many documents share. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T' });

/** The company as it stands on its papers; instants are shown in its time zone. */
export const Company = Type.Object({
  name: Type.String({ minLength: 1 }),
  address: Type.String(),
  registration: Type.String({ description: 'Registration and tax numbers, as one line.' }),
  timeZone: Type.String(),
});
export type Company = Static<typeof Company>;

export const Person = Type.Object({ name: Type.String({ minLength: 1 }), position: Type.String() });
export type Person = Static<typeof Person>;

/** How and when somebody signed: in the application, on paper (the scan is filed), or by an act of refusal. */
export const Signature = Type.Object({
  at: Instant,
  method: Type.Union([Type.Literal('application'), Type.Literal('paper'), Type.Literal('act')]),
  /** Somebody gave the signer access shortly before. */
  accessGiven: Type.Optional(nullable(Type.Object({ by: Type.String(), at: Instant }))),
});
export type Signature = Static<typeof Signature>;

/** Business days from the first up to, not including, `to`. */
export const Days = Type.Object({ from: Day, to: Day });

/** A value, or null where there is none yet. */
export function nullable<S extends Type.TSchema>(schema: S): Type.TUnion<[S, Type.TNull]> {
  return Type.Union([schema, Type.Null()]);
}

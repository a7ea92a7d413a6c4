import Type, { type TSchema } from 'typebox';

export const closed = { additionalProperties: false } as const;
export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' });
export const Moment = Type.String({ format: 'date-time', maxLength: 40 });
export const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
export const Week = Type.String({ pattern: '^\\d{4}-W(0[1-9]|[1-4]\\d|5[0-3])$' });
export const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
export const Note = Type.String({ maxLength: 4000 });
export const Amount = Type.Integer({ minimum: 0, maximum: 9_000_000_000_000_000 });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export function oneOf<const T extends readonly string[]>(values: T) {
  return Type.Unsafe<T[number]>(Type.String({ enum: [...values] }));
}
export const Named = Type.Object({ id: Id, name: Type.String() });
export const Revised = Type.Object({ id: Id, revision: Type.Integer() });
/** True, or the codes that say why not. */
export const Can = Type.Union([Type.Literal(true), Type.Array(Type.String())]);

export const kinds = ['call', 'visit', 'meeting', 'letter'] as const;
export const states = ['planned', 'done', 'moved', 'missed'] as const;
export const outcomeValues = ['agreed-terms', 'payment-agreement', 'next-step', 'no-contact'] as const;
/** Causes that a person gives for a contact outside the week plan. */
export const causes = ['client-asked', 'debt', 'claim', 'opportunity', 'free-time', 'promised', 'other'] as const;
export const planStates = ['draft', 'submitted', 'approved', 'remarked'] as const;

/** What closes an activity. Everything is optional here, so that the refusal can name all that an outcome lacks. */
export const outcomeFields = {
  outcome: Type.Optional(nullable(oneOf(outcomeValues))),
  note: Type.Optional(Note),
  nextStep: Type.Optional(Type.String({ maxLength: 500 })),
  nextOn: Type.Optional(nullable(Day)),
  promisedAmount: Type.Optional(nullable(Amount)),
  promisedOn: Type.Optional(nullable(Day)),
  contact: Type.Optional(Type.String({ maxLength: 200 })),
  doneAt: Type.Optional(Moment),
};

export const Activity = Type.Object({
  id: Id,
  client: Type.Object({
    id: Id,
    name: Type.String(),
    class: nullable(Type.String()),
    city: Type.String(),
    phone: Type.String(),
  }),
  employee: Named,
  actingFor: nullable(Named),
  kind: oneOf(kinds),
  state: oneOf(states),
  purpose: Type.String(),
  plannedOn: nullable(Type.String()),
  plannedTime: nullable(Type.String()),
  minutes: Type.Integer(),
  planState: nullable(oneOf(planStates)),
  /** Assigned by a superior: from that clause, or without one outside the job description. Null: one’s own plan. */
  assigned: nullable(
    Type.Object({ clause: nullable(Type.Object({ id: Id, number: Type.String(), text: Type.String() })) }),
  ),
  offPlanCause: nullable(Type.String()),
  withPotential: Type.Boolean(),
  startedAt: nullable(Type.String()),
  doneAt: nullable(Type.String()),
  outcome: nullable(Type.String()),
  note: Type.String(),
  nextStep: Type.String(),
  nextOn: nullable(Type.String()),
  nextOpen: Type.Boolean(),
  promisedAmount: nullable(Type.Integer()),
  promisedOn: nullable(Type.String()),
  currency: nullable(Type.String()),
  movedTo: nullable(Type.Object({ id: Id, plannedOn: Type.String() })),
  movedReason: Type.String(),
  missedReason: Type.String(),
  revision: Type.Integer(),
  can: Type.Object({ carryOut: Can, replan: Can, move: Can, miss: Can, remove: Can, assign: Can }),
});

export const PlanFactLine = Type.Object({
  planned: Type.Integer(),
  done: Type.Integer(),
  moved: Type.Integer(),
  missed: Type.Integer(),
  open: Type.Integer(),
  offPlan: Type.Integer(),
});

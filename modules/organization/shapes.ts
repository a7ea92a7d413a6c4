import Type from 'typebox';

/** Parts of the replies that several endpoints of this module share. */
export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' });
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const closed = { additionalProperties: false } as const;
export const ById = Type.Object({ id: Id });
export const Revised = Type.Object({ id: Id, revision: Type.Integer() });
export const Named = Type.Object({ id: Id, name: Type.String() });

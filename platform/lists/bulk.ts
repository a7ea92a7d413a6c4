import Type, { type Static, type TObject } from 'typebox';
import { type Endpoint, endpoint } from '#kernel/endpoint.ts';

/** Ids of one bulk act, at most. */
export const mostAtOnce = 500;

/** Something done to many rows of a list at once. Texts: `list.<list key>.bulk.<act key>`. */
export type BulkAct<Input extends TObject = TObject> = {
  readonly key: string;
  readonly input: Input;
  readonly preview: Endpoint;
  readonly perform: Endpoint;
};
export type BulkInput<A extends BulkAct> = Static<A['input']>;

/**
 * Declares a bulk act of the list at `path`: `POST <path>/bulk/<key>/preview` tells for which rows it would be refused
 * and why, `POST <path>/bulk/<key>` does it for the others. Imports nothing of the server.
 */
export function defineBulkAct<const I extends TObject>(declared: {
  readonly list: { readonly id: string; readonly path: string };
  readonly key: string;
  readonly permit: string;
  readonly summary: string;
  readonly input: I;
}): BulkAct<I> {
  const { list, key, permit, summary, input } = declared;
  const body = Type.Object(
    {
      ids: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: mostAtOnce, uniqueItems: true }),
      input,
    },
    { additionalProperties: false },
  );
  const common = { method: 'POST', permit, body, reply: outcome } as const;
  return {
    key,
    input,
    preview: endpoint({
      ...common,
      id: `${list.id}-${key}-preview`,
      path: `${list.path}/bulk/${key}/preview`,
      summary: `${summary}: what would be refused`,
    }),
    perform: endpoint({ ...common, id: `${list.id}-${key}`, path: `${list.path}/bulk/${key}`, summary }),
  };
}

const outcome = Type.Object({
  done: Type.Integer({ description: 'For how many rows it was done, or would be' }),
  refusals: Type.Array(Type.Object({ id: Type.String(), code: Type.String(), detail: Type.String() })),
});
export type BulkOutcome = Static<typeof outcome>;

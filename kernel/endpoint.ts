import type { Static, TSchema } from 'typebox';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One operation of the HTTP interface, declared once: the server validates and serializes by it, OpenAPI describes it,
 * and the browser calls it with the same types.
 */
export type Endpoint = {
  /** Operation id, e.g. `orders.place`. */
  readonly id: string;
  readonly method: Method;
  /** Path below `/api`, with `:name` parameters, e.g. `/orders/:id`. */
  readonly path: string;
  /** The permit that the actor's mandate must grant; `signed-in` needs only a session; `public` needs nothing. */
  readonly permit: string;
  readonly summary: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly reply: TSchema;
  readonly status?: 200 | 201 | 202 | 204;
  /** The request must carry `If-Match` with the revision that the person saw. */
  readonly ifMatch?: boolean;
  /** The reply holds a secret that is shown once: it is never kept for a repetition. */
  readonly secret?: boolean;
  /** The request is a multipart form with one file. */
  readonly upload?: boolean;
  /**
   * A list or report, read from a copy of the database where there is one: a moment behind what others did, never behind
   * what the reader did. Only for GET.
   */
  readonly mayLag?: boolean;
  /** The reply is a file of this media type, not JSON. */
  readonly file?: string;
};

/** Declares an endpoint and keeps its exact types. */
export function endpoint<const E extends Endpoint>(declared: E): E {
  return declared;
}

type Part<S> = S extends TSchema ? Static<S> : undefined;
/** What a caller passes. */
export type EndpointInput<E extends Endpoint> = {
  params: Part<E['params']>;
  query: Part<E['query']>;
  body: Part<E['body']>;
};
/** What a caller gets back. */
export type EndpointReply<E extends Endpoint> = Static<E['reply']>;

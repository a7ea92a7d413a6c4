import type { Readable } from 'node:stream';
import type { Endpoint, EndpointInput, EndpointReply } from '#kernel/endpoint.ts';
import type { Work } from '#platform/work.ts';

/** A file that a person sends. */
export type Upload = { readonly name: string; readonly mediaType: string; readonly content: Readable };
/** A file that a person gets. */
export type FileReply = { readonly name: string; readonly mediaType: string; readonly content: Buffer | Readable };

export type Input<E extends Endpoint> = EndpointInput<E> & { readonly upload: Upload | undefined };
export type Reply<E extends Endpoint> = E['file'] extends string ? FileReply : EndpointReply<E>;

/** An endpoint with what answers it. GET runs as reads; everything else in one transaction. */
export type Route = {
  readonly endpoint: Endpoint;
  readonly handle: (w: Work, input: Input<Endpoint>) => Promise<unknown>;
};

/** Joins an endpoint with its handler; both sides are checked by the endpoint's types. */
export function answer<const E extends Endpoint>(
  endpoint: E,
  handle: (w: Work, input: Input<E>) => Promise<Reply<E>>,
): Route {
  return { endpoint, handle: handle as Route['handle'] };
}

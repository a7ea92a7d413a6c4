import type { Readable } from 'node:stream';
import type { Endpoint, EndpointInput, EndpointReply } from '#kernel/endpoint.ts';
import type { List } from '#platform/lists/define.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor, Work } from '#platform/work.ts';

/** A file that a person sends. */
export type Upload = { readonly name: string; readonly mediaType: string; readonly content: Readable };
/** A content that lies on the disk and never changes; `tag` is its hash. */
export type StoredContent = { readonly path: string; readonly bytes: number; readonly tag: string };
/** A file that a person gets. */
export type FileReply = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer | Readable | StoredContent;
  /** It is safe to be shown by the browser in its own window. */
  readonly inline?: boolean;
  /** The issued document that it is. */
  readonly document?: { readonly id: string; readonly kind: string };
  /** The record that it tells of, where its address does not say so. */
  readonly about?: string;
};

export type Input<E extends Endpoint> = EndpointInput<E> & { readonly upload: Upload | undefined };
export type Reply<E extends Endpoint> = E['file'] extends string ? FileReply : EndpointReply<E>;

/** An endpoint with what answers it. GET runs as reads; everything else in one transaction. */
export type Route = {
  readonly endpoint: Endpoint;
  readonly handle: (w: Work, input: Input<Endpoint>) => Promise<unknown>;
  /** Long work in transactions of its own, after the gate; `handle` is not called. */
  readonly carryOut?: (runner: Runner, actor: Actor, input: Input<Endpoint>) => Promise<unknown>;
  /** The list that it reads: rows that leave by it are counted, and marked columns known. */
  readonly list?: List;
};

/** Joins an endpoint with its handler; both sides are checked by the endpoint's types. */
export function answer<const E extends Endpoint>(
  endpoint: E,
  handle: (w: Work, input: Input<E>) => Promise<Reply<E>>,
): Route {
  return { endpoint, handle: handle as Route['handle'] };
}

/** Joins an endpoint with work that takes transactions of its own, such as an import of a large file. */
export function answerAtLength<const E extends Endpoint>(
  endpoint: E,
  carryOut: (runner: Runner, actor: Actor, input: Input<E>) => Promise<Reply<E>>,
): Route {
  return { endpoint, handle: async () => undefined, carryOut: carryOut as NonNullable<Route['carryOut']> };
}

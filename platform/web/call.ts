import type { Endpoint, EndpointInput, EndpointReply } from '#kernel/endpoint.ts';
import { uuidv7 } from '#kernel/id.ts';
import { currentLanguage } from './language.ts';
import { Problem, type ProblemDocument } from './problem.ts';

/** Parts that an endpoint does not declare may be left out, and so may parts without a required member. */
type Needed<T> = {
  [K in keyof T as T[K] extends undefined ? never : Record<never, never> extends T[K] ? never : K]: T[K];
};
type Optional<T> = {
  [K in keyof T as T[K] extends undefined ? never : Record<never, never> extends T[K] ? K : never]?: T[K];
};
type Simple<T> = { [K in keyof T]: T[K] };

/** What a call takes: the endpoint's `params`, `query`, `body`, and how it is sent. */
export type CallInput<E extends Endpoint> = Simple<Needed<EndpointInput<E>> & Optional<EndpointInput<E>>> & {
  /** The revision that the person saw. */
  readonly ifMatch?: number;
  /** One key, one effect; without it every call of a POST makes its own. */
  readonly idempotencyKey?: string;
  /** For an endpoint with `upload`. */
  readonly file?: File;
  readonly signal?: AbortSignal;
};
type AnyInput = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: number;
  idempotencyKey?: string;
  file?: File;
  signal?: AbortSignal;
};

/**
 * Calls the server.
 * @throws Problem for every refusal, and with code `web.offline` when the server is not reached.
 */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<EndpointReply<E>> {
  const response = await send(endpoint, input as AnyInput);
  if (response.status === 204) return null as EndpointReply<E>;
  return (await response.json()) as EndpointReply<E>;
}

/** Fetches an endpoint that replies a file, and hands it to the person to keep. @throws as `call`. */
export async function download<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<void> {
  const response = await send(endpoint, input as AnyInput);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(name ?? endpoint.id);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The address of a GET endpoint, for plain links. */
export function addressOf<E extends Endpoint>(endpoint: E, input: CallInput<E>): string {
  const { params, query } = input as AnyInput;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

/** A fresh idempotency key. */
export function newKey(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

const signedOut = new Set<() => void>();

/** Tells when the server no longer knows who asks; gives the function that stops telling. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** For what is sent past `call`: the server did not know who asks. */
export function tellSignedOut(): void {
  for (const listener of signedOut) listener();
}

async function send(endpoint: Endpoint, input: AnyInput): Promise<Response> {
  const response = await reach(addressOf(endpoint, input as CallInput<Endpoint>), requestOf(endpoint, input));
  if (response.ok) return response;
  const problem = await problemIn(response);
  if (problem.status === 401) tellSignedOut();
  throw problem;
}

function requestOf(endpoint: Endpoint, input: AnyInput): RequestInit {
  const headers = new Headers({ 'Accept-Language': currentLanguage() });
  if (endpoint.method === 'POST') headers.set('Idempotency-Key', input.idempotencyKey ?? newKey());
  if (input.ifMatch !== undefined) headers.set('If-Match', `"${input.ifMatch}"`);
  const init: RequestInit = { method: endpoint.method, headers, ...(input.signal && { signal: input.signal }) };
  if (input.file) {
    const form = new FormData();
    form.set('file', input.file);
    return { ...init, body: form };
  }
  if (endpoint.method === 'GET' || (input.body === undefined && !endpoint.body)) return init;
  headers.set('Content-Type', 'application/json');
  return { ...init, body: JSON.stringify(input.body ?? {}) };
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Problem({ status: 0, title: '', detail: '', code: 'web.offline', reasons: [] });
  }
}

async function problemIn(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => null)) as Partial<ProblemDocument> | null;
  return new Problem({
    ...body,
    status: response.status,
    title: body?.title ?? '',
    detail: body?.detail ?? '',
    code: body?.code ?? 'web.unexpected',
    reasons: body?.reasons ?? [],
  });
}

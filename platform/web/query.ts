import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Endpoint, EndpointReply } from '#kernel/endpoint.ts';
import { type CallInput, call, newKey } from './call.ts';
import { asProblem, Problem } from './problem.ts';

/** What a reading is known by in the cache; `[endpoint.id]` stands for every reading of the endpoint. */
export function keyOf<E extends Endpoint>(endpoint: E, input?: CallInput<E>): readonly unknown[] {
  if (!input) return [endpoint.id];
  const { params, query } = input as { params?: unknown; query?: unknown };
  return [endpoint.id, { params, query }];
}

/** The cache of all readings. A refusal is not asked again; a network that failed is, twice. */
export const readings = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && mayPass(error),
    },
    mutations: { retry: (failures, error) => failures < 2 && asProblem(error).code === 'web.offline', retryDelay: 800 },
  },
});

type ReadOptions = {
  readonly enabled?: boolean;
  /** Keeps showing what was there while the next input loads. */
  readonly keep?: boolean;
  readonly everyMs?: number;
  readonly staleMs?: number;
};

/** A reading as the cache wants it: what it is known by, and how it is fetched. */
export function reading<E extends Endpoint>(endpoint: E, input: CallInput<E>) {
  return {
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }: { signal: AbortSignal }) => call(endpoint, { ...input, signal }),
  };
}

/** Reads a GET endpoint and keeps it: `const { data, error, isPending } = useRead(readClient, { params: { id } })`. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: ReadOptions = {},
): UseQueryResult<EndpointReply<E>, Problem> {
  return useQuery<EndpointReply<E>, Problem>({
    ...reading(endpoint, input),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.keep && { placeholderData: (before: EndpointReply<E> | undefined) => before as never }),
    ...(options.everyMs !== undefined && { refetchInterval: options.everyMs }),
    ...(options.staleMs !== undefined && { staleTime: options.staleMs }),
  });
}

/** What of the cache an act makes old: endpoints, or all readings of a module by its name (`'orders'`). */
export type Touched = readonly (Endpoint | string)[];

type ActOptions<E extends Endpoint> = {
  readonly invalidates?: Touched;
  readonly onDone?: (reply: EndpointReply<E>, input: CallInput<E>) => void;
  readonly onRefused?: (problem: Problem, input: CallInput<E>) => void;
};
export type Act<E extends Endpoint> = Omit<
  UseMutationResult<EndpointReply<E>, Problem, Keyed<E>>,
  'mutate' | 'mutateAsync' | 'error'
> & {
  /** Sends it. A repetition by the network has one effect. */
  readonly act: (input: CallInput<E>) => void;
  /** Sends it and waits. @throws Problem */
  readonly actAndWait: (input: CallInput<E>) => Promise<EndpointReply<E>>;
  readonly problem: Problem | null;
};
type Keyed<E extends Endpoint> = { readonly input: CallInput<E>; readonly key: string };

/** An act on the server: `const place = useAct(placeOrder, { invalidates: ['orders'] }); place.act({ body })`. */
export function useAct<E extends Endpoint>(endpoint: E, options: ActOptions<E> = {}): Act<E> {
  const cache = useQueryClient();
  const { mutate, mutateAsync, error, ...rest } = useMutation<EndpointReply<E>, Problem, Keyed<E>>({
    mutationFn: ({ input, key }) => call(endpoint, { idempotencyKey: key, ...input }),
    onSuccess: async (reply, { input }) => {
      options.onDone?.(reply, input);
      await outdate(options.invalidates ?? [], cache);
    },
    onError: (problem, { input }) => options.onRefused?.(asProblem(problem), input),
  });
  return {
    ...rest,
    act: (input) => mutate({ input, key: newKey() }),
    actAndWait: (input) => mutateAsync({ input, key: newKey() }),
    problem: error ? asProblem(error) : null,
  } as Act<E>;
}

/** Marks readings as old; those on the screen are read again at once. */
export async function outdate(touched: Touched, cache: QueryClient = readings): Promise<void> {
  const prefixes = touched.map((each) => (typeof each === 'string' ? `${each}.` : each.id));
  if (prefixes.length === 0) return;
  const old = {
    predicate: ({ queryKey: [id] }: { queryKey: readonly unknown[] }) =>
      typeof id === 'string' &&
      prefixes.some((prefix) => (prefix.endsWith('.') ? id.startsWith(prefix) : id === prefix)),
  };
  // A first reading under way may have been answered before the act, and is not asked again by invalidating alone.
  await cache.cancelQueries(old);
  await cache.invalidateQueries(old);
}

function mayPass(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status === 503;
}

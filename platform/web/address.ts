import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Search = Readonly<Record<string, string>>;

/** A part of the path: `usePathParam('id')` at `/orders/:id`. */
export function usePathParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  return params[name] ?? '';
}

/** All that stands behind `?` in the address, and the function that changes it; undefined or '' takes a part away. */
export function useSearch(): [Search, (changed: Readonly<Record<string, string | undefined>>, push?: boolean) => void] {
  const search = useLocation().search as Search;
  const navigate = useNavigate();
  const change = useCallback(
    (changed: Readonly<Record<string, string | undefined>>, push = false) => {
      const merge = (before: Search) =>
        Object.fromEntries(
          Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined && value !== ''),
        );
      navigate({ to: '.', search: merge as never, replace: !push, resetScroll: false });
    },
    [navigate],
  );
  return [search, change];
}

/** A state that lives in the address, such as the open tab: it survives reload and can be sent to a colleague. */
export function useAddressState<T extends string = string>(name: string, initial: NoInfer<T>): [T, (next: T) => void] {
  const [search, change] = useSearch();
  const set = useCallback(
    (next: T) => change({ [name]: next === initial ? undefined : next }),
    [change, name, initial],
  );
  return [(search[name] as T | undefined) ?? initial, set];
}

/** Goes to an address of the application: `const go = useGo(); go('/orders/123?tab=lines')`. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (href, options) => {
      const url = new URL(href, location.origin);
      const search = Object.fromEntries(url.searchParams) as never;
      navigate({ to: url.pathname, search, hash: url.hash.slice(1), ...(options?.replace && { replace: true }) });
    },
    [navigate],
  );
}

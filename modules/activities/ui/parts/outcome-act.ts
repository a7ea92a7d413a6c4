import type { UseFormReturnType } from '@mantine/form';
import type { Problem } from '#platform/web/problem.ts';
import { useSay } from '#platform/web/texts.ts';
import { isWhole, type OutcomeValues, type outcomeBody } from './outcome-fields.tsx';
import { keepUnsent, type Unsent } from './unsent.ts';

type Body = ReturnType<typeof outcomeBody> & Record<string, unknown>;
type Sending<V> = {
  readonly form: UseFormReturnType<V>;
  /** What the outcome is of, as it is kept when there is no network. */
  readonly of: (values: V) => Pick<Unsent, 'client' | 'activity'>;
  readonly body: (values: V) => Body;
  readonly act: (body: Body) => void;
  readonly onKept: () => void;
};

/**
 * Sends an outcome, or keeps it on this device when there is no network. `lost` is for the act's `onRefused`: the network
 * may go while it is sent.
 */
export function useOutcomeSending<V extends OutcomeValues>({ form, of, body, act, onKept }: Sending<V>) {
  const say = useSay();
  const keep = (values: V) => {
    keepUnsent({ ...of(values), body: body(values) });
    onKept();
  };
  return {
    send: (values: V) => {
      if (!isWhole(form, (code) => say(`refusal.${code}`))) return;
      if (navigator.onLine) act(body(values));
      else keep(values);
    },
    lost: (problem: Problem) => {
      if (problem.code === 'web.offline') keep(form.getValues());
    },
  };
}

import { createContext, useContext } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import type { me } from '#platform/http/endpoints.ts';
import type { Permits } from './screen.ts';

/** Who is signed in, what the mandate grants, in whose place one acts. */
export type Me = EndpointReply<typeof me>;

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. @throws outside of the frame, where nobody is. */
export function useMe(): Me {
  const who = useContext(MeContext);
  if (!who) throw new Error('nobody is signed in here');
  return who;
}

/** Whether the mandate grants a permit (or all of several) at all; what of which record, the record's `can` says. */
export function useMay(permit: Permits): boolean {
  return grants(useMe(), permit);
}

/** As `useMay`, outside of a component. */
export function grants(who: Pick<Me, 'permits'>, permit: Permits): boolean {
  return missingOf(who, permit) === undefined;
}

/** The first permit that the mandate lacks; undefined when it grants all of them. */
export function missingOf(who: Pick<Me, 'permits'>, permit: Permits): string | undefined {
  const needed = typeof permit === 'string' ? [permit] : permit;
  return needed.find((each) => each !== 'signed-in' && who.permits[each] !== true);
}

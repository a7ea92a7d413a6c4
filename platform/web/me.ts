import { createContext, useContext } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import type { me } from '#platform/http/endpoints.ts';

/** Who is signed in, what the mandate grants, in whose place one acts. */
export type Me = EndpointReply<typeof me>;

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. @throws outside of the frame, where nobody is. */
export function useMe(): Me {
  const who = useContext(MeContext);
  if (!who) throw new Error('nobody is signed in here');
  return who;
}

/** Whether the mandate grants a permit at all; what of which record, the record's `can` says. */
export function useMay(permit: string): boolean {
  return grants(useMe(), permit);
}

/** As `useMay`, outside of a component. */
export function grants(who: Me, permit: string): boolean {
  return permit === 'signed-in' || who.permits[permit] === true;
}

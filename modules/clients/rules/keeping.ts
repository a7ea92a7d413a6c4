/** How the one who acts reaches the present keeper's records: `own` are one's own and those of people below. */
export type ReachOfKeeper = 'own' | 'substituted' | 'none';

export type KeeperChange = {
  readonly actorId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly reach: ReachOfKeeper;
  readonly toDismissed: boolean;
};

/**
 * Why a client may not pass from one keeper to another: nobody takes another's client for oneself, except the head from
 * someone below; a substitute least of all. Empty: it may.
 */
export function keeperChangeRefusals(
  change: KeeperChange,
): ('clients.kept-already' | 'clients.self-reassignment' | 'clients.keeper-dismissed')[] {
  const { actorId, fromId, toId, reach, toDismissed } = change;
  if (fromId === toId) return ['clients.kept-already'];
  const takes = toId === actorId && reach !== 'own';
  return [
    ...(takes ? ['clients.self-reassignment' as const] : []),
    ...(toDismissed ? ['clients.keeper-dismissed' as const] : []),
  ];
}

import { useGo } from '../address.ts';
import { useKeys } from '../keys.ts';
import { useGroups } from '../screens-context.ts';
import { useSay } from '../texts.ts';

/** `g` and a letter, for every screen of the rail that has one. */
export function GoKeys(): null {
  const go = useGo();
  const say = useSay();
  const screens = useGroups().flatMap((group) => group.screens);
  useKeys(
    screens.flatMap((screen) =>
      screen.rail.key ? [{ keys: `g ${screen.rail.key}`, label: say(screen.title), run: () => go(screen.path) }] : [],
    ),
  );
  return null;
}

import { shellTexts } from './shell-texts.ts';
import { useText } from './texts.ts';

/** Words for who did something: the name, and in whose place where it was done by a substitution order. */
export function useWhoActed(): (name: string, absent: string | null | undefined) => string {
  const t = useText(shellTexts);
  return (name, absent) => (absent ? t('web.in-place-of', { name, absent }) : name);
}

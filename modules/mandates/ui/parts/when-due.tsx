import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';

/** Since when something waits and until when it is to be done; days or moments. */
export function WhenDue({ since, due }: { since: string | null; due: string | null }) {
  const t = useText(mandatesScreenTexts);
  const format = useFormat();
  const print = (at: string) => (at.length > 10 ? format.dateTime(at) : format.date(at));
  const parts = [
    ...(since ? [t('mandates.since', { when: print(since) })] : []),
    ...(due ? [t('mandates.due', { when: print(due), far: format.daysFromNow(due) })] : []),
  ];
  return <>{parts.join(' · ')}</>;
}

import { Text } from '@mantine/core';
import { useText } from '#platform/web/texts.ts';
import { judgeWording } from '../../rules/wording.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';

/** What of the text can be read in two ways, told while it is typed. */
export function WordingHints({ section, text }: { section: number; text: string }) {
  const t = useText(mandatesScreenTexts);
  const findings = judgeWording({ section, text });
  if (findings.length === 0) return null;
  return (
    <Text size="xs" data-tone="warning" style={{ color: 'var(--tone-fg)' }} role="status">
      {findings.map(({ kind, found }) => t(`mandates.wording.${kind}`, { found })).join(' ')}
    </Text>
  );
}

import { Group, SegmentedControl } from '@mantine/core';
import type { Period } from '#kernel/period.ts';
import { useSearch } from '#platform/web/address.ts';
import { DateField } from '#platform/web/form/date-field.tsx';
import { useMe } from '#platform/web/me.ts';
import { useText } from '#platform/web/texts.ts';
import { chosenPeriod, type PeriodChoice, periodChoices } from '../../rules/cadence.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';

type Choice = PeriodChoice | 'cadence';

/** The period chosen in the address; `usual` unless one is. Null: each by its own cadence, or own days not both given. */
export function useChosenPeriod(usual: Choice): { choice: Choice; period: Period | null } {
  const { today } = useMe();
  const [{ period = '', first = '', last = '' }] = useSearch();
  const choice = periodChoices.find((each) => each === period) ?? usual;
  return { choice, period: choice === 'cadence' ? null : chosenPeriod(choice, today, { first, last }) };
}

/** Week, month, quarter, or days of one's own; where `usual` is the cadence, also each duty by its own. */
export function PeriodChooser({ usual }: { usual: Choice }) {
  const t = useText(mandatesScreenTexts);
  const { choice } = useChosenPeriod(usual);
  const [{ first = '', last = '' }, change] = useSearch();
  const choices: readonly Choice[] = usual === 'cadence' ? ['cadence', ...periodChoices] : periodChoices;
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        maw="100%"
        style={{ overflowX: 'auto' }}
        aria-label={t('mandates.period')}
        value={choice}
        onChange={(next) => change({ period: next === usual ? undefined : next })}
        data={choices.map((value) => ({ value, label: t(`mandates.period-choice.${value}`) }))}
      />
      {choice === 'days' && (
        <>
          <DateField
            aria-label={t('mandates.first-day')}
            placeholder={t('mandates.first-day')}
            value={first || null}
            onChange={(day) => change({ first: day ?? undefined })}
          />
          <DateField
            aria-label={t('mandates.last-day')}
            placeholder={t('mandates.last-day')}
            value={last || null}
            onChange={(day) => change({ last: day ?? undefined })}
          />
        </>
      )}
    </Group>
  );
}

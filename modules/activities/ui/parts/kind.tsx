import { IconMail, IconMapPin, IconPhone, IconUsers } from '@tabler/icons-react';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import type { Icon } from '#platform/web/screen.ts';
import { useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import { screenTexts } from '../../texts-screens.ts';
import type { WeekItem } from './week-types.ts';

export const kinds = ['call', 'visit', 'meeting', 'letter'] as const;
export type Kind = (typeof kinds)[number];
export const usualMinutes: Readonly<Record<Kind, number>> = { call: 15, visit: 60, meeting: 60, letter: 15 };
export const kindIcons: Readonly<Record<Kind, Icon>> = {
  call: IconPhone,
  visit: IconMapPin,
  meeting: IconUsers,
  letter: IconMail,
};

const stateTones: Readonly<Record<string, Tone>> = { planned: 'info', done: 'good', moved: 'neutral', missed: 'bad' };
const planTones: Readonly<Record<string, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  approved: 'good',
  remarked: 'warning',
};

/** Gives the function that says in two words from what an assigned activity comes; null for one's own plan. */
export function useBasis(): (item: Pick<WeekItem, 'assigned'>) => string | null {
  const t = useText(screenTexts);
  return ({ assigned }) => {
    if (!assigned) return null;
    return assigned.clause ? t('activities.clause', { number: assigned.clause.number }) : t('activities.outside');
  };
}

/** Where an activity stands. */
export function ActivityState({ state }: { state: 'planned' | 'done' | 'moved' | 'missed' }) {
  const t = useText(screenTexts);
  return <StatusBadge tone={stateTones[state] ?? 'neutral'} label={t(`activities.state.${state}`)} />;
}

/** Where a week plan stands. */
export function PlanState({ state }: { state: 'draft' | 'submitted' | 'approved' | 'remarked' }) {
  const t = useText(screenTexts);
  return <StatusBadge tone={planTones[state] ?? 'neutral'} label={t(`activities.plan-state.${state}`)} />;
}

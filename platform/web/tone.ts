import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { Icon } from './screen.ts';

/** What a state means to the person, whatever its word. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad';

/** The icon of a tone, so that no state is told by colour alone. */
export const toneIcons: Readonly<Record<Tone, Icon>> = {
  neutral: IconCircleDashed,
  info: IconInfoCircle,
  good: IconCircleCheck,
  warning: IconAlertTriangle,
  bad: IconCircleX,
};

import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { type Tone, toneIcons } from './tone.ts';

/** Says something in passing, for a few seconds; what went wrong stays until it is closed. */
export function notify(tone: Tone, message: string): void {
  const Icon = toneIcons[tone];
  const icon = createElement(
    'span',
    { 'data-tone': tone, style: { color: 'var(--tone-fill)', lineHeight: 0 } },
    createElement(Icon, { size: 20 }),
  );
  notifications.show({
    message,
    icon,
    autoClose: tone === 'bad' ? false : 4500,
    withBorder: true,
    color: 'transparent',
  });
}

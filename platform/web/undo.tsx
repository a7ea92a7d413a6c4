import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useKeys } from './keys.ts';
import { shellTexts } from './shell-texts.ts';
import { useText } from './texts.ts';

type Offer = {
  /** What was done, in the past tense. */
  readonly message: string;
  readonly undo: () => void;
};
const offeredMs = 8000;
const offers: { id: string; undo: () => void }[] = [];

/** Offers to take back what was just done: a toast with a button, and Ctrl Z while it stands. */
export function offerUndo({ message, undo }: Offer): void {
  const id = `undo-${offers.length}-${performance.now()}`;
  const take = () => {
    forget(id);
    notifications.hide(id);
    undo();
  };
  offers.push({ id, undo: take });
  notifications.show({
    id,
    autoClose: offeredMs,
    withBorder: true,
    color: 'transparent',
    message: <UndoToast message={message} onUndo={take} onGone={() => forget(id)} />,
  });
}

/** Takes back the latest of what is on offer. */
export function undoLatest(): void {
  offers.at(-1)?.undo();
}

/** Ctrl Z for the whole application. */
export function UndoKey(): null {
  const t = useText(shellTexts);
  useKeys([{ keys: 'mod+z', label: t('web.undo'), run: undoLatest }]);
  return null;
}

function UndoToast({ message, onUndo, onGone }: { message: string; onUndo: () => void; onGone: () => void }) {
  const t = useText(shellTexts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the toast goes
  useEffect(() => onGone, []);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {t('web.undo')}
      </Button>
    </Group>
  );
}

function forget(id: string): void {
  const at = offers.findIndex((offer) => offer.id === id);
  if (at >= 0) offers.splice(at, 1);
}

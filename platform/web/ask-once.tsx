import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { shellTexts } from './shell-texts.ts';
import { textOf } from './texts.ts';

type Question = {
  readonly title: string;
  /** What will be so afterwards, and that it cannot be undone. */
  readonly consequence: string;
  /** The act itself, as a verb; never "OK". */
  readonly label: string;
  readonly run: () => void;
  readonly danger?: boolean;
};

/** Asks once before what cannot be undone. */
export function askOnce({ title, consequence, label, run, danger = true }: Question): void {
  modals.openConfirmModal({
    title,
    children: <Text size="sm">{consequence}</Text>,
    labels: { confirm: label, cancel: textOf(shellTexts)('web.cancel') },
    confirmProps: danger ? { color: 'red' } : {},
    onConfirm: run,
  });
}

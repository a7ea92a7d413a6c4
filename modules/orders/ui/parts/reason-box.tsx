import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web/texts.ts';
import { texts } from '../../texts.ts';

type BoxProps = {
  readonly label: string;
  readonly act: string;
  readonly busy: boolean;
  readonly onSend: (text: string) => void;
  readonly danger?: boolean;
  /** Keeps the box empty and open after sending. */
  readonly clears?: boolean;
};

/** A few words and the act that needs them; Ctrl Enter sends. */
export function ReasonBox({ label, act, busy, onSend, danger, clears }: BoxProps): ReactNode {
  const t = useText(texts);
  const [text, setText] = useState('');
  const ready = text.trim() !== '' && !busy;
  const send = () => {
    if (!ready) return;
    onSend(text.trim());
    if (clears) setText('');
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.stopPropagation();
            send();
          }
        }}
      />
      <Group justify="flex-end">
        <Button loading={busy} disabled={!ready} onClick={send} {...(danger && { color: 'red.8' })}>
          {act || t('orders.send')}
        </Button>
      </Group>
    </Stack>
  );
}

import { Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Ref, RefField } from '#platform/web/form/ref-field.tsx';
import { useText } from '#platform/web/texts.ts';
import { texts } from '../../texts.ts';

type Input = { keeperId?: string; reason?: string };

/** To whom, and why: the fields of giving many clients to another keeper. */
export function AssignFields({ value, set }: { value: Input; set: (changed: Input) => void }) {
  const t = useText(texts);
  const [keeper, setKeeper] = useState<Ref | null>(null);
  return (
    <Stack gap="sm">
      <RefField
        kind="person"
        label={t('clients.new-keeper')}
        required
        data-autofocus
        value={keeper}
        onChange={(picked) => {
          setKeeper(picked);
          set({ keeperId: picked?.id ?? '' });
        }}
      />
      <Textarea
        label={t('clients.reason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={value.reason ?? ''}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </Stack>
  );
}

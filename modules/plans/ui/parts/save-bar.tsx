import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useKeys } from '#platform/web/keys.ts';
import { useText } from '#platform/web/texts.ts';
import { plansScreenTexts } from '../../texts-screens.ts';
import type { Typing } from './use-typing.ts';

/** Keeps what was typed, with the reason that stays in its history. */
export function SaveBar({ typing }: { typing: Typing }): ReactNode {
  const t = useText(plansScreenTexts);
  const [reason, setReason] = useState('');
  const unsaved = typing.changes > 0;
  const save = () => {
    typing.save(reason);
    setReason('');
  };
  useKeys(unsaved ? [{ keys: 'mod+s', label: t('plans.save'), run: save }] : []);
  return (
    <>
      <RefusalBanner problem={typing.saving.problem} />
      <Group mt="md" align="flex-end">
        {unsaved && (
          <TextInput
            label={t('plans.reason-to-set')}
            description={t('plans.reason-hint')}
            maxLength={1000}
            miw={260}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Button disabled={!unsaved} loading={typing.saving.isPending} onClick={save}>
          {t('plans.save-drafts', { count: typing.changes })}
        </Button>
        {unsaved && (
          <Button variant="subtle" onClick={typing.forget}>
            {t('plans.forget')}
          </Button>
        )}
      </Group>
    </>
  );
}

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '#platform/web/draft.ts';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { addClause } from '../../endpoints-versions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';

/** The next clause of a section: Enter adds it and leaves room for one more. What is typed survives a reload. */
export function AddClause({
  versionId,
  section,
  onAdded,
}: {
  versionId: string;
  section: number;
  onAdded: (id: string) => void;
}) {
  const t = useText(mandatesScreenTexts);
  const [text, setText, forget, found] = useDraft(`clause-${versionId}-${section}`, '');
  const [open, setOpen] = useState(found);
  const add = useAct(addClause, {
    invalidates: ['mandates'],
    onDone: ({ id }) => {
      forget();
      onAdded(id);
    },
  });
  const send = () => text.trim() && add.act({ params: { id: versionId }, body: { section, text: text.trim() } });
  if (!open) {
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {t('mandates.add-clause')}
      </Button>
    );
  }
  return (
    <div>
      <Textarea
        aria-label={t('mandates.add-clause')}
        placeholder={t('mandates.add-clause-hint')}
        autoFocus
        autosize
        minRows={1}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            send();
          }
          if (event.key === 'Escape') setOpen(false);
        }}
      />
      <RefusalBanner problem={add.problem} />
    </div>
  );
}

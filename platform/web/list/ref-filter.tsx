import { Checkbox, Pill, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { RefField } from '../form/ref-field.tsx';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import type { EditorProps } from './filter-editor.tsx';
import { labelOf, rememberLabel } from './labels.ts';
import { columnWord } from './words.ts';

/** Picks people or records by name, several if wanted; of people, me with one touch. */
export function RefFilter({ list, name, column, operators, onChange }: EditorProps): ReactNode {
  const t = useText(shellTexts);
  const chosen = operators['']?.split(',').filter(Boolean) ?? [];
  const choose = (ids: readonly string[]) => onChange({ '': ids.join(',') });
  const others = chosen.filter((id) => id !== 'me');
  return (
    <Stack gap="xs">
      {column.type === 'person' && (
        <Checkbox
          label={t('web.list.me')}
          checked={chosen.includes('me')}
          onChange={(event) => choose(event.currentTarget.checked ? ['me', ...others] : others)}
        />
      )}
      {others.length > 0 && (
        <Pill.Group>
          {others.map((id) => (
            <Pill
              key={id}
              withRemoveButton
              onRemove={() => choose(chosen.filter((each) => each !== id))}
              removeButtonProps={{
                'aria-label': t('web.list.remove', { name: labelOf(id) ?? '' }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            >
              {labelOf(id) ?? '…'}
            </Pill>
          ))}
        </Pill.Group>
      )}
      <RefField
        data-autofocus
        aria-label={columnWord(list, name)}
        {...(column.type === 'person' ? { kind: 'person' } : { leadsTo: column.leadsTo ?? '/' })}
        value={null}
        onChange={(picked) => {
          if (!picked) return;
          rememberLabel(picked.id, picked.label);
          choose([...new Set([...chosen, picked.id])]);
        }}
      />
    </Stack>
  );
}

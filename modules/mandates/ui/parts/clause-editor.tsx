import { ActionIcon, Group, Menu, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { RefusalBanner } from '#platform/web/form/refusal-banner.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { offerUndo } from '#platform/web/undo.tsx';
import { addBinding, addClause, editClause, orderClauses, removeClause } from '../../endpoints-versions.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';
import classes from '../version.module.css';
import { ClauseSaid } from './clause-view.tsx';
import type { Clause } from './version-sheet.tsx';
import { WordingHints } from './wording-hints.tsx';

const cadences = ['', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'on-event'] as const;
const responsibilities = ['disciplinary', 'material', 'variable-pay', 'administrative'] as const;

type EditorProps = {
  readonly version: Version;
  readonly clause: Clause;
  readonly siblings: readonly Clause[];
  readonly chosen: boolean;
  readonly faulty: boolean;
  readonly onChoose: () => void;
};

/** A clause as it is written: saved when one leaves it; what a refusal says stands beneath it with what was typed. */
export function ClauseEditor({ version, clause, siblings, chosen, faulty, onChoose }: EditorProps) {
  const t = useText(mandatesScreenTexts);
  const [text, setText] = useState(clause.text);
  const [area, setArea] = useState(clause.area);
  const [legal, setLegal] = useState(clause.legalReference);
  const seen = useRef(clause);
  useEffect(() => {
    const before = seen.current;
    seen.current = clause;
    setText((typed) => (typed === before.text ? clause.text : typed));
    setArea((typed) => (typed === before.area ? clause.area : typed));
    setLegal((typed) => (typed === before.legalReference ? clause.legalReference : typed));
  }, [clause]);
  const edit = useAct(editClause, { invalidates: ['mandates'] });
  const save = (
    changed: Partial<Pick<Clause, 'text' | 'area' | 'legalReference' | 'responsibility'>> & {
      cadence?: (typeof cadences)[number];
    },
  ) => {
    const differs = Object.entries(changed).some(([key, value]) => clause[key as 'text'] !== value);
    if (differs) edit.act({ params: { id: clause.id }, body: changed, ifMatch: clause.revision });
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the fields within take the focus, which chooses too
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      id={`clause-${clause.id}`}
      className={classes.clause}
      data-chosen={chosen || undefined}
      data-faulty={faulty || undefined}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <span className={classes.number}>{clause.number}</span>
      <Group gap={4} wrap="nowrap" align="start">
        <Textarea
          className={classes.text}
          aria-label={t('mandates.clause-text', { number: clause.number })}
          autosize
          minRows={1}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => text.trim() && save({ text: text.trim() })}
          style={{ flex: 1 }}
        />
        <ClauseMenu version={version} clause={clause} siblings={siblings} />
      </Group>
      <div className={classes.under}>
        {clause.section === 2 && (
          <Group gap="xs" mb={4}>
            <TextInput
              size="xs"
              aria-label={t('mandates.area')}
              placeholder={t('mandates.area')}
              value={area}
              maxLength={200}
              onChange={(event) => setArea(event.currentTarget.value)}
              onBlur={() => save({ area: area.trim() })}
            />
            <NativeSelect
              size="xs"
              aria-label={t('mandates.cadence')}
              value={clause.cadence}
              onChange={(event) => save({ cadence: event.currentTarget.value as (typeof cadences)[number] })}
              data={cadences.map((each) => ({
                value: each,
                label: each ? t(`mandates.cadence.${each}`) : t('mandates.cadence-unsaid'),
              }))}
            />
          </Group>
        )}
        {clause.section === 4 && (
          <Group gap="xs" mb={4}>
            <NativeSelect
              size="xs"
              aria-label={t('mandates.responsibility')}
              value={clause.responsibility ?? ''}
              onChange={(event) =>
                save({ responsibility: (event.currentTarget.value || null) as Clause['responsibility'] })
              }
              data={[
                { value: '', label: t('mandates.responsibility-unsaid') },
                ...responsibilities.map((each) => ({
                  value: each as string,
                  label: t(`mandates.responsibility.${each}`),
                })),
              ]}
            />
            <TextInput
              size="xs"
              aria-label={t('mandates.legal')}
              placeholder={t('mandates.legal')}
              value={legal}
              maxLength={500}
              onChange={(event) => setLegal(event.currentTarget.value)}
              onBlur={() => save({ legalReference: legal.trim() })}
              style={{ flex: 1 }}
            />
          </Group>
        )}
        <WordingHints section={clause.section} text={text} />
        <ClauseSaid clause={clause} onChoose={onChoose} />
        <RefusalBanner problem={edit.problem} />
      </div>
    </div>
  );
}

function ClauseMenu({ version, clause, siblings }: { version: Version; clause: Clause; siblings: readonly Clause[] }) {
  const t = useText(mandatesScreenTexts);
  const order = useAct(orderClauses, { invalidates: ['mandates'] });
  const restore = useAct(addClause, { invalidates: ['mandates'] });
  const bind = useAct(addBinding, { invalidates: ['mandates'] });
  const remove = useAct(removeClause, {
    invalidates: ['mandates'],
    onDone: () =>
      offerUndo({ message: t('mandates.clause-removed', { number: clause.number }), undo: () => void putBack() }),
  });
  const at = siblings.indexOf(clause);
  const before = siblings[at - 1];
  const ids = siblings.map(({ id }) => id);
  const shift = (by: number) => {
    const next = ids.filter((id) => id !== clause.id);
    next.splice(at + by, 0, clause.id);
    order.act({ params: { id: version.id }, body: { section: clause.section, clauseIds: next } });
  };
  const putBack = async () => {
    const { section, text, area, cadence, responsibility, legalReference } = clause;
    const body = {
      section,
      text,
      area,
      cadence: cadence as '',
      responsibility,
      legalReference,
      ...(before && { after: before.id }),
    };
    const { id } = await restore.actAndWait({ params: { id: version.id }, body });
    for (const { kind, key, settings } of clause.bindings)
      await bind.actAndWait({ params: { id }, body: { kind, key, settings } });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('mandates.clause-acts', { number: clause.number })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={15} />} disabled={at <= 0} onClick={() => shift(-1)}>
          {t('mandates.move-up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          disabled={at >= siblings.length - 1}
          onClick={() => shift(1)}
        >
          {t('mandates.move-down')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          color="red"
          onClick={() => remove.act({ params: { id: clause.id } })}
        >
          {t('mandates.take-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

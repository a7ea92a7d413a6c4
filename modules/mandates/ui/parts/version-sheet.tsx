import { Alert, Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useKeys } from '#platform/web/keys.ts';
import { useText } from '#platform/web/texts.ts';
import { mandatesScreenTexts } from '../../texts-screens.ts';
import type { Version } from '../pages/version.tsx';
import classes from '../version.module.css';
import { AddClause } from './add-clause.tsx';
import { BindingPanel } from './binding-panel.tsx';
import { ClauseEditor } from './clause-editor.tsx';
import { ClauseView } from './clause-view.tsx';

export type Clause = Version['clauses'][number];
const sections = [1, 2, 3, 4, 5] as const;

/** The document, by sections; beside it what the chosen clause binds, and what keeps the draft from being submitted. */
export function VersionSheet({ version }: { version: Version }) {
  const t = useText(mandatesScreenTexts);
  const { clauses, faults, can } = version;
  const editing = can.edit === true;
  const [chosenId, choose] = useState<string | null>(null);
  const chosen = clauses.find(({ id }) => id === chosenId) ?? null;
  const faulty = new Set(faults.map(({ clause }) => clause));
  const move = (by: number) => {
    const at = clauses.findIndex(({ id }) => id === chosenId);
    const next = clauses[Math.min(clauses.length - 1, Math.max(0, at + by))];
    if (!next) return;
    choose(next.id);
    document.getElementById(`clause-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys([
    { keys: 'j', label: t('mandates.next-clause'), run: () => move(1) },
    { keys: 'k', label: t('mandates.previous-clause'), run: () => move(-1) },
  ]);
  return (
    <div className={classes.sheet}>
      <article className={classes.document}>
        {sections.map((section) => {
          const own = clauses.filter((clause) => clause.section === section);
          return (
            <section key={section}>
              <Title order={2} size="h4" mt="md" mb={6}>
                {section}. {t(`mandates.section.${section}`)}
              </Title>
              {own.map((clause) => {
                const place = {
                  chosen: clause.id === chosenId,
                  faulty: faulty.has(clause.number),
                  onChoose: () => choose(clause.id),
                };
                return editing ? (
                  <ClauseEditor key={clause.id} version={version} clause={clause} siblings={own} {...place} />
                ) : (
                  <ClauseView key={clause.id} clause={clause} {...place} />
                );
              })}
              {own.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t('mandates.section-empty')}
                </Text>
              )}
              {editing && <AddClause versionId={version.id} section={section} onAdded={choose} />}
            </section>
          );
        })}
      </article>
      <aside className={classes.panel} aria-label={t('mandates.binding')}>
        {editing && (
          <Faults
            faults={faults}
            onChoose={(number) => choose(clauses.find((clause) => clause.number === number)?.id ?? null)}
          />
        )}
        {chosen ? (
          <BindingPanel key={chosen.id} clause={chosen} editing={editing} />
        ) : (
          <Text size="sm" c="dimmed">
            {t(editing ? 'mandates.choose-clause' : 'mandates.choose-clause-read')}
          </Text>
        )}
      </aside>
    </div>
  );
}

function Faults({ faults, onChoose }: { faults: Version['faults']; onChoose: (number: string) => void }) {
  const t = useText(mandatesScreenTexts);
  if (faults.length === 0) return <Alert color="green" mb="sm" title={t('mandates.whole')} />;
  return (
    <Alert color="yellow" mb="sm" title={t('mandates.not-whole', { count: faults.length })}>
      {faults.map(({ code, clause, detail }) => (
        <div key={`${code} ${clause} ${detail}`}>
          {clause?.includes('.') ? (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => onChoose(clause)}
              style={{ whiteSpace: 'normal', height: 'auto', textAlign: 'left' }}
            >
              {detail}
            </Button>
          ) : (
            <Text size="xs">{detail}</Text>
          )}
        </div>
      ))}
    </Alert>
  );
}

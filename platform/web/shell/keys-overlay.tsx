import { Kbd, Modal, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Key, keyWords, useListedKeys } from '../keys.ts';
import { shellTexts } from '../shell-texts.ts';
import { useText } from '../texts.ts';
import classes from './keys-overlay.module.css';

const everywhere = new Set(['/', '?', 'mod+z']);

/** The keys of the present screen. */
export default function KeysOverlay({ onClose }: { onClose: () => void }): ReactNode {
  const t = useText(shellTexts);
  const keys = useListedKeys().filter((key) => key.label);
  const general = [
    { keys: 'mod+k', label: t('web.keys.command'), run: () => undefined },
    ...keys.filter((key) => everywhere.has(key.keys)),
  ];
  const going = keys.filter((key) => key.keys.startsWith('g '));
  const own = keys.filter((key) => !everywhere.has(key.keys) && !key.keys.startsWith('g '));
  return (
    <Modal opened onClose={onClose} title={t('web.keys')} size="lg">
      <div className={classes.columns}>
        <Section title={t('web.keys.screen')} keys={own} />
        <Section title={t('web.keys.everywhere')} keys={general} />
        <Section title={t('web.keys.go')} keys={going} />
      </div>
    </Modal>
  );
}

function Section({ title, keys }: { title: string; keys: readonly Key[] }): ReactNode {
  if (keys.length === 0) return null;
  return (
    <section>
      <Title order={3}>{title}</Title>
      <dl className={classes.list}>
        {keys.map((key) => (
          <div key={`${key.keys} ${key.label}`} className={classes.row}>
            <dt>
              {keyWords(key.keys).map((word) => (
                <Kbd key={word} size="xs">
                  {word}
                </Kbd>
              ))}
            </dt>
            <dd>{key.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

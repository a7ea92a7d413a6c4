import { Button, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { keyWords, useKeys } from '#platform/web/keys.ts';
import { useMay } from '#platform/web/me.ts';
import { useText } from '#platform/web/texts.ts';
import { organizationTexts } from '../../texts.ts';

type FindOrAddProps = {
  readonly q: string;
  readonly onFind: (q: string) => void;
  /** The act that adds, as a verb; its key is `n`. */
  readonly label: string;
  /** The form that adds, in a dialog. */
  readonly form: (close: () => void) => ReactNode;
};

/** Finds among people or positions; whoever arranges them adds one. */
export function FindOrAdd({ q, onFind, label, form }: FindOrAddProps) {
  const t = useText(organizationTexts);
  const [adding, setAdding] = useState(false);
  const arranges = useMay('organization.arrange');
  const close = () => setAdding(false);
  useKeys(arranges ? [{ keys: 'n', label, run: () => setAdding(true) }] : []);
  return (
    <>
      <TextInput
        type="search"
        aria-label={t('organization.find')}
        placeholder={t('organization.find')}
        value={q}
        onChange={(event) => onFind(event.currentTarget.value)}
      />
      {arranges && (
        <Button onClick={() => setAdding(true)} title={`${label} (${keyWords('n').join('')})`}>
          {label}
        </Button>
      )}
      <Modal opened={adding} onClose={close} title={label}>
        {form(close)}
      </Modal>
    </>
  );
}

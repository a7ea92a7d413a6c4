import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../texts.ts';
import classes from './attachments.module.css';
import { useFileSize } from './file-size.ts';
import { PickFiles, useDropped } from './pick-files.tsx';
import { fileTexts } from './texts.ts';

type HeldProps = {
  readonly accept: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
};

/** Files for a record that is still being written: picked now, sent by `uploadFiles` once it is recorded. */
export function HeldFiles({ accept, files, onChange }: HeldProps): ReactNode {
  const t = useText(fileTexts);
  const size = useFileSize();
  const pick = (picked: readonly File[]) => onChange([...files, ...picked]);
  const { over, onto } = useDropped(true, pick);
  return (
    <div className={classes.part} {...onto} data-over={over || undefined}>
      <PickFiles accept={accept} onPick={pick} />
      {files.length > 0 && (
        <>
          <ul className={classes.list} aria-label={t('web.files')}>
            {files.map((file, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may be alike in everything but their place
              <li key={at} className={classes.file}>
                <div className={classes.shrink} data-wide>
                  <div className={classes.name} title={file.name}>
                    {file.name}
                  </div>
                  <Text size="xs" c="dimmed">
                    {size(file.size)}
                  </Text>
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('web.files.detach', { name: file.name })}
                  onClick={() => onChange(files.filter((other) => other !== file))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </li>
            ))}
          </ul>
          <span className={classes.hint}>{t('web.files.later')}</span>
        </>
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../texts.ts';
import classes from './attachments.module.css';
import { useFileSize } from './file-size.ts';
import { RecordVoice } from './record-voice.tsx';
import { fileTexts } from './texts.ts';

type PickProps = {
  /** As the server says what the record takes. */
  readonly accept: string;
  /** Bytes. */
  readonly largest?: number;
  readonly onPick: (files: readonly File[]) => void;
};

/** The ways to get files: choose, photograph on a phone, record; paste and drop come by `useDropped`. */
export function PickFiles({ accept, largest, onPick }: PickProps): ReactNode {
  const t = useText(fileTexts);
  const size = useFileSize();
  const choose = useRef<HTMLInputElement>(null);
  const photograph = useRef<HTMLInputElement>(null);
  const [hasCamera] = useState(() => matchMedia('(pointer: coarse)').matches);
  const picked = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    // Emptied, so that the same file can be chosen again after it was refused.
    input.value = '';
    if (files.length > 0) onPick(files);
  };
  return (
    <div className={classes.acts}>
      {hasCamera && accept.includes('image/') && (
        <>
          <Button variant="default" leftSection={<IconCamera size={18} />} onClick={() => photograph.current?.click()}>
            {t('web.files.photo')}
          </Button>
          <input
            ref={photograph}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            onChange={(event) => picked(event.currentTarget)}
          />
        </>
      )}
      <Button variant="default" leftSection={<IconPaperclip size={18} />} onClick={() => choose.current?.click()}>
        {t('web.files.choose')}
      </Button>
      <input
        ref={choose}
        type="file"
        multiple
        accept={accept}
        hidden
        data-files
        onChange={(event) => picked(event.currentTarget)}
      />
      {accept.includes('audio/') && <RecordVoice onDone={(file) => onPick([file])} />}
      <span className={classes.hint}>
        {[!hasCamera && t('web.files.drop'), largest !== undefined && t('web.files.up-to', { size: size(largest) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

/**
 * Takes what is dropped on a part of the page, and what is pasted anywhere on it; `over` says that something is held above
 * it. A part that is not `open` takes nothing.
 */
export function useDropped(open: boolean, onPick: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  const take = useRef(onPick);
  take.current = onPick;
  useEffect(() => {
    if (!open) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // A spreadsheet puts a picture of its cells beside their text; whoever types means the text.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      take.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [open]);
  if (!open) return { over: false, onto: {} };
  return {
    over,
    onto: {
      onDragOver: (event: React.DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: React.DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: React.DragEvent) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onPick(files);
      },
    },
  };
}

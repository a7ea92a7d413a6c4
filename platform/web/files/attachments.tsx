import { ActionIcon, Button, Group, Progress, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { detachFile, listFiles, restoreFile } from '#platform/files/endpoints.ts';
import { Awaiting } from '../awaiting.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { useSentence } from '../problem-view.tsx';
import { type Touched, useAct, useRead } from '../query.ts';
import { useSay, useText } from '../texts.ts';
import { offerUndo } from '../undo.tsx';
import classes from './attachments.module.css';
import { type AttachedFile, FileCard } from './file-card.tsx';
import { useFileSize } from './file-size.ts';
import { PickFiles, useDropped } from './pick-files.tsx';
import { fileTexts } from './texts.ts';
import { dropUpload, retryUpload, type Upload, uploadFiles, useUploads } from './uploads.ts';

type AttachmentsProps = {
  /** Kind of the record, as its module registered it: `clients.clients`. */
  readonly kind: string;
  readonly id: string;
  /** What else of the cache a file makes old, e.g. a timeline. */
  readonly touches?: Touched;
  /** Makes sure that the record is on the server before the first file is sent; false when it could not be put there. */
  readonly before?: () => Promise<boolean>;
  /** The record is not on the server yet: there is nothing to read. */
  readonly begun?: boolean;
  /** Pictures as large as there is room, for whoever types from them. */
  readonly large?: boolean;
};

/** What is attached to a record, and all ways to attach more: choose, drop, paste, photograph, dictate. */
export function Attachments({
  kind,
  id,
  touches = [],
  before,
  begun = false,
  large = false,
}: AttachmentsProps): ReactNode {
  const t = useText(fileTexts);
  const say = useSay();
  const size = useFileSize();
  // What may be attached follows the record: it is asked anew whenever the part comes up.
  const read = useRead(listFiles, { query: { kind, subjectId: id } }, { enabled: !begun, staleMs: 0 });
  const uploads = useUploads(kind, id);
  const [tooLarge, setTooLarge] = useState<readonly string[]>([]);
  const invalidates = [listFiles, ...touches];
  const restore = useAct(restoreFile, { invalidates });
  const detach = useAct(detachFile, { invalidates });
  const largest = read.data?.largest;
  const may = begun || read.data?.can.attach === true;
  const pick = (files: readonly File[]) => {
    const over = files.filter((file) => largest !== undefined && file.size > largest);
    setTooLarge(
      over.map(
        (file) => `${file.name}: ${t('web.files.too-large', { size: size(file.size), largest: size(largest ?? 0) })}`,
      ),
    );
    const fitting = files.filter((file) => !over.includes(file));
    uploadFiles(fitting, { kind, subjectId: id, touches, ...(before && { before }) });
  };
  const { over, onto } = useDropped(may, pick);
  if (!read.data && !begun) return <Awaiting read={read} like="list" />;
  const { items = [], can = { attach: true, detach: false }, accept = defaultAccept } = read.data ?? {};
  const closed = Array.isArray(can.attach) ? can.attach.map((code) => say(`refusal.${code}`)) : [];
  const takeOff = (file: AttachedFile) =>
    void detach.actAndWait({ params: { id: file.id } }).then(
      () =>
        offerUndo({
          message: t('web.files.detached', { name: file.name }),
          undo: () => restore.act({ params: { id: file.id } }),
        }),
      () => undefined,
    );
  return (
    <div className={classes.part} {...onto} data-over={over || undefined} data-large={large || undefined}>
      {may && <PickFiles accept={accept} {...(largest !== undefined && { largest })} onPick={pick} />}
      <RefusalBanner problem={detach.problem ?? restore.problem} />
      {[...tooLarge, ...closed].map((sentence) => (
        <Text key={sentence} size="sm" c={tooLarge.includes(sentence) ? 'red' : 'dimmed'} role="status">
          {sentence}
        </Text>
      ))}
      {items.length + uploads.length === 0 && !may && closed.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('web.files.none')}
        </Text>
      )}
      {items.length + uploads.length > 0 && (
        <ul className={classes.list} aria-label={t('web.files')}>
          {items.map((file) => (
            <FileCard
              key={file.id}
              file={file}
              large={large}
              onDetach={can.detach === true ? () => takeOff(file) : undefined}
            />
          ))}
          {uploads.map((upload) => (
            <OnItsWay key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Until the server says what the record takes; it judges by the content in any case. */
const defaultAccept = 'image/*,application/pdf,.pdf,audio/*';

/** A file being sent: how far it is; or what stands against it, and the ways on. */
function OnItsWay({ upload: { id, name, share, problem } }: { upload: Upload }) {
  const t = useText(fileTexts);
  const sentence = useSentence();
  return (
    <li className={classes.file}>
      <div className={classes.shrink} data-wide>
        <div className={classes.name} title={name}>
          {name}
        </div>
        {problem ? (
          <Text size="xs" c="red" role="alert">
            {problem.code === 'web.offline' ? t('web.files.offline') : sentence(problem)}
          </Text>
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Progress
              style={{ flex: 1 }}
              size="sm"
              value={(share ?? 0) * 100}
              aria-label={t('web.files.sending', { name })}
            />
            {share === null && <span className={classes.hint}>{t('web.files.waiting')}</span>}
          </Group>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('web.files.cancel', { name })}
        onClick={() => dropUpload(id)}
      >
        <IconX size={16} />
      </ActionIcon>
      {problem && (problem.status === 0 || problem.status >= 500) && (
        <Button className={classes.wide} size="compact-xs" variant="default" onClick={() => retryUpload(id)}>
          {t('web.files.again')}
        </Button>
      )}
    </li>
  );
}

import { ActionIcon, Anchor, Text } from '@mantine/core';
import {
  IconDownload,
  IconFile,
  IconFileTypePdf,
  IconFileTypeXls,
  IconFileWord,
  IconMicrophone,
  IconPhoto,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { fileContent, type listFiles } from '#platform/files/endpoints.ts';
import { addressOf } from '../call.ts';
import { useFormat } from '../format.ts';
import type { Icon } from '../screen.ts';
import { useText } from '../texts.ts';
import classes from './attachments.module.css';
import { useFileSize } from './file-size.ts';
import { fileTexts } from './texts.ts';

export type AttachedFile = EndpointReply<typeof listFiles>['items'][number];

/** Where a file is shown, or got when it cannot be. */
export function addressOfFile(id: string): string {
  return addressOf(fileContent, { params: { id }, query: {} });
}

type CardProps = {
  readonly file: AttachedFile;
  /** Pictures as large as there is room, for whoever types from them. */
  readonly large?: boolean;
  readonly onDetach?: (() => void) | undefined;
};

/** One file: what it looks like, its name, who attached it, and the ways to open it and to take it off. */
export function FileCard({ file, large = false, onDetach }: CardProps): ReactNode {
  const t = useText(fileTexts);
  const format = useFormat();
  const size = useFileSize();
  const { id, name, shown, mediaType } = file;
  const isPicture = shown && mediaType.startsWith('image/');
  const Picture = iconOf(mediaType);
  const open = {
    href: addressOfFile(id),
    ...(shown ? { target: '_blank', rel: 'noreferrer' } : { download: name }),
    'aria-label': t(shown ? 'web.files.open' : 'web.files.download', { name }),
  };
  return (
    <li className={classes.file}>
      {isPicture && large ? (
        <a className={classes.large} {...open}>
          <img src={open.href} alt={name} />
        </a>
      ) : (
        <a className={classes.picture} {...open} tabIndex={-1}>
          {isPicture ? <img src={open.href} alt="" loading="lazy" /> : <Picture size={24} stroke={1.5} />}
        </a>
      )}
      <div className={classes.shrink} {...(isPicture && large && { 'data-wide': true })}>
        <Anchor className={classes.name} display="block" size="sm" title={name} {...open}>
          {name}
        </Anchor>
        <Text size="xs" c="dimmed" truncate>
          {[size(file.bytes), file.storedBy?.name, format.dateTime(file.storedAt)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {onDetach ? (
        <ActionIcon variant="subtle" color="gray" aria-label={t('web.files.detach', { name })} onClick={onDetach}>
          <IconX size={16} />
        </ActionIcon>
      ) : (
        <ActionIcon
          component="a"
          variant="subtle"
          color="gray"
          href={addressOf(fileContent, { params: { id }, query: { download: true } })}
          download={name}
          aria-label={t('web.files.download', { name })}
        >
          <IconDownload size={16} />
        </ActionIcon>
      )}
      {isRecording(mediaType) && (
        // biome-ignore lint/a11y/useMediaCaption: what somebody dictated has no captions
        <audio className={classes.wide} controls preload="none" src={open.href} aria-label={name} />
      )}
    </li>
  );
}

/** The names of files, each opening it: where there is no room for more. */
export function FileLinks({ files }: { files: readonly AttachedFile[] }): ReactNode {
  const t = useText(fileTexts);
  return (
    <span className={classes.acts}>
      {files.map(({ id, name, shown, mediaType }) => {
        const Picture = iconOf(mediaType);
        return (
          <Anchor
            key={id}
            size="sm"
            href={addressOfFile(id)}
            {...(shown ? { target: '_blank', rel: 'noreferrer' } : { download: name })}
            aria-label={t(shown ? 'web.files.open' : 'web.files.download', { name })}
          >
            <span style={{ verticalAlign: '-2px' }} aria-hidden>
              <Picture size={14} stroke={1.6} />
            </span>{' '}
            {name}
          </Anchor>
        );
      })}
    </span>
  );
}

function isRecording(mediaType: string): boolean {
  return mediaType.startsWith('audio/') || mediaType.startsWith('video/');
}

function iconOf(mediaType: string): Icon {
  if (mediaType.startsWith('image/')) return IconPhoto;
  if (isRecording(mediaType)) return IconMicrophone;
  if (mediaType === 'application/pdf') return IconFileTypePdf;
  if (/sheet|excel|csv/.test(mediaType)) return IconFileTypeXls;
  return /word|text/.test(mediaType) ? IconFileWord : IconFile;
}

import { uuidv7 } from '#kernel/id.ts';
import { Refused } from '#kernel/refusal.ts';
import { answer, answerAtLength, type FileReply, type Route, type Upload } from '#platform/http/route.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import {
  attach,
  beforeAttaching,
  detach,
  type FileWish,
  largestFile,
  requireFile,
  restore,
  whatMayBeAttached,
} from './attach.ts';
import { filesOf } from './attached.ts';
import { attachFile, detachFile, fileContent, listFiles, restoreFile } from './endpoints.ts';
import { acceptOf } from './file-type.ts';

/** Takes a file in outside of any transaction, since that lasts as long as the sender's line is slow; then attaches it. */
async function takeIn(runner: Runner, actor: Actor, wish: FileWish, { content }: Upload) {
  const largest = await runner
    .read(actor, (w) => beforeAttaching(w, wish.kind, wish.subjectId))
    .catch(async (refused) => {
      // Unread, the rest of the form would break the line before the refusal is heard.
      await readToEnd(content);
      throw refused;
    });
  const received = await runner.files.receive(content, largest);
  try {
    return await runner.write(actor, (w) => attach(w, wish, received));
  } finally {
    await received.discard();
  }
}

async function readToEnd(content: AsyncIterable<unknown>): Promise<void> {
  try {
    for await (const _ of content);
  } catch {
    // A form that broke off is refused for what was found before.
  }
}

/** @throws Refused `platform.not-found`, or `platform.file-gone` when its content is missing from the data folder. */
async function content(runner: Runner, actor: Actor, id: string, download: boolean): Promise<FileReply> {
  const file = await runner.read(actor, (w) => requireFile(w, id));
  if (file.detachedAt !== null) throw new Refused([{ code: 'platform.not-found', status: 404 }]);
  const place = await runner.files.find(file.sha256, file.bytes);
  if (!place) throw new Refused([{ code: 'platform.file-gone', status: 409, params: { name: file.name } }]);
  return {
    name: file.name,
    mediaType: file.mediaType,
    content: { path: place, bytes: file.bytes, tag: file.sha256 },
    inline: file.shown && !download,
  };
}

function newId(): string {
  return uuidv7(Temporal.Now.instant(), crypto.getRandomValues(new Uint8Array(10)));
}

export const fileRoutes: readonly Route[] = [
  answer(listFiles, async (w, { query: { kind, subjectId } }) => {
    const { can, kind: taking } = await whatMayBeAttached(w, kind, subjectId);
    return {
      items: await filesOf(w, kind, subjectId),
      can,
      accept: taking.accepts.map((group) => acceptOf[group]).join(','),
      largest: await largestFile(w),
    };
  }),
  answerAtLength(attachFile, (runner, actor, { query, upload }) => {
    const { name } = upload as Upload;
    return takeIn(runner, actor, { ...query, id: query.id ?? newId(), name }, upload as Upload);
  }),
  answerAtLength(fileContent, (runner, actor, { params, query }) =>
    content(runner, actor, params.id, query.download ?? false),
  ),
  answer(detachFile, async (w, { params }) => {
    await detach(w, params.id);
    return {};
  }),
  answer(restoreFile, async (w, { params }) => {
    await restore(w, params.id);
    return {};
  }),
];

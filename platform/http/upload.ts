import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Refused } from '#kernel/refusal.ts';
import type { Upload } from './route.ts';

type Sent = Readable & { readonly truncated: boolean };

/**
 * The file of a multipart request, as a stream.
 * @throws Refused when there is none; its stream refuses when the form breaks off or the file is over the limit.
 */
export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Refused([{ code: 'platform.wrong-media-type', status: 415 }]);
  const part = await request.file().catch(brokenOff);
  if (!part) throw new Refused([{ code: 'platform.file-needed', status: 422 }]);
  return { name: part.filename, mediaType: part.mimetype, content: Readable.from(wholeOf(part.file)) };
}

async function* wholeOf(file: Sent): AsyncGenerator<Buffer> {
  try {
    yield* file;
  } catch (error) {
    brokenOff(error);
  }
  // The parser ends a file at the limit as if it were whole.
  if (file.truncated) throw new Refused([{ code: 'platform.too-large', status: 413 }]);
}

/** The parser's complaints about a form carry no status of their own. */
function brokenOff(error: unknown): never {
  if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
  throw new Refused([{ code: 'platform.malformed', status: 400 }]);
}

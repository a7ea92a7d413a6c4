import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '#kernel/refusal.ts';
import type { FileReply } from './route.ts';

/** What a shown file may do in the browser: nothing but be looked at. */
const harmless = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Sends a file: to be kept by the person, or shown where the route says that it is safe to. A content on the disk is sent
 * in pieces, and in the range that was asked for.
 * @throws Refused `platform.range-not-there`
 */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileReply): FastifyReply {
  const { content } = file;
  if (!('tag' in content)) return named(reply, file).send(content);
  const etag = `"${content.tag}"`;
  const condition = request.headers['if-range'];
  const asked = condition === undefined || condition === etag ? request.headers.range : undefined;
  const range = rangeOf(asked, content.bytes);
  if (range === 'outside') throw new Refused([{ code: 'platform.range-not-there', status: 416 }]);
  named(reply, file)
    .header('content-security-policy', harmless)
    .header('cache-control', 'private, no-cache')
    .header('etag', etag)
    .header('accept-ranges', 'bytes');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const { from, to } = range ?? { from: 0, to: content.bytes - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${from}-${to}/${content.bytes}`);
  return reply.header('content-length', to - from + 1).send(createReadStream(content.path, { start: from, end: to }));
}

function named(reply: FastifyReply, { mediaType, name, inline }: FileReply): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff');
}

/** The range that a header asks for, both ends included; undefined for the whole, as for anything that is not one range. */
export function rangeOf(
  header: string | undefined,
  bytes: number,
): { from: number; to: number } | 'outside' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [, first = '', last = ''] = match;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== '' && last !== '' && Number(last) < from) return undefined;
  return from > to || from >= bytes ? 'outside' : { from, to };
}

import type { EndpointReply } from '#kernel/endpoint.ts';
import { attachFile } from '#platform/files/endpoints.ts';
import { addressOf, tellSignedOut } from '../call.ts';
import { currentLanguage } from '../language.ts';
import { Problem, type ProblemDocument } from '../problem.ts';

export type FileWish = { readonly id: string; readonly kind: string; readonly subjectId: string };
type Sending = { readonly onProgress: (share: number) => void; readonly signal: AbortSignal };

/**
 * Sends a file to be attached and tells how far it is, from 0 to 1. By XMLHttpRequest: `fetch` says nothing of what has
 * been sent. The same id sent again is attached once.
 * @throws Problem as `call`; an AbortError when it was cancelled.
 */
export function sendFile(
  file: File,
  wish: FileWish,
  { onProgress, signal }: Sending,
): Promise<EndpointReply<typeof attachFile>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(attachFile, { query: wish }));
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) return resolve(request.response);
      if (request.status === 401) tellSignedOut();
      reject(problemOf(request.status, request.response));
    };
    request.onerror = () => reject(problemOf(0, { code: 'web.offline' }));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
}

function problemOf(status: number, body: Partial<ProblemDocument> | null): Problem {
  const code = body?.code ?? 'web.unexpected';
  return new Problem({ title: '', detail: '', reasons: [], ...body, code, status });
}

import { createServer, type Socket } from 'node:net';

/** A letter as it came over the wire. */
export type Received = { readonly from: string; readonly to: string; readonly source: string };

/**
 * An SMTP server (RFC 5321) that takes every letter, on a free port of this machine. While `refusing` is true it answers
 * that it cannot take one now.
 */
export async function smtpServer(): Promise<{
  url: string;
  letters: Received[];
  refusing: boolean;
  /** The next letter that comes. */
  next(): Promise<Received>;
  close(): Promise<void>;
}> {
  const letters: Received[] = [];
  const state = { refusing: false };
  const waiting: ((letter: Received) => void)[] = [];
  const take = (letter: Received) => {
    letters.push(letter);
    waiting.shift()?.(letter);
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, take, state);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next: () => new Promise<Received>((resolve) => waiting.push(resolve)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function converse(socket: Socket, take: (letter: Received) => void, state: { readonly refusing: boolean }): void {
  let heard = '';
  let from = '';
  let to = '';
  let inLetter = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answer = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') say('250 mail.test');
    else if (verb === 'MAIL') {
      from = inBrackets(line);
      say(state.refusing ? '451 Not now' : '250 OK');
    } else if (verb === 'RCPT') {
      to = inBrackets(line);
      say('250 OK');
    } else if (verb === 'DATA') {
      inLetter = true;
      say('354 Go on');
    } else if (verb === 'QUIT') {
      say('221 Bye');
      socket.end();
    } else say('250 OK');
  };
  socket.setEncoding('utf8');
  socket.on('error', () => {});
  socket.on('data', (text) => {
    heard += text;
    for (;;) {
      const end = heard.indexOf(inLetter ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = heard.slice(0, end);
      heard = heard.slice(end + (inLetter ? 5 : 2));
      if (inLetter) {
        inLetter = false;
        take({ from, to, source: part });
        say('250 Taken');
      } else answer(part);
    }
  });
  say('220 mail.test');
}

/** A letter as a person reads it: its subject and the text part of its body. */
export function readable({ source }: Received): { subject: string; text: string; html: string } {
  const [head = ''] = source.split('\r\n\r\n');
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  const part = (type: string) => {
    const found = new RegExp(`Content-Type: ${type}[^]*?\r\n\r\n([^]*?)\r\n--`).exec(source);
    const coding = new RegExp(`Content-Type: ${type}[^]*?Content-Transfer-Encoding: (\\S+)`).exec(source)?.[1];
    return decoded(found?.[1] ?? '', coding ?? '7bit');
  };
  // Blanks between two encoded words only keep lines short.
  const words = subject.replace(/\r\n[ \t]/g, ' ').replace(/\?=\s+=\?/g, '?==?');
  return {
    subject: words.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, how: string, encoded: string) =>
      decoded(encoded.replaceAll('_', ' '), how === 'B' ? 'base64' : 'quoted-printable'),
    ),
    text: part('text/plain'),
    html: part('text/html'),
  };
}

function decoded(text: string, coding: string): string {
  if (coding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (coding !== 'quoted-printable') return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function inBrackets(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

import type { Language } from '#kernel/texts.ts';
import type { Registry } from '#platform/declare/registry.ts';
import { escapeHtml, type Letter } from '#platform/mail/mail.ts';
import { sentence } from '#platform/sentence.ts';
import type { DueLine } from './slots.ts';

export type DigestContent = {
  readonly due: readonly DueLine[];
  readonly news: readonly { readonly text: string; readonly href: string | null }[];
};
type Reader = { readonly name: string; readonly email: string; readonly language: Language };

/** As many lines of a kind as a letter shows; the rest is counted. */
const most = 30;

/** The digest as a letter in the reader's language. `base` is where Mandate answers; without it nothing is linked. */
export function digestLetter(
  registry: Registry,
  reader: Reader,
  { due, news }: DigestContent,
  options: { id: string; base: string | undefined },
): Letter {
  const say = (key: string, values: Record<string, unknown> = {}) => sentence(registry, reader.language, key, values);
  const late = due.filter((line) => line.late);
  const today = due.filter((line) => !line.late);
  const parts = [
    { title: say('digest.late'), lines: late },
    { title: say('digest.today'), lines: today },
    { title: say('digest.news'), lines: news },
  ].filter(({ lines }) => lines.length > 0);
  const beyond = (count: number) => (count > most ? [say('digest.more', { count: count - most })] : []);
  const greeting = say('digest.greeting', { name: reader.name });
  const foot = say('digest.foot');
  const linked = ({ text, href }: { text: string; href: string | null }) =>
    href && options.base
      ? `<a href="${escapeHtml(new URL(href, options.base).href)}">${escapeHtml(text)}</a>`
      : escapeHtml(text);
  return {
    to: reader.email,
    id: options.id,
    subject: say('digest.subject', { late: late.length, today: today.length, news: news.length }),
    text: [
      greeting,
      ...parts.map(({ title, lines }) =>
        [title, ...lines.slice(0, most).map(({ text }) => `– ${text}`), ...beyond(lines.length)].join('\n'),
      ),
      foot,
    ].join('\n\n'),
    html: [
      `<p>${escapeHtml(greeting)}</p>`,
      ...parts.map(
        ({ title, lines }) =>
          `<h3>${escapeHtml(title)}</h3><ul>${[
            ...lines.slice(0, most).map(linked),
            ...beyond(lines.length).map(escapeHtml),
          ]
            .map((line) => `<li>${line}</li>`)
            .join('')}</ul>`,
      ),
      `<p><small>${escapeHtml(foot)}</small></p>`,
    ].join('\n'),
  };
}

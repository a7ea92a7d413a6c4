import type { Language } from '#kernel/texts.ts';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Registry } from '#platform/declare/registry.ts';
import { escapeHtml, type Letter, type MailSetup, sendLetter } from '#platform/mail/mail.ts';
import { companyActor, type Runner } from '#platform/run.ts';
import { sentence } from '#platform/sentence.ts';

/** How long the link of a letter works. */
export const linkWorksMinutes = 30;

/** The letters about a forgotten password. They leave on their own: nobody can tell by the time whom they were for. */
export type ResetLetters = {
  /** The link to a new password. */
  readonly sendLink: (userId: string, token: string) => void;
  /** That the password was changed by such a link. */
  readonly tellChanged: (userId: string) => void;
  /** Waits for what is being sent. */
  readonly settled: () => Promise<void>;
};

/** Letters by a mail server, with links to where Mandate answers. One that is not taken is lost: the person asks again. */
export function resetLetters(runner: Runner, setup: MailSetup, base: string): ResetLetters {
  const sending = new Set<Promise<void>>();
  const send = (userId: string, letterOf: (person: Person) => Letter) => {
    const sent = (async () => {
      const person = await personOf(runner, userId);
      if (person) await sendLetter(setup, letterOf(person));
    })()
      .catch((error) => console.error('a letter about a password could not be sent:', error.message))
      .finally(() => sending.delete(sent));
    sending.add(sent);
  };
  const { registry } = runner;
  return {
    sendLink: (userId, token) => send(userId, (person) => linkLetter(registry, person, token, base)),
    tellChanged: (userId) => send(userId, (person) => changedLetter(registry, person)),
    settled: async () => {
      await Promise.all(sending);
    },
  };
}

type Person = { readonly name: string; readonly email: string; readonly language: Language };

/** Whom the letter is for; nobody when they no longer work here. */
async function personOf(runner: Runner, userId: string): Promise<Person | undefined> {
  const known = await whoIs(runner.database, userId);
  if (!known) return undefined;
  return runner.read(companyActor(known.companyId, 'password letter'), (w) =>
    w.db.first(sql<Person>`select name, email, language from organization.employees where id = ${known.employeeId}`),
  );
}

function whoIs(database: Database, userId: string) {
  return database.bare((db) =>
    db.first(sql<{ companyId: string; employeeId: string }>`
      select company_id as "companyId", employee_id as "employeeId" from app.employee_of_user(${userId})`),
  );
}

function linkLetter(registry: Registry, person: Person, token: string, base: string): Letter {
  const say = (key: string, values = {}) => sentence(registry, person.language, key, values);
  // Behind the #, so that no server on the way writes it down.
  const link = new URL(`/new-password#${token}`, base).href;
  return letter(person, `password-${token.slice(0, 8)}`, say('password.letter.subject'), [
    say('password.letter.greeting', { name: person.name }),
    say('password.letter.link', { minutes: linkWorksMinutes }),
    { link },
    say('password.letter.not-you'),
  ]);
}

function changedLetter(registry: Registry, person: Person): Letter {
  const say = (key: string, values = {}) => sentence(registry, person.language, key, values);
  return letter(person, `password-changed-${crypto.randomUUID()}`, say('password.changed.subject'), [
    say('password.letter.greeting', { name: person.name }),
    say('password.changed.text'),
    say('password.changed.not-you'),
  ]);
}

function letter(person: Person, id: string, subject: string, parts: readonly (string | { link: string })[]): Letter {
  return {
    to: person.email,
    id,
    subject,
    text: parts.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n'),
    html: parts
      .map((part) =>
        typeof part === 'string' ? escapeHtml(part) : `<a href="${escapeHtml(part.link)}">${escapeHtml(part.link)}</a>`,
      )
      .map((line) => `<p>${line}</p>`)
      .join('\n'),
  };
}

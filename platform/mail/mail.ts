import { createTransport } from 'nodemailer';

/** A letter to one person. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for every attempt, so that a mail program shows a letter that was sent twice once. */
  readonly id: string;
};

/** How letters leave: an SMTP server, and whom they come from. */
export type MailSetup = { readonly url: string; readonly from: string };

const patienceMs = 20_000;

/** What `MANDATE_SMTP_URL` (`smtps://user:password@host`) and `MANDATE_MAIL_FROM` say; null unless both say something. */
export function mailSetup(env: NodeJS.ProcessEnv = process.env): MailSetup | null {
  const { MANDATE_SMTP_URL: url, MANDATE_MAIL_FROM: from } = env;
  return url && from ? { url, from } : null;
}

/** Hands a letter to the mail server. @throws when that does not take it: whoever sends tries again later. */
export async function sendLetter(setup: MailSetup, { to, subject, text, html, id }: Letter): Promise<void> {
  const transport = createTransport(setup.url, {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  } as object);
  try {
    await transport.sendMail({
      from: setup.from,
      to,
      subject,
      text,
      html,
      messageId: `<${id}@mandate>`,
      // Replies by machines, such as notes of absence, would answer nobody.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
}

/** Text to stand for itself in the HTML of a letter. */
export function escapeHtml(text: string): string {
  const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (each) => escaped[each] ?? each);
}

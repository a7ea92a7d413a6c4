import { currentLanguage } from '../language.ts';

/** What the identity service says: done, or why not. */
export type Answered = 'done' | 'wrong' | 'too-many' | 'offline';
/** As `Answered`, or that a second step is needed. */
export type SignedIn = Answered | 'second-step';

/** Signs in with e-mail and password. */
export async function signIn(email: string, password: string): Promise<SignedIn> {
  const answer = await post('/sign-in/email', { email, password });
  if (answer.status === 200 && answer.body.twoFactorRedirect === true) return 'second-step';
  return said(answer.status);
}

/** The second step: a code of six digits. `trust` skips it on this device for thirty days. */
export async function verifyCode(code: string, trust: boolean): Promise<SignedIn> {
  return said((await post('/two-factor/verify-totp', { code, trustDevice: trust })).status);
}

/** What a password has at least, in characters: as the identity service asks. */
export const leastPasswordLength = 10;

/** Puts a new password in the place of the present one; every other session ends. */
export async function changePassword(current: string, next: string): Promise<Answered> {
  const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
  return said((await post('/change-password', body)).status);
}

/** Whether whoever forgot the password resets it by mail here; not when the server is not reached. */
export async function resetsByMail(): Promise<boolean> {
  try {
    const response = await fetch('/api/ways-to-sign-in');
    return ((await response.json()) as { resetByMail: boolean }).resetByMail;
  } catch {
    return false;
  }
}

/** Asks for a letter with a link to a new password. The answer is the same whether or not the address is known. */
export async function askForLink(email: string): Promise<Answered> {
  return said((await post('/request-password-reset', { email })).status);
}

/** Puts a new password in the place of the forgotten one, by the token of the link. */
export async function resetPassword(token: string, next: string): Promise<Answered> {
  return said((await post('/reset-password', { token, newPassword: next })).status);
}

/** Whether I sign in with a second step. */
export async function hasSecondStep(): Promise<boolean> {
  const response = await fetch('/api/auth/get-session');
  const body = (await response.json()) as { user?: { twoFactorEnabled?: boolean } } | null;
  return body?.user?.twoFactorEnabled === true;
}

/** Ends the session; quietly when the server is not reached. */
export async function signOut(): Promise<void> {
  await post('/sign-out', {});
}

type Answer = { status: number; body: Record<string, unknown> };

/** Calls better-auth; status 0 when it is not reached. */
export async function post(path: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': currentLanguage() },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json().catch(() => ({}))) ?? {} };
  } catch {
    return { status: 0, body: {} };
  }
}

function said(status: number): Answered {
  if (status === 0) return 'offline';
  if (status === 429) return 'too-many';
  return status >= 200 && status < 300 ? 'done' : 'wrong';
}

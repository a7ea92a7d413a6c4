import { hash } from '@node-rs/argon2';
import type { Identity } from './identity.ts';

/** Makes a person who can sign in; gives the user id. The e-mail is kept in lower case. */
export async function createUser(identity: Identity, person: { email: string; name: string; password: string }): Promise<string> {
  const { internalAdapter } = await identity.auth.$context;
  const email = person.email.toLowerCase();
  const user = await internalAdapter.createUser({ email, name: person.name, emailVerified: true }, { method: 'admin' });
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await hash(person.password),
  });
  return user.id;
}

export type ContactFacts = { readonly level: string; readonly decisionRole: string };

/** What is risky about the people known at a client: no one at the top of a key client, or everything through one. */
export function contactGaps(
  clientClass: string | null,
  contacts: readonly ContactFacts[],
): ('no-contact' | 'no-top-contact' | 'single-contact')[] {
  if (contacts.length === 0) return ['no-contact'];
  const isKey = clientClass === 'key';
  const single = contacts.length === 1 && isKey;
  const noTop = isKey && !contacts.some((each) => each.level === 'top');
  return [...(noTop ? ['no-top-contact' as const] : []), ...(single ? ['single-contact' as const] : [])];
}

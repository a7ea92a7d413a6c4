import { expect, test } from 'vitest';
import { contactGaps } from './contact-gaps.ts';

const top = { level: 'top', decisionRole: 'decides' };
const buyer = { level: 'specialist', decisionRole: 'orders' };

test.each([
  ['key', [], ['no-contact']],
  ['key', [buyer], ['no-top-contact', 'single-contact']],
  ['key', [buyer, buyer], ['no-top-contact']],
  ['A', [buyer], []],
  ['key', [top], ['single-contact']],
  ['key', [top, buyer], []],
  ['C', [buyer], []],
  [null, [buyer], []],
])('a client of class %s with %j', (clientClass, contacts, gaps) => {
  expect(contactGaps(clientClass, contacts)).toEqual(gaps);
});

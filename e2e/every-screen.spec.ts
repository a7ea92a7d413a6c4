import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moduleScreens } from '#app/web/modules.ts';
import { missingOf } from '#platform/web/me.ts';
import { accessibilityFaults, open, openBrowser, type PersonName, signIn } from './support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Every address that needs no record to be named. */
const addresses = moduleScreens.flatMap(({ screens }) => screens).filter(({ path }) => !path.includes(':'));

const seats: { who: PersonName; language: 'en' | 'ru'; dark: boolean; phone: boolean }[] = [
  { who: 'kam', language: 'en', dark: false, phone: false },
  { who: 'head', language: 'ru', dark: true, phone: false },
  { who: 'hr', language: 'en', dark: true, phone: false },
  { who: 'accountant', language: 'ru', dark: false, phone: false },
  { who: 'support', language: 'en', dark: false, phone: false },
  { who: 'kam', language: 'ru', dark: false, phone: true },
];

describe.each(seats)('$who in $language (dark: $dark, phone: $phone)', (seat) => {
  it('opens every screen of their mandate: without a fault, named, readable to everyone', {
    timeout: 240_000,
  }, async () => {
    const { page, context, faults } = await signIn(browser, seat.who, seat);
    const granted: Record<string, true> = await page.evaluate(
      async () => (await (await fetch('/api/me')).json()).permits,
    );
    const found: string[] = [];
    const offered = addresses.filter(({ permit }) => !missingOf({ permits: granted }, permit)).map(({ path }) => path);
    const look = async (page: Page, path: string) => {
      await open(page, path);
      const heading = (await page.locator('h1').first().textContent()) ?? '';
      if (/^[a-z]+\.[a-z.-]+$/.test(heading.trim())) found.push(`${path}: its heading is a key, ${heading}`);
      if (seat.language === 'ru' && !/[а-яё]/i.test(heading))
        found.push(`${path}: its heading is not Russian, ${heading}`);
      for (const fault of await accessibilityFaults(page)) found.push(`${path}: ${fault}`);
    };
    // Most of the time goes by waiting for the network to be quiet, so one looks at several at once.
    const tabs = [page, await context.newPage(), await context.newPage()];
    await Promise.all(
      tabs.map(async (tab) => {
        for (let path = offered.pop(); path !== undefined; path = offered.pop()) await look(tab, path);
      }),
    );
    await context.close();
    expect([...found, ...faults]).toEqual([]);
  });
});

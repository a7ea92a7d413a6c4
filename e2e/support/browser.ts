import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { root } from '#platform/db/migrate.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The people of the demonstration, by what they do in the story. */
export const people = {
  director: 'clara.whitfield',
  hr: 'helen.marsh',
  head: 'andrew.fuller',
  salesManager: 'steven.buchanan',
  kam: 'margaret.peacock',
  otherKam: 'nancy.davolio',
  unsignedKam: 'anne.dodsworth',
  support: 'laura.callahan',
  accountant: 'victor.adams',
} as const;
export type PersonName = keyof typeof people;
export const password = 'mandate-demo';

/** A person at a browser of their own: `faults` gathers what went wrong behind the page. */
export type Seat = { readonly page: Page; readonly context: BrowserContext; readonly faults: string[] };

/** Opens the browser; close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.MANDATE_CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

/** Sits a person down and signs them in. */
export async function signIn(
  browser: Browser,
  who: PersonName,
  options: { language?: 'en' | 'ru'; dark?: boolean; phone?: boolean } = {},
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: inject('demoUrl'),
    locale: options.language === 'ru' ? 'ru-RU' : 'en-US',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: options.phone ? { width: 390, height: 844 } : { width: 1400, height: 900 },
  });
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(90_000);
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(`error: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page
    .locator('input[type=email], input[autocomplete=username], input[name=email]')
    .first()
    .fill(`${people[who]}@northwind.example`);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.getByRole('navigation').first().waitFor();
  await speak(page, options.language ?? 'en');
  return { page, context, faults };
}

/** Chooses the person's language, which the server keeps. */
async function speak(page: Page, language: 'en' | 'ru'): Promise<void> {
  const status = await page.evaluate(async (chosen) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/me/language', { method: 'PUT', headers, body: JSON.stringify({ language: chosen }) }))
      .status;
  }, language);
  if (status !== 200) throw new Error(`the language could not be chosen: ${status}`);
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
}

/** Opens an address and waits until it shows what it is about. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/**
 * What axe finds wrong on the page by WCAG 2.2 AA, in one line each. What happens to lie half under the bar at the bottom of a
 * phone, or under another edge that it is scrolled past, is not too small for the finger that scrolls it up.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => {
    const wrong = nodes.filter(
      ({ failureSummary }) => !(id === 'target-size' && /partially obscured/.test(failureSummary ?? '')),
    );
    const places = wrong.map((node) => node.target.join(' ')).slice(0, 3);
    return wrong.length === 0 ? [] : [`${id}: ${places.join(' | ')}`];
  });
}

/** Keeps a picture for the user guide. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = path.join(root, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  if (process.env.MANDATE_PICTURES) await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

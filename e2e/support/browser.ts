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
 * What axe finds wrong on the page by WCAG 2.2 AA, in one line each. What happened to lie half under a bar that stays when one
 * scrolls is scrolled to, as a hand does, and measured again where it is then.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    const places: string[] = [];
    for (const { target, failureSummary = '' } of nodes) {
      const place = target.join(' ');
      const covered = id === 'target-size' && failureSummary.includes('partially obscured');
      if (!covered || (await tooSmallWhenScrolledTo(page, place))) places.push(place);
    }
    if (places.length > 0) found.push(`${id}: ${places.slice(0, 3).join(' | ')}`);
  }
  return found;
}

async function tooSmallWhenScrolledTo(page: Page, place: string): Promise<boolean> {
  await page.locator(place).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { violations } = await axe(page).include(place).withRules(['target-size']).analyze();
  return violations.length > 0;
}

const axe = (page: Page) => new AxeBuilder({ page: page as never });

/** Keeps a picture for the user guide. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = path.join(root, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  if (process.env.MANDATE_PICTURES) await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

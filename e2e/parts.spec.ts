import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, openBrowser, signIn } from './support/browser.ts';

/** The parts that pages share, as a person meets them. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a field that finds a record', () => {
  it('does not send its form by Enter before anything was found, and then picks what was', async () => {
    const { page, context, faults } = await signIn(browser, 'kam');
    await open(page, '/log-contact');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    // The answer is held back until Enter was pressed.
    let answer: () => void = () => {};
    const pressed = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/search?**', async (route) => {
      await pressed;
      await route.continue();
    });
    const field = page.getByRole('textbox', { name: /Client/ }).first();
    await field.fill('a');
    await field.press('Enter');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
    answer();
    const option = page.getByRole('option').first();
    await option.waitFor();
    const name = (await option.locator('div').first().textContent()) ?? '';
    await field.press('Enter');
    await option.waitFor({ state: 'hidden' });
    expect([await field.inputValue(), sent, faults]).toEqual([name, [], []]);
    await context.close();
  });
});

/** Links and buttons that lie within one another: no browser says which of them is meant. */
const nested = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a a, a button, button a, button button')].map((each) =>
      each.outerHTML.slice(0, 120),
    ),
  );

describe('the rows of a list', () => {
  const lists = ['/clients', '/activities', '/orders', '/quiet-clients', '/contacts', '/products'];
  it.each(['table', 'lines'] as const)('as a %s nest no link in a link', async (look) => {
    const { page, context } = await signIn(browser, 'kam', { phone: look === 'lines' });
    for (const path of lists) {
      await open(page, path);
      expect([path, await nested(page)]).toEqual([path, []]);
    }
    await context.close();
  });
  it('open by a click anywhere and by Enter, and by the link of their name', async () => {
    const { page, context } = await signIn(browser, 'kam');
    await open(page, '/activities');
    const row = page.locator('tbody tr[data-index="0"]');
    const href = (await row.locator('a').first().getAttribute('href')) ?? '';
    // What kind of contact it was: a cell that is no link itself, as that of the client is.
    await row.locator('td').nth(1).click();
    await page.waitForURL((url) => url.pathname === href);
    await page.goBack();
    await row.waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === href);
    await context.close();
  });
});

describe('a setting', () => {
  it('is chosen in a form of its own, refused at its field, kept with its history, and given back to its default', async () => {
    const { page, context, faults } = await signIn(browser, 'director');
    await open(page, '/settings');
    await page.getByRole('link', { name: 'Time to decide on a request' }).click();
    const field = page.getByRole('textbox', { name: 'Time to decide on a request' });
    await field.fill('0');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('At least 1 hour').waitFor();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await field.fill('12');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: '12 hours' }).waitFor();
    await page.getByRole('button', { name: 'Back to the default' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Back to the default' }).click();
    await page.getByRole('cell', { name: 'As what is above' }).waitFor();
    await page.getByText('24 hours').first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the inbox', () => {
  it('puts off by the keyboard, and brings back', async () => {
    const { page, context, faults } = await signIn(browser, 'director');
    await open(page, '/settings');
    await page.getByRole('button', { name: /Inbox/ }).click();
    const items = page.locator('[data-what]');
    await items.first().waitFor();
    const count = await items.count();
    const first = await items.first().textContent();
    await items.first().focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: /Until tomorrow/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Put off: 1' }).click();
    await page.getByText(/Comes back/).waitFor();
    expect([await items.count(), await items.first().textContent()]).toEqual([1, first]);
    await items.first().focus();
    await page.keyboard.press('s');
    await page.getByText('Nothing is put off').waitFor();
    await page.getByRole('button', { name: 'To the inbox' }).click();
    await items.nth(count - 1).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

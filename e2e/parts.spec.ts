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
    await row.locator('td').nth(2).click();
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

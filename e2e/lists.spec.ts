import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, open, openBrowser, signIn } from './support/browser.ts';

/** What people do within a list, without opening its records. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const cell = (page: Page, row: number, column: string) =>
  page.locator(`tbody tr[data-index="${row}"] td[data-column="${column}"]`);

describe('a cell edited where it stands', () => {
  it('by the keyboard: F2, arrows, Enter keeps, Tab goes on, Esc leaves it, and the change can be undone', async () => {
    const { page, context, faults } = await signIn(browser, 'kam');
    await open(page, '/clients?columns=name,city,segment,phone');
    await cell(page, 0, 'city').waitFor();
    const before = await cell(page, 0, 'city').textContent();
    await page.keyboard.press('j');
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: 'City' });
    await field.fill('Nowhere');
    await field.press('Escape');
    expect(await cell(page, 0, 'city').textContent()).toBe(before);
    await page.keyboard.press('Enter');
    await field.fill('Elsewhere');
    await field.press('Tab');
    await page.getByRole('textbox', { name: 'Segment' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('td[data-column="city"]', { hasText: 'Elsewhere' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+z');
    await page.locator('td[data-column="city"]', { hasText: 'Elsewhere' }).waitFor({ state: 'detached' });
    expect([await cell(page, 0, 'city').textContent(), faults]).toEqual([before, []]);
    await context.close();
  });
  it('says at the cell why it was refused, and keeps what was typed', async () => {
    const { page, context } = await signIn(browser, 'kam');
    await open(page, '/clients?columns=name,email');
    await cell(page, 0, 'email').hover();
    await cell(page, 0, 'email').getByRole('button').click();
    const field = page.getByRole('textbox', { name: 'E-mail' });
    await field.fill('no address');
    await field.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await field.inputValue()).toBe('no address');
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
  it('is refused when somebody changed the record meanwhile, and shows what stands there now', async () => {
    const { page, context } = await signIn(browser, 'kam');
    await open(page, '/clients?columns=name,city,segment');
    await cell(page, 0, 'city').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('F2');
    const link = (await page.locator('tbody tr[data-index="0"] a').first().getAttribute('href')) ?? '';
    const theirs = await page.evaluate(async (address) => {
      const card = await (await fetch(`/api${address}`)).json();
      const headers = { 'content-type': 'application/json', 'if-match': `"${card.revision}"` };
      const segment = `Theirs ${card.revision}`;
      const body = JSON.stringify({ segment });
      return (await fetch(`/api${address}`, { method: 'PATCH', headers, body })).ok ? segment : 'refused';
    }, link);
    const mine = theirs.replace('Theirs', 'Mine');
    const field = page.getByRole('textbox', { name: 'City' });
    await field.fill(mine);
    await field.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'changed this record' }).waitFor();
    await page.locator('td[data-column="segment"]', { hasText: theirs }).waitFor();
    await field.press('Enter');
    await page.locator('td[data-column="city"]', { hasText: mine }).waitFor();
    await context.close();
  });
  it('asks for the reason where the act wants one', async () => {
    const { page, context } = await signIn(browser, 'kam');
    await open(page, '/clients?columns=name,class');
    await cell(page, 0, 'class').hover();
    await cell(page, 0, 'class').getByRole('button').click();
    const select = page.getByRole('combobox', { name: 'Class' });
    const now = await select.inputValue();
    const next = now === 'A' ? 'B' : 'A';
    await select.selectOption(next);
    await page.getByRole('textbox', { name: 'Reason' }).fill('Grew in autumn');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await select.waitFor({ state: 'detached' });
    await page.locator('tr[data-index="0"] td[data-column="class"]', { hasText: next }).waitFor();
    await context.close();
  });
});

describe('a board', () => {
  const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  it('counts and sums its columns, and moves a card by the keyboard, by the act that the list declares', async () => {
    const { page, context, faults } = await signIn(browser, 'kam');
    await open(page, '/clients?face=board');
    const card = column(page, 'Active').locator('[data-card]').first();
    await card.waitFor();
    const name = (await card.getByRole('link').textContent()) ?? '';
    expect(await accessibilityFaults(page)).toEqual([]);
    await card.getByRole('link').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Lapsed' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await column(page, 'Lapsed').getByRole('link', { name, exact: true }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
  it('moves a card by dragging it, and says why the server refuses', async () => {
    const { page, context, faults } = await signIn(browser, 'kam');
    await open(page, '/clients?face=board');
    const card = column(page, 'Lapsed').locator('[data-card]').first();
    await card.waitFor();
    const name = (await card.getByRole('link').textContent()) ?? '';
    await card.dragTo(column(page, 'Active'));
    const dialog = page.getByRole('dialog');
    await page.route('**/api/clients/*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      await route.continue({ headers: { ...route.request().headers(), 'if-match': '"0"' } });
    });
    await dialog.getByRole('button', { name: 'Move' }).click();
    await dialog.getByRole('alert').waitFor();
    await page.unroute('**/api/clients/*');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await column(page, 'Active').getByRole('link', { name, exact: true }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
  it('keeps its address, so that a colleague sees the same', async () => {
    const { page, context } = await signIn(browser, 'kam');
    await open(page, '/orders');
    await page.getByText('Board', { exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('face') === 'board');
    await column(page, 'Shipped').locator('[data-card]').first().waitFor();
    await context.close();
  });
});

describe('a calendar', () => {
  it('shows each row on its day, month after month', async () => {
    const { page, context, faults } = await signIn(browser, 'kam');
    await open(page, '/activities?face=calendar');
    const heading = page.locator('h2[aria-live]');
    const now = await heading.textContent();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL((url) => url.searchParams.has('month'));
    expect(await heading.textContent()).not.toBe(now);
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    const entry = page.locator('ol li a').first();
    await entry.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const href = await entry.getAttribute('href');
    await entry.click();
    await page.waitForURL((url) => url.pathname === href);
    expect(faults).toEqual([]);
    await context.close();
  });
});

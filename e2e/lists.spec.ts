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
    const before = await cell(page, 0, 'city').innerText();
    await page.keyboard.press('j');
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: 'City' });
    await field.fill('Nowhere');
    await field.press('Escape');
    expect(await cell(page, 0, 'city').innerText()).toBe(before);
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
    expect([await cell(page, 0, 'city').innerText(), faults]).toEqual([before, []]);
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
    const changed = await page.evaluate(async (address) => {
      const card = await (await fetch(`/api${address}`)).json();
      const headers = { 'content-type': 'application/json', 'if-match': `"${card.revision}"` };
      const body = JSON.stringify({ segment: 'Changed meanwhile' });
      return (await fetch(`/api${address}`, { method: 'PATCH', headers, body })).status;
    }, link);
    expect(changed).toBe(200);
    const field = page.getByRole('textbox', { name: 'City' });
    await field.fill('Mine');
    await field.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'changed this record' }).waitFor();
    await page.locator('td[data-column="segment"]', { hasText: 'Changed meanwhile' }).waitFor();
    await field.press('Enter');
    await page.locator('td[data-column="city"]', { hasText: 'Mine' }).waitFor();
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

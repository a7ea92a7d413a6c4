import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mandatesScreenTexts } from '#modules/mandates/texts-screens.ts';
import { texts as orderTexts } from '#modules/orders/texts.ts';
import { root } from '#platform/db/migrate.ts';
import { fileTexts } from '#platform/web/files/texts.ts';
import { accessibilityFaults, open, openBrowser, picture, signIn } from './support/browser.ts';
import { words } from './support/words.ts';

const m = (key: keyof typeof mandatesScreenTexts & string, values?: Record<string, string>) =>
  words(mandatesScreenTexts, key, values);
const o = (key: keyof typeof orderTexts & string, values?: Record<string, string>) => words(orderTexts, key, values);
const f = (key: keyof typeof fileTexts & string, values?: Record<string, string>) => words(fileTexts, key, values);

let browser: Browser;
/** A picture as a phone would take it, as far as a server is concerned. */
let photo: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
  browser = await openBrowser();
  const buffer = await readFile(path.join(root, 'docs/pictures/today.png'));
  photo = { name: 'list.png', mimeType: 'image/png', buffer };
});
afterAll(() => browser.close());

const pick = async (page: Page, within: string, files: (typeof photo)[]) =>
  page.locator(`${within} input[data-files]`).setInputFiles(files);
/** What the server gives at an address, as the person signed in at the page. */
const fetched = (page: Page, address: string) =>
  page.evaluate(async (from) => {
    const reply = await fetch(from);
    const bytes = await reply.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return {
      type: reply.headers.get('content-type'),
      sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    };
  }, address);

describe('a job description signed on paper', () => {
  it('counts when HR has filed the scan of the sheet, which is then one click away', async () => {
    const { page, faults } = await signIn(browser, 'hr');
    await open(page, '/job-descriptions/unsigned');
    const line = page.getByRole('row').filter({ hasText: 'Anne Dodsworth' }).first();
    await line.locator('a[href*="/versions/"]').click();
    await page.waitForURL(/versions/);
    const row = page.getByRole('row').filter({ hasText: 'Anne Dodsworth' });
    await row.getByRole('button', { name: m('mandates.file-sheet') }).click();
    const dialog = page.getByRole('dialog');
    const file = dialog.getByRole('button', { name: m('mandates.file-as-signed') });
    await file.waitFor();
    expect(await file.isEnabled()).toBe(false);

    await pick(page, '[role=dialog]', [{ name: 'sheet.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') }]);
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: f('web.files.cancel', { name: 'sheet.pdf' }) }).click();
    expect(await file.isEnabled()).toBe(false);

    await pick(page, '[role=dialog]', [{ ...photo, name: 'sheet.png' }]);
    await dialog
      .getByRole('link', { name: f('web.files.open', { name: 'sheet.png' }) })
      .first()
      .waitFor();
    await picture(page, 'paper-signature');
    expect(await accessibilityFaults(page)).toEqual([]);
    await file.click();
    await dialog.waitFor({ state: 'hidden' });
    await row.getByText(m('mandates.filed-by', { name: 'Helen Marsh' })).waitFor();
    const scan = await row.getByRole('link', { name: m('mandates.scan') }).getAttribute('href');
    expect((await fetched(page, scan ?? '')).type).toBe('image/png');
    expect(faults).toEqual([]);
  });
});

describe('an order taken from a photo', () => {
  it('shows the photo beside the lines while it is typed, and sales support the same photo', async () => {
    const { page, faults } = await signIn(browser, 'kam');
    await open(page, '/orders/new');
    await page
      .locator('input')
      .and(page.getByLabel(o('orders.entry.choose-client')))
      .first()
      .fill('Around the Horn');
    await page.getByRole('option').first().click();
    await pick(page, 'aside', [photo]);
    const shown = page.locator('aside').getByRole('img', { name: 'list.png' });
    await shown.waitFor();
    const order = new URL(page.url()).searchParams.get('order') ?? '';

    const finder = page.locator('input').and(page.getByLabel(o('orders.entry.find')));
    await finder.fill('chai');
    await page.getByRole('option').first().waitFor();
    await finder.press('Enter');
    const amount = page.locator('input').and(page.getByLabel(o('orders.quantity'), { exact: true }));
    await amount.fill('2');
    await amount.press('Enter');
    expect(await shown.isVisible()).toBe(true);
    await picture(page, 'order-from-photo');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: o('orders.confirm'), exact: true }).click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);

    const support = (await signIn(browser, 'support')).page;
    await open(support, `/orders/${order}`);
    const link = support.getByRole('link', { name: f('web.files.open', { name: 'list.png' }) }).first();
    const got = await fetched(support, (await link.getAttribute('href')) ?? '');
    const sent = await crypto.subtle.digest('SHA-256', Uint8Array.from(photo.buffer));
    expect(got.sha256).toBe(Buffer.from(sent).toString('hex'));
    // It proves what was ordered: nobody takes it off any more.
    await page.getByRole('link', { name: f('web.files.download', { name: 'list.png' }) }).waitFor();
    expect(await page.getByRole('button', { name: f('web.files.detach', { name: 'list.png' }) }).count()).toBe(0);
    const number = (await support.locator('h1').first().textContent()) ?? '';
    await open(support, '/orders/queue');
    await support.getByRole('button').filter({ hasText: number }).first().click();
    await support.getByRole('heading', { name: number }).waitFor();
    await support.getByText('list.png').first().waitFor();
    await support.getByRole('button', { name: o('orders.enter'), exact: true }).click();
    await support.getByText(o('orders.entered-done', { number })).waitFor();
    expect(faults).toEqual([]);
  });
});

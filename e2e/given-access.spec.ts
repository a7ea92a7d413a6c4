import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { organizationTexts } from '#modules/organization/texts.ts';
import { shellTexts } from '#platform/web/shell-texts.ts';
import { accessibilityFaults, open, openBrowser, signIn } from './support/browser.ts';
import { words } from './support/words.ts';

const g = (key: keyof typeof organizationTexts & string, values?: Record<string, string>) =>
  words(organizationTexts, key, values);
const t = (key: keyof typeof shellTexts & string, values?: Record<string, string>) => words(shellTexts, key, values);

/** Nobody else in the stories signs in as this person. */
const janet = { name: 'Janet Leverling', email: 'janet.leverling@northwind.example' };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function enter(page: Page, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(janet.email);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
}

describe('a password given by HR', () => {
  let given = '';
  it('is shown once, to whoever gave it', async () => {
    const { page, context, faults } = await signIn(browser, 'hr');
    await open(page, '/people');
    await page.getByRole('link', { name: janet.name }).first().click();
    await page.getByRole('button', { name: g('organization.new-password') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: g('organization.new-password') }).click();
    await dialog.getByText(g('organization.password-of', { name: janet.name })).waitFor();
    given = (await dialog.locator('pre').textContent()) ?? '';
    expect(given.length).toBeGreaterThanOrEqual(16);
    await dialog
      .getByRole('button', { name: g('organization.close') })
      .last()
      .click();
    await page.getByText(/the password is not yet changed/).waitFor();
    await context.close();
    expect(faults).toEqual([]);
  });

  it('leads to nothing but the choice of an own one, which opens the workplace and tells of it', async () => {
    const context = await browser.newContext({ baseURL: inject('demoUrl'), locale: 'en-US' });
    const page = await context.newPage();
    await enter(page, given);
    await page.getByRole('heading', { name: t('web.own-password') }).waitFor();
    await page.goto('/clients');
    await page.getByRole('heading', { name: t('web.own-password') }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.locator('input[name=current-password]').fill(given);
    await page.locator('input[name=new-password]').fill(given);
    await page.keyboard.press('Enter');
    await page.getByText(t('web.password.same')).waitFor();
    await page.locator('input[name=new-password]').fill('known to nobody else');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/clients');

    await page.getByRole('button', { name: /^Inbox/ }).click();
    await page
      .getByText(/gave you a password/)
      .first()
      .waitFor();
    await context.close();
  });

  it('works no longer, and the own one can be joined by a second step, shown as a picture', async () => {
    const context = await browser.newContext({ baseURL: inject('demoUrl'), locale: 'en-US' });
    const page = await context.newPage();
    await enter(page, given);
    await page.getByText(t('web.sign-in.wrong')).waitFor();
    await enter(page, 'known to nobody else');
    await page.getByRole('navigation').first().waitFor();
    await open(page, '/me');
    const form = page.locator('form').filter({ hasText: t('web.second.turn-on') });
    await form.locator('input[type=password]').fill('known to nobody else');
    await form.getByRole('button', { name: t('web.second.turn-on') }).click();
    await page.getByRole('img', { name: t('web.second.picture') }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
});

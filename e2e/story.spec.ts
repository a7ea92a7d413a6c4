import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenTexts } from '#modules/activities/texts-screens.ts';
import { mandatesScreenTexts } from '#modules/mandates/texts-screens.ts';
import { texts as orderTexts } from '#modules/orders/texts.ts';
import { organizationTexts } from '#modules/organization/texts.ts';
import { settlementsTexts } from '#modules/settlements/texts.ts';
import { open, openBrowser, type PersonName, password, picture, type Seat, signIn } from './support/browser.ts';
import { words } from './support/words.ts';

const m = (key: keyof typeof mandatesScreenTexts & string, values?: Record<string, string>) =>
  words(mandatesScreenTexts, key, values);
const o = (key: keyof typeof orderTexts & string, values?: Record<string, string>) => words(orderTexts, key, values);
const s = (key: keyof typeof settlementsTexts & string, values?: Record<string, string>) =>
  words(settlementsTexts, key, values);
const g = (key: keyof typeof organizationTexts & string, values?: Record<string, string>) =>
  words(organizationTexts, key, values);

const a = (key: keyof typeof screenTexts & string, values?: Record<string, string>) => words(screenTexts, key, values);

let browser: Browser;
const seats = new Map<PersonName, Seat>();
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Everyone keeps their own browser through the story. */
async function as(who: PersonName): Promise<Page> {
  const seat = seats.get(who) ?? (await signIn(browser, who));
  seats.set(who, seat);
  return seat.page;
}

const dialog = (page: Page) => page.getByRole('dialog');
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });

/** Picks a record in a field that searches. */
async function pick(page: Page, label: string, typed: string): Promise<void> {
  await page.locator('input').and(page.getByLabel(label)).first().fill(typed);
  await page.getByRole('option').first().click();
}

/** What the server says as the person signed in at the page. */
async function ask<T>(page: Page, address: string): Promise<T> {
  return page.evaluate(async (path) => (await fetch(path)).json(), address);
}

describe('a job description comes into force', () => {
  let address = '';
  it('HR drafts the next version of the key account manager’s and submits it', async () => {
    const page = await as('hr');
    await open(page, '/job-descriptions');
    await picture(page, 'job-descriptions');
    await page.getByRole('link', { name: 'Key account manager' }).first().click();
    await page.getByRole('button', { name: m('mandates.draft-next') }).click();
    await page.waitForURL(/versions/);
    address = new URL(page.url()).pathname;
    await page
      .getByRole('button', { name: m('mandates.submit'), exact: true })
      .first()
      .click();
    await inDialog(page, m('mandates.submit')).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await page.getByText(m('mandates.standing.in-review')).first().waitFor();
  });
  it('the head makes a remark, HR answers it and submits again, both heads accept', async () => {
    const head = await as('head');
    await open(head, `${address}?do=review`);
    await dialog(head).getByLabel(m('mandates.verdict.remarks')).check();
    await dialog(head).getByLabel(m('mandates.remark'), { exact: true }).fill('Name the day of the weekly report.');
    await inDialog(head, m('mandates.say-so')).click();
    await dialog(head).waitFor({ state: 'hidden' });

    const hr = await as('hr');
    await open(hr, `${address}?tab=review`);
    await hr.getByRole('textbox', { name: m('mandates.answer') }).fill('It stands in 2.2: Friday.');
    await hr.getByRole('button', { name: m('mandates.answer'), exact: true }).click();
    await hr.getByText('It stands in 2.2: Friday.').waitFor();
    await open(hr, `${address}?do=submit`);
    await inDialog(hr, m('mandates.submit')).click();
    await dialog(hr).waitFor({ state: 'hidden' });

    await open(head, `${address}?do=review`);
    await inDialog(head, m('mandates.say-so')).click();
    await dialog(head).waitFor({ state: 'hidden' });
    const manager = (await signIn(browser, 'salesManager')).page;
    await open(manager, `${address}?do=review`);
    await inDialog(manager, m('mandates.say-so')).click();
    await dialog(manager).waitFor({ state: 'hidden' });
  });
  it('the director approves it by order, and it is in force', async () => {
    const page = await as('director');
    await open(page, `${address}?do=approve`);
    await dialog(page).getByLabel(m('mandates.order-number')).fill('17-K');
    await inDialog(page, m('mandates.approve')).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await page.getByText(m('mandates.standing.in-force')).first().waitFor();
  });
  it('a manager reads it and signs with the password; HR sees who has not', async () => {
    const kam = await as('kam');
    await open(kam, `${address}?do=sign`);
    await picture(kam, 'sign');
    await dialog(kam).getByLabel(m('mandates.password-again')).fill('wrong-password');
    await inDialog(kam, m('mandates.sign')).click();
    await dialog(kam).getByText('The password is not right').waitFor();
    await dialog(kam).getByLabel(m('mandates.password-again')).fill(password);
    await inDialog(kam, m('mandates.sign')).click();
    await dialog(kam).waitFor({ state: 'hidden' });

    const hr = await as('hr');
    await open(hr, '/job-descriptions/unsigned');
    await hr.getByText('Anne Dodsworth').first().waitFor();
    await picture(hr, 'unsigned');
    expect(await hr.getByText('Margaret Peacock').count()).toBe(0);
  });
});

describe('the mandate at work', () => {
  it('My mandate shows duties, rights and pay; Today what they produce', async () => {
    const page = await as('kam');
    await open(page, '/my-mandate');
    await picture(page, 'my-mandate');
    for (const number of ['2.1', '2.2', '3.1']) await page.getByText(number, { exact: true }).first().waitFor();
    await open(page, '/today');
    await picture(page, 'today');
    await page
      .getByText(/overdue/)
      .first()
      .waitFor();
  });
  it('the rail follows from the mandate alone', async () => {
    const rail = async (who: PersonName) => {
      const links = await (await as(who)).getByRole('navigation').first().getByRole('link').allTextContents();
      return links.map((text) => text.trim());
    };
    expect(await rail('kam')).toContain('Week');
    const hr = await rail('hr');
    expect(hr).not.toContain('Money');
    expect(hr).toContain('Job descriptions');
  });
});

describe('the week', () => {
  it('is proposed, taken into the calendar, submitted and approved', async () => {
    const page = await as('kam');
    await open(page, '/week');
    await page.getByRole('button', { name: a('activities.next-week') }).click();
    await page.getByRole('button', { name: a('activities.take-all').split(' (')[0] ?? '' }).click();
    const submit = page.getByRole('button', { name: a('activities.submit'), exact: true });
    await expect.poll(() => submit.isEnabled(), { timeout: 20_000 }).toBe(true);
    await picture(page, 'week');
    await submit.click();
    await page.getByText(a('activities.plan-state.submitted')).first().waitFor();
    const week = new URL(page.url()).searchParams.get('week') ?? '';

    const head = await as('head');
    await open(head, `/week/team?week=${week}`);
    await picture(head, 'team-weeks');
    await head.getByRole('button', { name: `${a('activities.approve')}: Margaret Peacock` }).click();
    await head.getByRole('row', { name: 'Margaret Peacock' }).getByText(a('activities.plan-state.approved')).waitFor();
  });
  it('a contact outside the plan needs a cause and an outcome', async () => {
    const page = await as('kam');
    await open(page, '/log-contact');
    await pick(page, a('activities.client'), 'Around the Horn');
    await page.getByRole('button', { name: a('activities.record'), exact: true }).click();
    await page
      .getByText(/how it ended/)
      .first()
      .waitFor();
    await page.getByText(a('activities.outcome.agreed-terms'), { exact: true }).first().click();
    await page.locator('textarea').first().fill('Prices of next month agreed.');
    await picture(page, 'log-contact');
    await page.getByRole('button', { name: a('activities.record'), exact: true }).click();
    await expect
      .poll(async () => JSON.stringify(await ask(page, '/api/search?q=Around')), { timeout: 5_000 })
      .toContain('Around the Horn');
  });
});

describe('an order', () => {
  let order = '';
  const discountField = (page: Page) =>
    page.locator('[data-cell^="discount-"] input, input[data-cell^="discount-"]').first();

  it('is taken from the keyboard', async () => {
    const page = await as('kam');
    await open(page, '/orders/new');
    await pick(page, o('orders.entry.choose-client'), 'Around the Horn');
    const finder = page.locator('input').and(page.getByLabel(o('orders.entry.find')));
    await finder.waitFor();
    for (const [product, quantity] of [
      ['chai', '10'],
      ['chang', '5'],
    ] as const) {
      await finder.fill(product);
      await page.getByRole('option').first().waitFor();
      await finder.press('Enter');
      const amount = page.locator('input').and(page.getByLabel(o('orders.quantity'), { exact: true }));
      await amount.fill(quantity);
      await amount.press('Enter');
    }
    await picture(page, 'order-entry');
    expect(await page.getByRole('row').count()).toBeGreaterThanOrEqual(3);
  });
  it('with a discount beyond the right becomes a request to the head, and goes on by itself when granted', async () => {
    const page = await as('kam');
    await discountField(page).fill('12');
    await discountField(page).press('Tab');
    await page.getByRole('button', { name: o('orders.confirm'), exact: true }).click();
    await page.getByRole('button', { name: /ask/i }).first().click();
    await page.getByLabel(o('orders.entry.why-ask')).fill('A trial of two new lines; a competitor offers 10%.');
    await page.getByRole('button', { name: o('orders.entry.ask-and-wait') }).click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    order = new URL(page.url()).pathname;
    await page.getByText(o('orders.state.waiting')).first().waitFor();
    await picture(page, 'order-waiting');

    const head = await as('head');
    await open(head, '/requests');
    await picture(head, 'requests');
    await head.getByText('A trial of two new lines').first().waitFor();
    await head.getByRole('button', { name: m('mandates.grant'), exact: true }).click();
    await head.getByText(m('mandates.granted-done')).waitFor();

    await page.reload();
    await page.getByText(o('orders.state.confirmed')).first().waitFor();
  });
  it('is asked back and entered by support, and the manager sees that it is what was taken', async () => {
    const support = await as('support');
    await open(support, '/orders/queue');
    await picture(support, 'support-queue');
    await support
      .getByRole('button', { name: o('orders.enter'), exact: true })
      .first()
      .click();
    const kam = await as('kam');
    await expect
      .poll(async () => (await ask<{ state: string }>(kam, `/api${order}`)).state, { timeout: 20_000 })
      .toBe('entered');
    const entered = await ask<{ differs: boolean; differences: unknown[] }>(kam, `/api${order}`);
    expect([entered.differs, entered.differences]).toEqual([false, []]);
  });
});

describe('money', () => {
  it('the manager records a promise; the payment that the accountant posts keeps it', async () => {
    const kam = await as('kam');
    await open(kam, '/money');
    await picture(kam, 'receivables');
    type Debts = { items: { client: { id: string; name: string }; overdue: number; promise: unknown }[] };
    const { items } = await ask<Debts>(kam, '/api/receivables?overdue=true');
    const debtor = items.find((line) => line.promise === null);
    if (!debtor) throw new Error('nobody owes');
    await kam
      .getByRole('row', { name: debtor.client.name })
      .getByRole('button', { name: s('settlements.record-promise') })
      .click();
    await inDialog(kam, s('settlements.record-promise')).click();
    await dialog(kam).waitFor({ state: 'hidden' });

    const accountant = await as('accountant');
    await open(accountant, '/money/payments/new');
    await pick(accountant, s('settlements.client'), debtor.client.name);
    await accountant
      .locator('input')
      .and(accountant.getByLabel(s('settlements.amount')))
      .fill(String(debtor.overdue / 100));
    await accountant.getByLabel(s('settlements.number')).click();
    await picture(accountant, 'new-payment');
    await accountant.getByRole('button', { name: s('settlements.post'), exact: true }).click();
    await accountant.waitForURL(/\/money\/payments$/);

    await open(kam, '/money/promises?state=kept');
    await kam.getByRole('link', { name: debtor.client.name }).first().waitFor();
  });
});

describe('the team', () => {
  it('the head sees plan and fact by person, duties late and requests', async () => {
    const page = await as('head');
    await open(page, '/team');
    await picture(page, 'team');
    for (const name of ['Margaret Peacock', 'Nancy Davolio']) await page.getByText(name).first().waitFor();
  });
});

describe('the end of the month', () => {
  it('the appraisal is there clause by clause, signed by both, printed in both languages', async () => {
    const head = await as('head');
    await open(head, '/appraisals?new=1');
    await dialog(head).locator('input').first().click();
    await head.getByRole('option', { name: 'Margaret Peacock' }).click();
    await inDialog(head, m('mandates.begin')).click();
    await head.waitForURL(/\/appraisals\/[0-9a-f-]{36}/);
    const address = new URL(head.url()).pathname;
    await head.getByText('2.3', { exact: true }).first().waitFor();
    await picture(head, 'appraisal');
    await open(head, `${address}?sign=head`);
    await dialog(head).getByLabel(m('mandates.password-again')).fill(password);
    await inDialog(head, m('mandates.sign')).click();
    await dialog(head).waitFor({ state: 'hidden' });
    const kam = await as('kam');
    await open(kam, `${address}?sign=employee`);
    await dialog(kam).getByLabel(m('mandates.password-again')).fill(password);
    await inDialog(kam, m('mandates.sign')).click();
    await dialog(kam).waitFor({ state: 'hidden' });
    await kam.getByRole('button', { name: m('mandates.print') }).click();
    const [printed] = await Promise.all([kam.waitForEvent('download'), kam.getByRole('menuitem').first().click()]);
    expect(printed.suggestedFilename()).toMatch(/\.pdf$/);
  });
  it('pay is explained line by line and not under the minimum', async () => {
    const kam = await as('kam');
    await open(kam, '/pay');
    await picture(kam, 'pay');
    const month = new Date().toISOString().slice(0, 7);
    type Pay = { lines: { part: string; amount: number }[]; total: number };
    const pay = await ask<Pay>(kam, `/api/pay/${month}`);
    expect(pay.lines.map((line) => line.part)).toContain('fixed');
    expect(pay.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(pay.total);
    expect(pay.total).toBeGreaterThan(0);
  });
});

describe('an absence', () => {
  it('moves clients to the substitute by order, and back when it is ended', async () => {
    const hr = await as('hr');
    await open(hr, '/people/absences?new=1');
    await pick(hr, g('organization.employee'), 'Nancy Davolio');
    await inDialog(hr, g('organization.add')).click();
    await dialog(hr).waitFor({ state: 'hidden' });
    await hr
      .getByRole('row', { name: 'Nancy Davolio' })
      .getByRole('button', { name: g('organization.order-substitution') })
      .click();
    await pick(hr, g('organization.substitute'), 'Margaret Peacock');
    await dialog(hr).getByLabel(g('organization.order-number')).fill('S-1');
    await picture(hr, 'substitution');
    await inDialog(hr, g('organization.order-substitution')).click();
    await dialog(hr).waitFor({ state: 'hidden' });

    const kam = await as('kam');
    const sees = async () =>
      (await ask<{ substituting: { name: string }[] }>(kam, '/api/me')).substituting.map((each) => each.name);
    await expect.poll(sees, { timeout: 10_000 }).toEqual(['Nancy Davolio']);
    await open(kam, '/clients');
    await kam.getByText('Nancy Davolio').first().waitFor();
    await picture(kam, 'substituting');

    await hr
      .getByRole('row', { name: 'Nancy Davolio' })
      .getByRole('button', { name: g('organization.revoke-substitution') })
      .click();
    await inDialog(hr, g('organization.revoke-substitution')).click();
    await expect.poll(sees, { timeout: 10_000 }).toEqual([]);
  });
});

it('nothing went wrong behind any page', () => {
  expect([...seats.values()].flatMap((seat) => seat.faults)).toEqual([]);
});

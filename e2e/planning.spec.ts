import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenTexts } from '#modules/activities/texts-screens.ts';
import { accessibilityFaults, open, openBrowser, type Seat, signIn } from './support/browser.ts';
import { words } from './support/words.ts';

const a = (key: keyof typeof screenTexts & string, values?: Record<string, string>) => words(screenTexts, key, values);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Item = { client: { id: string; name: string }; plannedOn: string; plannedTime: string | null; state: string };

/** A week two weeks ahead, which nobody has planned yet: its name and its Monday. */
const monday = Temporal.Now.plainDateISO('UTC')
  .subtract({ days: Temporal.Now.plainDateISO('UTC').dayOfWeek - 1 })
  .add({ weeks: 2 });
const week = `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`;
const dayOf = (n: number) => monday.add({ days: n }).toString();

const patience = { timeout: 15_000 };

const proposals = (page: Page) => page.locator('li[draggable=true]');
const nameOf = async (proposal: Locator) => (await proposal.locator('[data-proposal]').textContent())?.trim() ?? '';
const offered = (page: Page) => proposals(page).locator('[data-proposal]').allTextContents();
const slot = (page: Page, day: string, from: string, until: string) =>
  page.getByRole('button', { name: `${a('activities.label.slot')} ${day} ${from}:00 - ${until}:00`, exact: true });
const planned = async (page: Page): Promise<Item[]> =>
  (await page.evaluate(async (of) => (await fetch(`/api/week-plans/${of}`)).json() as Promise<{ items: Item[] }>, week))
    .items;
const whenPlanned = (page: Page, client: string) =>
  expect.poll(async () => (await planned(page)).filter((item) => item.client.name === client).map(spotOf), {
    timeout: 15_000,
  });
const spotOf = ({ plannedOn, plannedTime }: Item) => `${plannedOn} ${plannedTime ?? '-'}`;

/** Drags by the pointer, as a hand does: press, move in steps, release. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('there is nothing to drag, or nowhere to');
  await page.mouse.move(start.x + start.width / 2, start.y + 12);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y - 20, { steps: 5 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 5 });
  await page.mouse.up();
}

describe('planning with the pointer', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await signIn(browser, 'otherKam');
    await open(seat.page, `/week?week=${week}`);
  });
  afterAll(() => seat.context.close());

  it('drops a proposal on the day and hour that it was dragged to', async () => {
    const { page } = seat;
    const proposal = proposals(page).first();
    const client = await nameOf(proposal);
    await drag(page, proposal, slot(page, dayOf(2), '10:00', '10:30'));
    await whenPlanned(page, client).toEqual([`${dayOf(2)} 10:00`]);
    await page
      .getByRole('button', { name: new RegExp(client) })
      .first()
      .waitFor();
    await expect.poll(() => offered(page), patience).not.toContain(client);
  });

  it('moves what is planned to another day and hour', async () => {
    const { page } = seat;
    const [item] = (await planned(page)).filter((each) => spotOf(each) === `${dayOf(2)} 10:00`);
    const event = page.getByRole('button', { name: new RegExp(item?.client.name ?? '-') }).first();
    await drag(page, event, slot(page, dayOf(3), '14:00', '14:30'));
    await whenPlanned(page, item?.client.name ?? '').toEqual([`${dayOf(3)} 14:00`]);
    expect(seat.faults).toEqual([]);
  });
});

describe('planning from the keyboard', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await signIn(browser, 'otherKam');
    await open(seat.page, `/week?week=${week}`);
    await proposals(seat.page).first().waitFor();
  });
  afterAll(() => seat.context.close());

  it('takes a proposal where there is room for it', async () => {
    const { page } = seat;
    const client = await nameOf(proposals(page).first());
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await planned(page)).map((item) => item.client.name), patience).toContain(client);
    await expect.poll(() => offered(page), patience).not.toContain(client);
  });

  it('puts a proposal on a day and hour that one chooses, and moves it by Shift with arrows', async () => {
    const { page } = seat;
    const client = await nameOf(proposals(page).first());
    await page.getByRole('button', { name: `${a('activities.take-elsewhere')}: ${client}` }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(a('activities.hour')).fill('16:00');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const [item] = (await planned(page)).filter((each) => each.client.name === client);
    expect(item?.plannedTime).toBe('16:00');
    const event = page.locator('button[title]').filter({ hasText: client }).first();
    await event.press('Shift+ArrowUp');
    await whenPlanned(page, client).toEqual([`${item?.plannedOn} 15:30`]);
    expect(seat.faults).toEqual([]);
  });
});

describe('planning on a phone', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await signIn(browser, 'otherKam', { phone: true });
    await open(seat.page, `/week?week=${week}`);
    await proposals(seat.page).first().waitFor();
  });
  afterAll(() => seat.context.close());

  it('takes a proposal by one press and another to a day of one’s own, without dragging', async () => {
    const { page } = seat;
    const first = await nameOf(proposals(page).first());
    await proposals(page).first().locator('[data-proposal]').click();
    await expect.poll(async () => (await planned(page)).map((item) => item.client.name), patience).toContain(first);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await expect.poll(() => offered(page), patience).not.toContain(first);
    const second = await nameOf(proposals(page).first());
    await page.getByRole('button', { name: `${a('activities.take-elsewhere')}: ${second}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(a('activities.hour')).fill('11:30');
    await dialog.getByRole('button', { name: a('activities.plan'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const [item] = (await planned(page)).filter((each) => each.client.name === second);
    expect(item?.plannedTime).toBe('11:30');
  });

  it('opens a line to put it elsewhere', async () => {
    const { page } = seat;
    const [item] = (await planned(page)).filter((each) => each.plannedTime === '11:30');
    await page.getByRole('button', { name: new RegExp(`11:30.*${item?.client.name}`) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(a('activities.hour')).fill('12:00');
    await page.keyboard.press('Enter');
    await whenPlanned(page, item?.client.name ?? '').toEqual([`${item?.plannedOn} 12:00`]);
  });

  it('needs no scrolling sideways, and is fit for everybody', async () => {
    const { page } = seat;
    const [whole, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(whole).toBeLessThanOrEqual(shown ?? 0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(seat.faults).toEqual([]);
  });
});

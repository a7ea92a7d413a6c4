import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { readFile } from '#platform/imports/read-file.ts';
import { type ImportReport, runImport } from '#platform/imports/run-import.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { modules } from '../modules.ts';
import { onlineRetail } from './online-retail.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone, { currency: 'GBP' });
  runner = new Runner(clone.database, compose(modules));
  await company.owner("insert into catalog.price_columns (company_id, number, name) values ($1, 1, 'List')", [
    company.id,
  ]);
});
afterAll(() => clone.close());

describe('541,909 lines of a real wholesaler', () => {
  let report: ImportReport;
  let before = 0;
  it('go in as a stream', { timeout: 1_200_000 }, async () => {
    before = process.memoryUsage.rss();
    report = await runImport(runner, companyActor(company.id, 'test'), onlineRetail('4'));
    console.log(
      `${report.read} rows in ${report.seconds.toFixed(0)} s, at most ${Math.round(report.peakMemoryBytes / 1e6)} MB resident`,
    );
    expect(report.read).toBe(541_909);
  });
  it('lose no row silently: accepted and rejected are what was read, each rejected one stands with its reason', async () => {
    expect(report.accepted + report.rejected).toBe(report.read);
    expect(report.reasons['platform.import-missing']).toBe(135_080);
    const [kept] = await company.owner<{ count: string }>(
      'select count(*) from platform.import_rejections where import_id = $1',
      [report.id],
    );
    expect(Number(kept?.count)).toBe(report.rejected);
    expect(Object.values(report.reasons).reduce((sum, count) => sum + count, 0)).toBe(report.rejected);
  });
  it('are there: as many lines of orders and returns as were accepted', async () => {
    const [lines] = await company.owner<{ count: string }>(
      'select (select count(*) from orders.order_lines) + (select count(*) from orders.return_lines) as count',
    );
    expect(Number(lines?.count)).toBe(report.accepted);
  });
  it('come to the sum that the file itself has for those rows', async () => {
    const rejected = await company.owner<{ n: string }>(
      'select row_number as n from platform.import_rejections where import_id = $1',
      [report.id],
    );
    const left = new Set(rejected.map((row) => Number(row.n)));
    let cents = 0;
    for await (const { number, cells } of (await readFile(onlineRetail('4').file)).rows) {
      if (!left.has(number)) cents += Math.round(Number(cells.Quantity) * Number(cells.UnitPrice) * 100);
    }
    const [sum] = await company.owner<{ cents: string }>(
      'select ((select sum(amount) from orders.order_lines) - (select sum(amount) from orders.return_lines))::text as cents',
    );
    expect(Number(sum?.cents)).toBe(cents);
  });
  it('take no memory with their number', () => {
    expect(report.peakMemoryBytes - before).toBeLessThan(400_000_000);
  });
});

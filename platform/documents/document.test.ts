import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { renderPdf, templateFaults } from './render.ts';
import { TemplateFault } from './template-fault.ts';
import { note } from './test/note.ts';
import { itPrints, pagesOf } from './test/prints.ts';
import { wordingOf } from './wording.ts';

itPrints(note, { en: 'Note No. 7', ru: 'Записка № 7' });

describe('a template', () => {
  const print = (source: string) => renderPdf(note, note.sample('en'), 'en', source);
  const begin = '#import "/platform/documents/house.typ": *\n#show: paper\n';

  it('of the company takes the place of the product’s', async () => {
    expect(pagesOf(await print(`${begin}one #pagebreak() two #pagebreak() three`))).toBe(3);
  });
  it('that does not compile says where and why', async () => {
    await expect(print(`${begin}\n#view.nonsense`)).rejects.toThrow(TemplateFault);
    expect((await templateFaults(note, `${begin}\n#view.nonsense`))[0]).toMatch(/^note\.typ:4 .*nonsense/);
    expect(await templateFaults(note, `${begin}#view.text`)).toEqual([]);
  });
  it('sees no file of the machine', async () => {
    for (const path of ['/etc/passwd', '/package.json', '../../../etc/passwd']) {
      await expect(print(`#read("${path}")`)).rejects.toThrow(TemplateFault);
    }
  });
  it('fetches nothing from the network', async () => {
    await expect(print('#import "@preview/oxifmt:0.2.1": strfmt')).rejects.toThrow('packages are not available');
  });
  it('prints data as they are: what looks like markup stays text', async () => {
    const data = { ...note.sample('en'), text: '#panic() *bold* $x$ \\ <b>&amp;</b>' };
    expect(pagesOf(await renderPdf(note, data, 'en'))).toBe(1);
  });
});

describe('while a long document is printed', () => {
  const long = { ...note.sample('en'), text: 'Delivered as agreed. '.repeat(400) };

  it('others are served', async () => {
    const server = createServer((_, reply) => reply.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const order: string[] = [];
    const printed = renderPdf(note, long, 'en').then(() => order.push('printed'));
    // Computed on this thread it would take no turn of the event loop, and nobody could be served in between.
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    order.push('served');
    await printed;
    server.close();
    expect(order).toEqual(['served', 'printed']);
  });
  it('a fault of one leaves the others whole', async () => {
    const settled = await Promise.allSettled([
      renderPdf(note, long, 'en'),
      renderPdf(note, { company: null } as never, 'en'),
      renderPdf(note, note.sample('en'), 'en', '#view.nonsense'),
      renderPdf(note, note.sample('en'), 'en'),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  });
});

describe('the wording', () => {
  const [en, ru] = [wordingOf(note.texts, 'en'), wordingOf(note.texts, 'ru')];

  it('writes days, months and periods as the language does, the last day included', () => {
    expect([en.day('2026-03-02'), ru.day('2026-03-02')]).toEqual(['2 March 2026', '2 марта 2026\u00a0г.']);
    expect([en.month('2026-09'), ru.month('2026-09')]).toEqual(['September 2026', 'сентябрь 2026 г.']);
    expect(en.period({ from: '2026-07-01', to: '2026-10-01' })).toBe('1 July 2026 to 30 September 2026');
  });
  it('shows an instant by the clock of the zone', () => {
    expect(ru.moment('2026-03-04T22:45:00Z', 'Europe/Moscow')).toBe('05.03.2026 01:45');
  });
  it('writes amounts exactly', () => {
    expect(en.amount(9_007_199_254_740_991, 'USD')).toBe('90,071,992,547,409.91');
    expect(ru.amount(-5, 'RUB')).toBe('-0,05');
    expect(en.amount(1500, 'JPY')).toBe('1,500');
  });
});

import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import { addColumn, setPrice } from './actions/keep-prices.ts';
import { enterProduct } from './actions/keep-products.ts';

export type TestCatalogue = {
  columns: { list: string; second: string; third: string };
  products: { id: string; code: string; name: string; listPrice: number }[];
};

/** A list column, two columns of 5 and 10 percent off, and products P-1 … at 10.00, 20.00 … The actor may edit the catalogue. */
export async function aCatalogue(runner: Runner, actor: Actor, count = 3): Promise<TestCatalogue> {
  return runner.write(actor, async (w) => {
    const list = await addColumn(w, { number: 1, name: 'List' });
    const second = await addColumn(w, { number: 2, name: 'Column 2', discountBp: 500 });
    const third = await addColumn(w, { number: 3, name: 'Column 3', discountBp: 1000, minMonthlySales: 100_000 });
    const products = [];
    for (let number = 1; number <= count; number += 1) {
      const [code, name, listPrice] = [`P-${number}`, `Product ${number}`, number * 1000];
      const { id } = await enterProduct(w, { code, name });
      await setPrice(w, id, { columnId: list.id, amount: listPrice, from: '2020-01-01' });
      products.push({ id, code, name, listPrice });
    }
    return { columns: { list: list.id, second: second.id, third: third.id }, products };
  });
}

import { answer, type Route } from '#platform/http/route.ts';
import { answerList } from '#platform/lists/answer.ts';
import { printCursor, readCursor } from '#platform/lists/cursor.ts';
import { mayI, type Work } from '#platform/work.ts';
import { setCost } from '../actions/keep-costs.ts';
import { addColumn, editColumn, setPrice } from '../actions/keep-prices.ts';
import { editCategory, editProduct, enterCategory, enterProduct } from '../actions/keep-products.ts';
import { costsOfProduct } from '../data/costs.ts';
import { productSource } from '../data/list.ts';
import { priceColumns, priceListLines, pricesOfProduct } from '../data/prices.ts';
import { categories, findProducts, product } from '../data/products.ts';
import * as at from '../endpoints.ts';
import { refuse } from '../refusals.ts';
import { columnPrice } from '../rules/column-price.ts';

const mayEdit = (w: Work) => mayI(w, 'catalog.edit').kind === 'allowed';

export const catalogRoutes: readonly Route[] = [
  ...answerList(at.productList, productSource),
  answer(at.findProducts, async (w, { query }) => ({
    items: await findProducts(w, query.q, query.columnId ?? null, query.on ?? w.today.toString(), query.limit ?? 20),
  })),
  answer(at.readProduct, (w, { params }) => productCard(w, params.id)),
  answer(at.enterProduct, (w, { body }) => enterProduct(w, body)),
  answer(at.editProduct, (w, { params, body }) => editProduct(w, params.id, body)),
  answer(at.setPrice, (w, { params, body }) => setPrice(w, params.id, body)),
  answer(at.readCosts, async (w, { params }) => {
    if (!(await product(w, params.id))) refuse('catalog.unknown-product');
    return { items: await costsOfProduct(w, params.id), can: { edit: mayEdit(w) } };
  }),
  answer(at.setCost, (w, { params, body }) => setCost(w, params.id, body)),
  answer(at.readCategories, async (w) => ({ items: await categories(w) })),
  answer(at.enterCategory, (w, { body }) => enterCategory(w, body)),
  answer(at.editCategory, (w, { params, body }) => editCategory(w, params.id, body)),
  answer(at.readColumns, async (w) => ({ items: await priceColumns(w), can: { edit: mayEdit(w) } })),
  answer(at.addColumn, (w, { body }) => addColumn(w, body)),
  answer(at.editColumn, (w, { params, body }) => editColumn(w, params.id, body)),
  answer(at.readPriceList, async (w, { query }) => {
    const place =
      query.cursor === undefined
        ? null
        : (readCursor(query.cursor, 'name') ?? refuse('catalog.bad-cursor', {}, '/cursor'));
    const limit = query.limit ?? 100;
    const on = query.on ?? w.today.toString();
    const after = place && { name: place.value ?? '', id: place.id };
    const asked = { on, categoryId: query.categoryId ?? null, text: query.q?.trim() ?? '', after, limit: limit + 1 };
    const [columns, lines] = await Promise.all([priceColumns(w), priceListLines(w, asked)]);
    const items = lines.slice(0, limit);
    const last = items.at(-1);
    const nextCursor =
      lines.length > limit && last ? printCursor({ sort: 'name', value: last.name, id: last.id }) : null;
    return { on, columns, items, nextCursor, can: { edit: mayEdit(w) } };
  }),
];

async function productCard(w: Work, id: string) {
  const [row, columns, prices] = await Promise.all([product(w, id), priceColumns(w), pricesOfProduct(w, id)]);
  if (!row) refuse('catalog.unknown-product');
  const today = w.today.toString();
  const ownIn = (columnId: string | undefined) =>
    prices.find(
      (each) => each.columnId === columnId && (each.from ?? '') <= today && (each.to === null || today < each.to),
    )?.amount ?? null;
  const list = ownIn(columns[0]?.number === 1 ? columns[0].id : undefined);
  const priced = columns.map((column) => {
    const own = ownIn(column.id);
    return {
      columnId: column.id,
      number: column.number,
      name: column.name,
      price: columnPrice(list, own, column.discountBp),
      own: own !== null,
    };
  });
  return { ...row, today: priced, prices, can: { edit: mayEdit(w) } };
}

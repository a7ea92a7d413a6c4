import { sql } from '#platform/db/sql.ts';
import { expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { category, isBelow, type ProductRow, productForChange } from '../data/products.ts';
import { refuse } from '../refusals.ts';

type Revised = { id: string; revision: number };
type Fields = Omit<ProductRow, 'id' | 'revision' | 'category'>;
export type ProductWish = Pick<Fields, 'code' | 'name'> & Partial<Fields>;

/** Enters a product. @throws Refused `catalog.code-taken`, `catalog.unknown-category`. */
export async function enterProduct(w: Work, wish: ProductWish): Promise<Revised> {
  await requirePermit(w, 'catalog.edit');
  const row = { categoryId: null, unit: 'pcs', pack: 1, barcode: '', description: '', active: true, ...wish };
  if (row.categoryId) await requireCategory(w, row.categoryId);
  return w.db.one(sql<Revised>`insert into catalog.products (id, company_id, code, name, category_id, unit, pack, barcode, description, active)
    values (${w.newId()}, ${w.actor.companyId}, ${row.code.trim()}, ${row.name.trim()}, ${row.categoryId}, ${row.unit.trim()}, ${row.pack},
      ${row.barcode.trim()}, ${row.description.trim()}, ${row.active}) returning id, revision`);
}

/** Changes a product; one that is not sold any more becomes inactive and stays in old orders. */
export async function editProduct(w: Work, id: string, change: Partial<Fields>): Promise<Revised> {
  await requirePermit(w, 'catalog.edit');
  const current = (await productForChange(w, id)) ?? refuse('catalog.unknown-product');
  expectRevision(w, current);
  const next = { ...current, ...change };
  if (change.categoryId) await requireCategory(w, change.categoryId);
  return w.db.one(sql<Revised>`update catalog.products set code = ${next.code.trim()}, name = ${next.name.trim()},
      category_id = ${next.categoryId}, unit = ${next.unit.trim()}, pack = ${next.pack}, barcode = ${next.barcode.trim()},
      description = ${next.description.trim()}, active = ${next.active}
    where id = ${id} returning id, revision`);
}

export async function enterCategory(w: Work, wish: { name: string; parentId?: string | null }): Promise<Revised> {
  await requirePermit(w, 'catalog.edit');
  if (wish.parentId) await requireCategory(w, wish.parentId);
  return w.db.one(sql<Revised>`insert into catalog.categories (id, company_id, name, parent_id)
    values (${w.newId()}, ${w.actor.companyId}, ${wish.name.trim()}, ${wish.parentId ?? null}) returning id, revision`);
}

/** @throws Refused `catalog.category-in-a-circle`. */
export async function editCategory(
  w: Work,
  id: string,
  change: { name?: string; parentId?: string | null },
): Promise<Revised> {
  await requirePermit(w, 'catalog.edit');
  const current = (await category(w, id)) ?? refuse('catalog.unknown-category');
  expectRevision(w, current);
  const next = { ...current, ...change };
  if (next.parentId && next.parentId !== current.parentId) {
    await requireCategory(w, next.parentId);
    if (await isBelow(w, id, next.parentId)) refuse('catalog.category-in-a-circle', {}, '/parentId');
  }
  return w.db.one(sql<Revised>`update catalog.categories set name = ${next.name.trim()}, parent_id = ${next.parentId}
    where id = ${id} returning id, revision`);
}

async function requireCategory(w: Work, id: string): Promise<void> {
  if (!(await category(w, id))) refuse('catalog.unknown-category', {}, '/categoryId');
}

import { sql } from '#platform/db/sql.ts';
import type { SearchHit, SearchSource } from '#platform/declare/module.ts';

/** Finds active products by code, barcode, words and with typing errors. */
export const searchProducts: SearchSource = {
  kind: 'product',
  permit: 'catalog.read',
  find: (w, text, limit) =>
    w.db.all(sql<SearchHit>`select 'product' as kind, p.id, p.name as title, concat_ws(', ', p.code, p.category) as subtitle,
        '/products/' || p.id as href, h.rank
      from catalog.found(${text}, ${limit}) h join catalog.v_products p on p.id = h.id order by h.rank desc, p.name`),
};

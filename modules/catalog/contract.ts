/** What other modules may use of the catalogue. */

/** Costs of products on a day; empty for whoever may not see them. */
export { costsOn } from './data/costs.ts';
/** Prices of products in a column on a day; a product without a price is absent from the map. */
export { type Price, type PriceColumn, priceColumn, priceColumns, priceOf } from './data/prices.ts';
export { type FoundProduct, findProducts, type ProductRow, productsByIds } from './data/products.ts';
/** The price in a column from the list price, for previews. */
export { columnPrice } from './rules/column-price.ts';

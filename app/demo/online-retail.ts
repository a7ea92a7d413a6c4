import path from 'node:path';
import { root } from '#platform/db/migrate.ts';
import type { ImportWish } from '#platform/imports/run-import.ts';

/** Codes of the Online Retail data that are no goods: postage, fees, vouchers, adjustments. */
const serviceCodes = 'POST,DOT,M,m,C2,D,S,B,PADS,BANK CHARGES,AMAZONFEE,CRUK,gift_*,DCGSSBOY,DCGSSGIRL,ADJUST*,TEST*';

/** The import of the Online Retail history, with clients and products made as they come. */
export function onlineRetail(keeper: string): ImportWish {
  return {
    kind: 'sales-lines',
    file: path.join(root, 'demo-data/online-retail/online_retail.csv.gz'),
    mapping: {
      invoice: { column: 'InvoiceNo' },
      client: { column: 'CustomerID' },
      country: { column: 'Country' },
      product: { column: 'StockCode' },
      description: { column: 'Description' },
      quantity: { column: 'Quantity' },
      unitPrice: { column: 'UnitPrice' },
      date: { column: 'InvoiceDate' },
      createMissing: { constant: 'yes' },
      keeper: { constant: keeper },
      serviceCodes: { constant: serviceCodes },
    },
  };
}

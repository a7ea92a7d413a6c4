import { defineModule } from '#platform/declare/module.ts';
import { searchProducts } from './data/search.ts';
import { categoriesImport, productsImport } from './imports/products.ts';
import { catalogImportTexts } from './imports/texts.ts';
import { catalogPermits } from './permits.ts';
import { catalogRefusals } from './refusals.ts';
import { catalogRights } from './rights.ts';
import { catalogRoutes } from './routes/catalog.routes.ts';
import { texts } from './texts.ts';
import { catalogRecordTexts } from './texts-records.ts';
import { verifications } from './verifications.ts';

export const catalog = defineModule({
  name: 'catalog',
  needs: ['organization'],
  permits: catalogPermits,
  refusals: catalogRefusals,
  texts: { ...texts, ...catalogImportTexts, ...catalogRecordTexts },
  imports: [categoriesImport, productsImport],
  routes: catalogRoutes,
  rights: catalogRights,
  search: [searchProducts],
  verifications,
});

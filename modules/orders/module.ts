import { defineModule, type Module } from '#platform/declare/module.ts';
import { orderDecided } from './actions/decided.ts';
import { checkEntered } from './duties/check-entered.ts';
import { enter } from './duties/enter.ts';
import { lapsing } from './duties/lapsing.ts';
import { takePersonally } from './duties/take-personally.ts';
import { orderFiles } from './files.ts';
import { orderFills } from './fills.ts';
import { orderLinesImport, ordersImport } from './imports/orders.ts';
import { salesLinesImport } from './imports/sales-lines.ts';
import { orderImportTexts } from './imports/texts.ts';
import { tellSales } from './jobs/tell-sales.ts';
import { orderPermits } from './permits.ts';
import { orderRefusals } from './refusals.ts';
import { orderRights } from './rights.ts';
import { clientOrderRoutes } from './routes/client-orders.routes.ts';
import { orderRoutes } from './routes/orders.routes.ts';
import { supportRoutes } from './routes/support.routes.ts';
import { searchOrders } from './search.ts';
import { orderSettings } from './settings.ts';
import { texts } from './texts.ts';
import { ordersRecordTexts } from './texts-records.ts';
import { orderVerifications } from './verifications.ts';

export const orders: Module = defineModule({
  name: 'orders',
  needs: ['organization', 'mandates', 'clients', 'catalog', 'activities'],
  permits: orderPermits,
  refusals: orderRefusals,
  texts: { ...texts, ...orderImportTexts, ...ordersRecordTexts },
  routes: [...orderRoutes, ...supportRoutes, ...clientOrderRoutes],
  duties: [takePersonally, checkEntered, enter, lapsing],
  rights: orderRights,
  requestKinds: [
    { permit: 'orders.price-column', decided: orderDecided },
    { permit: 'orders.discount', decided: orderDecided },
    { permit: 'orders.release-credit', decided: orderDecided },
  ],
  imports: [ordersImport, orderLinesImport, salesLinesImport],
  fills: orderFills,
  search: [searchOrders],
  files: [orderFiles],
  timeline: [
    {
      kinds: ['order-confirmed', 'credit-released', 'order-shipped', 'goods-returned'],
      view: 'orders.v_timeline',
      permit: 'orders.read',
      products: 'orders.v_timeline_products',
    },
  ],
  settings: orderSettings,
  jobs: [tellSales],
  verifications: orderVerifications,
});

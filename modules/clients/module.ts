import { defineModule } from '#platform/declare/module.ts';
import { searchClients } from './data/search.ts';
import { keepBase } from './duties/keep-base.ts';
import { keepHistory } from './duties/keep-history.ts';
import { renewContracts } from './duties/renew-contracts.ts';
import { clientFiles, contractFiles } from './files.ts';
import { clientFills } from './fills.ts';
import { clientsImport } from './imports/clients.ts';
import { clientsImportTexts } from './imports/texts.ts';
import { clientsMarked } from './marked.ts';
import { clientPermits } from './permits.ts';
import { clientRefusals } from './refusals.ts';
import { clientRights } from './rights.ts';
import { clientRoutes } from './routes/clients.routes.ts';
import { contractRoutes } from './routes/contracts.routes.ts';
import { detailRoutes } from './routes/details.routes.ts';
import { historyRoutes } from './routes/history.routes.ts';
import { keeperRoutes } from './routes/keepers.routes.ts';
import { clientSettings } from './settings.ts';
import { texts } from './texts.ts';
import { clientsRecordTexts } from './texts-records.ts';
import { verifications } from './verifications.ts';

export const clients = defineModule({
  name: 'clients',
  needs: ['organization', 'mandates'],
  permits: clientPermits,
  refusals: clientRefusals,
  texts: { ...texts, ...clientsImportTexts, ...clientsRecordTexts },
  imports: [clientsImport],
  routes: [...clientRoutes, ...keeperRoutes, ...historyRoutes, ...contractRoutes, ...detailRoutes],
  duties: [keepBase, keepHistory, renewContracts],
  rights: clientRights,
  marked: clientsMarked,
  settings: clientSettings,
  search: [searchClients],
  files: [clientFiles, contractFiles],
  fills: clientFills,
  timeline: [
    {
      kinds: ['client-entered', 'keeper-changed', 'class-changed', 'dossier-entry', 'contract-entered'],
      view: 'clients.v_timeline',
      permit: 'clients.read',
    },
    { kinds: ['file-attached'], view: 'clients.v_files_timeline', permit: 'clients.read' },
  ],
  verifications,
});

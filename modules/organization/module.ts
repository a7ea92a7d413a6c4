import { defineModule } from '#platform/declare/module.ts';
import { employeesImport, territoriesImport, territoryEmployeesImport } from './imports/employees.ts';
import { organizationImportTexts } from './imports/texts.ts';
import { organizationPermits } from './permits.ts';
import { organizationRefusals } from './refusals.ts';
import { organizationRights } from './rights.ts';
import { absencesRoutes } from './routes/absences.routes.ts';
import { companyRoutes } from './routes/company.routes.ts';
import { peopleRoutes } from './routes/people.routes.ts';
import { staffingRoutes } from './routes/staffing.routes.ts';
import { searchPeople } from './search.ts';
import { organizationTexts } from './texts.ts';
import { organizationRecordTexts } from './texts-records.ts';

export const organization = defineModule({
  name: 'organization',
  needs: [],
  permits: organizationPermits,
  refusals: organizationRefusals,
  texts: { ...organizationTexts, ...organizationImportTexts, ...organizationRecordTexts },
  routes: [...peopleRoutes, ...staffingRoutes, ...absencesRoutes, ...companyRoutes],
  rights: organizationRights,
  imports: [employeesImport, territoriesImport, territoryEmployeesImport],
  search: [searchPeople],
});

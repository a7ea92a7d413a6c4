import { sql } from '#platform/db/sql.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { mayI, type Work } from '#platform/work.ts';
import { editCompany, setSetting } from '../actions/configure.ts';
import { settingsToday, settingWithHistory } from '../data/settings.ts';
import * as at from '../endpoints-company.ts';
import { refuse } from '../refusals.ts';

type Company = {
  id: string;
  name: string;
  currency: string;
  timeZone: string;
  language: string;
  address: string;
  registration: string;
  revision: number;
};

const mayConfigure = (w: Work) => mayI(w, 'organization.configure').kind === 'allowed';

export const companyRoutes: readonly Route[] = [
  answer(at.readCompany, async (w) => {
    const row =
      await w.db.one(sql<Company>`select id, name, currency, time_zone as "timeZone", language, address, registration, revision
      from platform.companies where id = ${w.actor.companyId}`);
    return { ...row, can: { configure: mayConfigure(w) } };
  }),
  answer(at.editCompany, (w, { body }) => editCompany(w, body)),
  answer(at.listSettings, async (w) => ({
    items: await settingsToday(w),
    can: { configure: mayConfigure(w) },
  })),
  answer(at.readSettingHistory, async (w, { params }) => {
    const found = await settingWithHistory(w, params.key);
    if (!found) refuse('organization.unknown-setting');
    return { ...found, can: { configure: mayConfigure(w) } };
  }),
  answer(at.setSetting, async (w, { params, body }) => {
    await setSetting(w, params.key, body);
    return {};
  }),
];

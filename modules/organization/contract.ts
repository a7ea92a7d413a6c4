export { readSetting, readSettingFor } from '#platform/settings.ts';
export { giveAccess } from './actions/arrange-employee.ts';
export { type Named, superiorsOf } from './data/employees.ts';

export { giveAccess } from './actions/arrange-employee.ts';
export { type Named, superiorsOf } from './data/employees.ts';
export { readSetting, readSettingFor } from './data/settings.ts';

export { giveAccess } from './actions/arrange-employee.ts';
export { type Named, superiorsOf } from './data/employees.ts';
export { readSetting } from './data/settings.ts';

import { answer, type Route } from '#platform/http/route.ts';
import { assignEmployee, endAssignment } from '../actions/assign.ts';
import { addDepartment, addPosition, editPosition } from '../actions/configure.ts';
import { departments, positions } from '../data/positions.ts';
import * as at from '../endpoints-staffing.ts';

export const staffingRoutes: readonly Route[] = [
  answer(at.listPositions, async (w, { query }) => ({ items: await positions(w, query.q) })),
  answer(at.addPosition, (w, { body }) => addPosition(w, body)),
  answer(at.editPosition, (w, { params, body }) => editPosition(w, params.id, body)),
  answer(at.listDepartments, async (w) => ({ items: await departments(w) })),
  answer(at.addDepartment, (w, { body }) => addDepartment(w, body)),
  answer(at.assign, (w, { body }) => assignEmployee(w, body)),
  answer(at.endAssignment, (w, { params, body }) => endAssignment(w, params.id, body.on)),
];

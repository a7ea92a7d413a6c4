import Type from 'typebox';
import type { Setting } from '#platform/declare/module.ts';

const closed = { additionalProperties: false } as const;
const Days = Type.Integer({ minimum: 1, maximum: 730, unit: 'days' });
const Weekday = Type.Integer({ minimum: 1, maximum: 7, unit: 'weekday' });
export const usualCadence = { key: 7, A: 14, B: 30, C: 60 };

/** The company's choices; a clause that binds a duty with its own norm comes before them. */
export const activitiesSettings: readonly Setting[] = [
  {
    key: 'activities.cadence',
    schema: Type.Object({ key: Days, A: Days, B: Days, C: Days }, closed),
    default: usualCadence,
  },
  {
    key: 'activities.week-plan-due',
    schema: Type.Object(
      {
        dueWeekday: Weekday,
        dueTime: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', unit: 'time-of-day' }),
      },
      closed,
    ),
    default: { dueWeekday: 5, dueTime: '18:00' },
    narrows: true,
  },
  {
    key: 'activities.working-calendar',
    schema: Type.Object(
      {
        weekdays: Type.Array(Weekday, { minItems: 1, maxItems: 7, uniqueItems: true }),
        holidays: Type.Array(Type.String({ format: 'date' }), { maxItems: 500, uniqueItems: true }),
      },
      closed,
    ),
    default: { weekdays: [1, 2, 3, 4, 5], holidays: [] },
  },
  {
    key: 'activities.day-capacity',
    schema: Type.Object(
      { visits: Type.Integer({ minimum: 0, maximum: 50 }), calls: Type.Integer({ minimum: 0, maximum: 200 }) },
      closed,
    ),
    default: { visits: 3, calls: 8 },
    narrows: true,
  },
  {
    key: 'activities.prospect-calls',
    schema: Type.Object({ quietDays: Days, script: Type.String({ maxLength: 4000 }) }, closed),
    default: { quietDays: 14, script: '' },
    narrows: true,
  },
];

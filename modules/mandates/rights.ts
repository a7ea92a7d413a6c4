import Type from 'typebox';
import { right } from '#platform/declare/right.ts';
import { judgedRequests } from './actions/judge-answers.ts';
import { askedFor, unansweredFor } from './data/duty-facts.ts';

const closed = { additionalProperties: false };
const nothing = Type.Object({}, closed);
const overAll = (key: string, ...permits: string[]) =>
  right({
    key,
    settings: nothing,
    defaults: {},
    grants: () => permits.map((permit) => ({ permit, scope: 'all' as const, limits: {} })),
  });

export const mandatesRights = [
  overAll('mandates.draft', 'mandates.draft', 'mandates.read'),
  overAll('mandates.approve', 'mandates.approve', 'mandates.read'),
  overAll('mandates.read-all', 'mandates.read'),
  right({
    key: 'mandates.appraise',
    settings: Type.Object({ everyone: Type.Boolean() }, closed),
    defaults: { everyone: false },
    grants: ({ everyone }) => [{ permit: 'mandates.appraise', scope: everyone ? 'all' : 'own', limits: {} }],
  }),
  right({
    key: 'mandates.know-colleagues',
    settings: nothing,
    defaults: {},
    grants: () => [{ permit: 'organization.read', scope: 'own', limits: {} }],
  }),
  right({
    key: 'mandates.export',
    settings: nothing,
    defaults: {},
    grants: () => [{ permit: 'exports.run', scope: 'own', limits: {} }],
  }),
  overAll('mandates.read-journal', 'journal.read'),
  overAll('mandates.run-imports', 'imports.run'),
  overAll('mandates.revert-imports', 'imports.revert'),
  overAll('mandates.operate', 'platform.operate'),
  /** What everyone may do who holds a position; a clause says it so that it is known. */
  right({
    key: 'mandates.be-heard',
    settings: nothing,
    defaults: {},
    grants: () => [
      { permit: 'mandates.own', scope: 'own', limits: {} },
      { permit: 'mandates.decide', scope: 'own', limits: {} },
    ],
  }),
  /** Whoever asks a superior may claim the answer within so many hours. */
  right({
    key: 'mandates.answered-in-time',
    settings: Type.Object({ withinHours: Type.Integer({ minimum: 1, maximum: 720, unit: 'hours' }) }, closed),
    defaults: { withinHours: 24 },
    grants: () => [],
    service: {
      measure: async (w, { employeeId, settings }, period) =>
        judgedRequests(w, await askedFor(w, employeeId, period), settings.withinHours),
      unmet: async (w, holders) =>
        (await unansweredFor(w, holders)).map((asked) => ({
          id: `mandates.request:${asked.id}`,
          claimant: asked.claimant,
          owedBy: asked.owedBy,
          subject: { kind: 'request', id: asked.id, label: asked.subjectLabel },
          since: asked.askedAt,
          due: asked.dueAt,
          stake: asked.stake,
          href: `/requests/${asked.id}`,
        })),
    },
  }),
];

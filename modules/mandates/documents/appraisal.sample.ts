import type { Language } from '#kernel/texts.ts';
import { sampleCompany, samplePerson } from '#platform/documents/sample-people.ts';
import type { AppraisalData } from './appraisal.ts';
import { sampleJobDescription } from './job-description.sample.ts';

/** A quarter of a key account manager, made up: mostly done, something late, something missed. */
export function sampleAppraisal(language: Language): AppraisalData {
  const ru = language === 'ru';
  const duties = sampleJobDescription(language).sections[1]?.clauses ?? [];
  const figures = [
    [48, 44, 2, 2],
    [163, 160, 3, 0],
    [21, 15, 4, 2],
    [9, 9, 0, 0],
    [0, 0, 0, 0],
    [13, 11, 1, 1],
  ] as const;
  return {
    company: sampleCompany(language),
    number: '2026-0017',
    employee: samplePerson('manager', language),
    department: ru ? 'Отдел продаж' : 'Sales',
    days: { from: '2026-07-01', to: '2026-10-01' },
    currency: ru ? 'RUB' : 'USD',
    jobDescription: { title: samplePerson('manager', language).position, version: 3, inForceFrom: '2026-03-16' },
    clauses: [
      ...duties.map(({ number, text, norm }, index) => {
        const [required = 0, done = 0, late = 0, missed = 0] = figures[index] ?? [];
        const share = required === 0 ? null : Math.round((done * 10_000) / required);
        return {
          number,
          text,
          pay: [],
          measures: [{ norm, unit: 'count' as const, required, done, late, missed, share }],
          employeeRating: 4,
          headRating: missed === 2 ? 3 : 5,
        };
      }),
      {
        number: '2.7',
        text: ru ? 'Выполняет план продаж.' : 'Fulfils the sales plan.',
        pay: [],
        measures: [
          {
            norm: null,
            unit: 'money' as const,
            required: 48_000_000_00,
            done: 45_360_000_00,
            late: 0,
            missed: 2_640_000_00,
            share: 9450,
          },
        ],
        employeeRating: 4,
        headRating: null,
      },
      {
        number: '4.4',
        text: ru
          ? 'Переменная часть зависит от выполнения планов.'
          : 'The variable part follows the fulfilment of plans.',
        pay: [ru ? 'План продаж выполнен на 94,5%' : 'Sales plan fulfilled by 94.5%'],
        measures: [],
        employeeRating: 4,
        headRating: 4,
      },
    ],
    employeeRating: 4,
    headRating: 4,
    actions: [
      {
        text: ru ? 'Связаться с должниками по списку' : 'Call the debtors of the list',
        month: '2026-06',
        dueOn: '2026-08-15',
        who: samplePerson('manager', language).name,
        state: 'done',
        endedAt: '2026-08-12T10:00:00Z',
      },
      {
        text: ru ? 'Провести совместный визит к трём ключевым клиентам' : 'Visit three key clients together',
        month: null,
        dueOn: '2026-11-30',
        who: samplePerson('head', language).name,
        state: 'open',
        endedAt: null,
      },
    ],
    outside: { required: 3, done: 2, late: 0, missed: 1 },
    overall: 9312,
    headRemarks: ru
      ? 'Работа с просроченной задолженностью требует внимания: по двум счетам действий не было.'
      : 'Overdue invoices need attention: two were not chased at all.',
    employeeRemarks: '',
    head: {
      person: samplePerson('head', language),
      signed: {
        at: '2026-10-05T08:30:00Z',
        method: 'application',
        accessGiven: { by: samplePerson('lawyer', language).name, at: '2026-09-20T09:00:00Z' },
      },
    },
    employeeSigned: null,
    date: '2026-10-05',
  };
}

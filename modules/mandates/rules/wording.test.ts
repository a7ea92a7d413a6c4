import { expect, test } from 'vitest';
import { judgeWording } from './wording.ts';

test.each`
  section | text                                                               | kinds
  ${2}    | ${'Visits each key client twice a month.'}                         | ${[]}
  ${2}    | ${'Informs the head in a timely manner, if necessary in writing.'} | ${['vague timely', 'vague if necessary']}
  ${2}    | ${'Своевременно и по мере необходимости обзванивает клиентов.'}    | ${['vague своевременно', 'vague по мере необходимости']}
  ${2}    | ${'Ведёт переписку, учёт и т. д.'}                                 | ${['vague и т. д.']}
  ${2}    | ${'Takes orders. Trains new employees.'}                           | ${['two-duties Trains new employees.']}
  ${3}    | ${'Signs contracts. Signs acts.'}                                  | ${[]}
  ${1}    | ${'Higher education is required.'}                                 | ${['education-unsaid Higher education']}
  ${1}    | ${'Higher education in economics.'}                                | ${[]}
  ${1}    | ${'Высшее образование по профилю компании.'}                       | ${[]}
  ${1}    | ${'Высшее образование.'}                                           | ${['education-unsaid Высшее образование']}
  ${1}    | ${'Опыт работы желателен.'}                                        | ${['experience-unsaid Опыт работы желателен']}
  ${2}    | ${'Untimely payments are chased.'}                                 | ${[]}
`('section $section: $text', ({ section, text, kinds }) => {
  expect(judgeWording({ section, text }).map(({ kind, found }) => `${kind} ${found}`)).toEqual(kinds);
});

import { expect, test } from 'vitest';
import { classByShare } from './class-share.ts';

const bounds = { key: 4000, A: 7000, B: 9000 };

test.each`
  before | sales  | all     | expected
  ${0}   | ${100} | ${1000} | ${'key'}
  ${0}   | ${900} | ${1000} | ${'key'}
  ${399} | ${100} | ${1000} | ${'key'}
  ${400} | ${100} | ${1000} | ${'A'}
  ${699} | ${1}   | ${1000} | ${'A'}
  ${700} | ${100} | ${1000} | ${'B'}
  ${900} | ${100} | ${1000} | ${'C'}
  ${0}   | ${0}   | ${1000} | ${'C'}
  ${0}   | ${0}   | ${0}    | ${'C'}
`('$sales after $before of $all is $expected', ({ before, sales, all, expected }) => {
  expect(classByShare(before, sales, all, bounds)).toBe(expected);
});

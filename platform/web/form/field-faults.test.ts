import { describe, expect, it } from 'vitest';
import { Problem } from '../problem.ts';
import { dividedReasons } from './field-faults.ts';

const problem = (...fields: (string | undefined)[]) =>
  new Problem({
    status: 422,
    title: '',
    detail: '',
    code: 'x',
    reasons: fields.map((field, index) => ({ code: 'x', detail: `reason ${index}`, ...(field && { field }) })),
  });

describe('reasons of a refusal in a form', () => {
  it('go to the field they name, also within lists', () => {
    const { fields, others } = dividedReasons(problem('/name', '/lines/1/quantity'), {
      name: '',
      lines: [{}, { quantity: 1 }],
    });
    expect(fields).toEqual({ name: 'reason 0', 'lines.1.quantity': 'reason 1' });
    expect(others).toEqual([]);
  });

  it('stay together when the form has no such field, so that none is lost', () => {
    const { fields, others } = dividedReasons(problem(undefined, '/gone', '/name/deeper'), { name: '' });
    expect(fields).toEqual({});
    expect(others).toHaveLength(3);
  });
});

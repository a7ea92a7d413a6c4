import { describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { compose } from '#platform/declare/registry.ts';
import { judgeBinding } from '../actions/judge-binding.ts';
import { judgeCompleteness } from '../rules/completeness.ts';
import { templates } from './read.ts';

const registry = compose(modules);
const all = [...templates].flatMap(([key, pair]) => [
  { key, language: 'en', template: pair.en },
  { key, language: 'ru', template: pair.ru },
]);

describe.each(all)('the template $key in $language', ({ template }) => {
  it('can be submitted as it is', () => {
    const ordinals = new Map<number, number>();
    const clauses = template.clauses.map((clause) => {
      const ordinal = (ordinals.get(clause.section) ?? 0) + 1;
      ordinals.set(clause.section, ordinal);
      const bindings = (clause.bindings ?? []).map((bound) => ({ ...bound, ...judgeBinding(registry, bound) }));
      return {
        area: '',
        cadence: '',
        legalReference: '',
        ...clause,
        responsibility: clause.responsibility ?? null,
        number: `${clause.section}.${ordinal}`,
        bindings,
      };
    });
    const said = judgeCompleteness(clauses).map(({ code, clause }) => {
      const keys = clauses
        .find(({ number }) => number === clause)
        ?.bindings.map((bound) => `${bound.key} ${bound.detail}`);
      return `${code} ${clause} ${keys?.join()}`;
    });
    expect(said).toEqual([]);
  });
  it('has enough clauses to work by', () => {
    expect(template.clauses.length).toBeGreaterThanOrEqual(15);
  });
});

it('both languages of a template bind the same, clause by clause', () => {
  for (const { en, ru } of templates.values()) {
    const bound = (template: typeof en) =>
      template.clauses.map(({ section, cadence, responsibility, bindings }) => ({
        section,
        cadence,
        responsibility,
        bindings,
      }));
    expect(bound(ru)).toEqual(bound(en));
    expect(ru.clauses.every(({ text }) => /[а-я]/.test(text))).toBe(true);
  }
});

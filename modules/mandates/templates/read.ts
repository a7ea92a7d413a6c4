import type { Language } from '#kernel/texts.ts';
import type { BindingKind, Responsibility } from '../data/clauses.ts';
import accountantEn from './accountant.en.json' with { type: 'json' };
import accountantRu from './accountant.ru.json' with { type: 'json' };
import directorEn from './director.en.json' with { type: 'json' };
import directorRu from './director.ru.json' with { type: 'json' };
import headEn from './head-of-sales.en.json' with { type: 'json' };
import headRu from './head-of-sales.ru.json' with { type: 'json' };
import hrEn from './hr-manager.en.json' with { type: 'json' };
import hrRu from './hr-manager.ru.json' with { type: 'json' };
import kamEn from './key-account-manager.en.json' with { type: 'json' };
import kamRu from './key-account-manager.ru.json' with { type: 'json' };
import managerEn from './sales-manager.en.json' with { type: 'json' };
import managerRu from './sales-manager.ru.json' with { type: 'json' };
import supportEn from './sales-support.en.json' with { type: 'json' };
import supportRu from './sales-support.ru.json' with { type: 'json' };

export type TemplateClause = {
  readonly section: number;
  readonly text: string;
  readonly area?: string;
  readonly cadence?: string;
  readonly responsibility?: Responsibility;
  readonly legalReference?: string;
  readonly bindings?: readonly {
    readonly kind: BindingKind;
    readonly key: string;
    readonly settings: Readonly<Record<string, unknown>>;
  }[];
};
/** A ready job description of a position, every clause bound with a sensible norm. */
export type Template = { readonly title: string; readonly clauses: readonly TemplateClause[] };

type Pair = Readonly<Record<Language, Template>>;
const read = (en: unknown, ru: unknown): Pair => ({ en: en as Template, ru: ru as Template });

/** The templates that the product brings, by key; each in both languages. */
export const templates: ReadonlyMap<string, Pair> = new Map([
  ['key-account-manager', read(kamEn, kamRu)],
  ['sales-manager', read(managerEn, managerRu)],
  ['sales-support', read(supportEn, supportRu)],
  ['head-of-sales', read(headEn, headRu)],
  ['accountant', read(accountantEn, accountantRu)],
  ['hr-manager', read(hrEn, hrRu)],
  ['director', read(directorEn, directorRu)],
]);

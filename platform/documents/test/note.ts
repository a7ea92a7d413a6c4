import Type from 'typebox';
import { defineTexts } from '#kernel/texts.ts';
import { companyView } from '../blocks.ts';
import { defineDocument } from '../document.ts';
import { sampleCompany } from '../sample-people.ts';
import { Company } from '../shapes.ts';
import { heading, letterhead, said } from '../word-parts.ts';

/** The smallest document there can be, for tests of the mechanism. */
export const note = defineDocument({
  kind: 'note',
  version: 1,
  data: Type.Object({ company: Company, number: Type.String(), text: Type.String() }),
  texts: defineTexts({ title: ['Note No. {number}', 'Записка № {number}'] }),
  template: new URL('./note.typ', import.meta.url),
  sample: (language) => ({
    company: sampleCompany(language),
    number: '7',
    text: language === 'ru' ? 'Доставлено вовремя.' : 'Delivered in time.',
  }),
  view: ({ company, number, text }, say) => {
    const title = say.text('title', { number });
    return { title, foot: title, date: null, company: companyView(company), text };
  },
  word: (view) => [...letterhead(view.company), heading(view.title), said(view.text)],
});

import { describe, expect, it } from 'vitest';
import { viewOf } from '#platform/documents/document.ts';
import { renderPdf, renderWord } from '#platform/documents/render.ts';
import { itPrints, textOf } from '#platform/documents/test/prints.ts';
import { acknowledgementSheet } from './acknowledgement-sheet.ts';
import { sampleAppraisal } from './appraisal.sample.ts';
import { type AppraisalView, appraisal } from './appraisal.ts';
import { jobDescription } from './job-description.ts';

itPrints(jobDescription, { en: '2.1 Visits each key client', ru: '2.1 Посещает каждого ключевого клиента' });
itPrints(acknowledgementSheet, { en: '3 of 4 people have acknowledged.', ru: 'Ознакомлено: 3 из 4.' });
itPrints(appraisal, { en: '2.4 Answers complaints', ru: '2.4 Отвечает на претензии' });

describe('a printed appraisal', () => {
  const view = (language: 'en' | 'ru') =>
    viewOf(appraisal, sampleAppraisal(language), language) as unknown as AppraisalView;

  it('says beside a signature who gave the signer access shortly before', () => {
    expect(view('en').signatures.map(({ stamp }) => stamp)).toEqual([
      expect.stringMatching(/^signed in the application; access given by .+ on /),
      null,
    ]);
    expect(view('ru').signatures[0]?.stamp).toMatch(/^подписано в приложении; доступ выдан: /);
  });
  it('has both ratings of each clause and of the whole, what responsibilities came to, and what was agreed', () => {
    const { lines, overallRatings, actions } = view('en');
    const last = lines.at(-1);
    expect([last?.number, last?.remark, last?.figures[0], last?.ratings]).toEqual([
      '4.4',
      'Sales plan fulfilled by 94.5%',
      '–',
      ['4', '4'],
    ]);
    expect(overallRatings).toEqual(['4', '4']);
    expect(actions.map(({ text, state }) => [text, state])).toEqual([
      ['Call the debtors of the list (from the appraisal for June 2026)', expect.stringMatching(/^done, /)],
      ['Visit three key clients together', 'open'],
    ]);
  });
  it('counts what was assigned outside the job description apart, in both forms', async () => {
    expect(view('ru').outside).toBe(
      'Поручено вне должностной инструкции и не засчитано ни в одну обязанность: 3; выполнено 2, позже срока 0, не выполнено 1.',
    );
    const without = { ...sampleAppraisal('en'), outside: null };
    expect((viewOf(appraisal, without, 'en') as unknown as AppraisalView).outside).toBeNull();
    const said = textOf(await renderWord(appraisal, sampleAppraisal('en'), 'en'));
    expect(said).toContain('counted for no duty: 3; done 2, late 0, not done 1.');
    const pdf = await renderPdf(appraisal, sampleAppraisal('en'), 'en');
    expect(pdf.equals(await renderPdf(appraisal, without, 'en'))).toBe(false);
  });
});

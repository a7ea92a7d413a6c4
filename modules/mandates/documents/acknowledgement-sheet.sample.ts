import type { Language } from '#kernel/texts.ts';
import { sampleCompany, samplePerson } from '#platform/documents/sample-people.ts';
import type { AcknowledgementSheetData } from './acknowledgement-sheet.ts';

/** A sheet with one signature of each kind, the first soon after access was given, and one still missing, made up. */
export function sampleAcknowledgementSheet(language: Language): AcknowledgementSheetData {
  const { position } = samplePerson('manager', language);
  return {
    company: sampleCompany(language),
    document: {
      title: language === 'ru' ? `Должностная инструкция: ${position}` : `Job description: ${position}`,
      version: 3,
      approvedOn: '2026-03-02',
      inForceFrom: '2026-03-16',
      textHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
    compiledOn: '2026-03-10',
    rows: [
      {
        person: samplePerson('manager', language),
        signed: {
          at: '2026-03-04T07:45:00Z',
          method: 'application',
          accessGiven: { by: samplePerson('lawyer', language).name, at: '2026-03-01T09:00:00Z' },
        },
        address: '10.20.30.40',
      },
      {
        person: samplePerson('substitute', language),
        signed: { at: '2026-03-05T11:20:00Z', method: 'paper' },
        address: null,
      },
      { person: samplePerson('head', language), signed: { at: '2026-03-09T13:00:00Z', method: 'act' }, address: null },
      { person: samplePerson('lawyer', language), signed: null, address: null },
    ],
    emptyRows: 4,
  };
}

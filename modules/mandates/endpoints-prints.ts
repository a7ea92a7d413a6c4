import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ById, closed, Id, Language } from './shapes.ts';

const Wanted = Type.Object({ form: Type.Union([Type.Literal('pdf'), Type.Literal('docx')]), language: Language });

export const issueDescription = endpoint({
  id: 'mandates.issue-description',
  method: 'POST',
  path: '/job-description-versions/:id/documents',
  permit: 'mandates.draft',
  summary: 'Issue an approved version as a numbered document in a language, once; its files are at /documents/:id',
  params: ById,
  body: Type.Object({ language: Language }, closed),
  reply: Type.Object({ id: Id, number: Type.String() }),
});

export const printDescription = endpoint({
  id: 'mandates.print-description',
  method: 'GET',
  path: '/job-description-versions/:id/print',
  permit: 'mandates.own',
  summary:
    'The version as the personnel department files it: as issued in that language, or else as it stands; PDF or Word, English or Russian',
  params: ById,
  query: Wanted,
  reply: Type.Unknown(),
  file: 'application/octet-stream',
});

export const printSheet = endpoint({
  id: 'mandates.print-acknowledgement-sheet',
  method: 'GET',
  path: '/job-description-versions/:id/acknowledgement-sheet',
  permit: 'mandates.own',
  summary: 'Who has acknowledged a version, with room for signatures by hand, PDF or Word, English or Russian',
  params: ById,
  query: Wanted,
  reply: Type.Unknown(),
  file: 'application/octet-stream',
});

export const printAppraisal = endpoint({
  id: 'mandates.print-appraisal',
  method: 'GET',
  path: '/appraisals/:id/print',
  permit: 'mandates.own',
  summary:
    'The appraisal to be filed: as issued in that language, or else as it stands; PDF or Word, English or Russian',
  params: ById,
  query: Wanted,
  reply: Type.Unknown(),
  file: 'application/octet-stream',
});

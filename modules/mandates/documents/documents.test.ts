import { itPrints } from '#platform/documents/test/prints.ts';
import { acknowledgementSheet } from './acknowledgement-sheet.ts';
import { appraisal } from './appraisal.ts';
import { jobDescription } from './job-description.ts';

itPrints(jobDescription, { en: '2.1 Visits each key client', ru: '2.1 Посещает каждого ключевого клиента' });
itPrints(acknowledgementSheet, { en: '3 of 4 people have acknowledged.', ru: 'Ознакомлено: 3 из 4.' });
itPrints(appraisal, { en: '2.4 Answers complaints', ru: '2.4 Отвечает на претензии' });

import { itPrints } from '#platform/documents/test/prints.ts';
import { jobDescription } from './job-description.ts';

itPrints(jobDescription, { en: '2.1 Visits each key client', ru: '2.1 Посещает каждого ключевого клиента' });

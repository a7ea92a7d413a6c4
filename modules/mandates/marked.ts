import { markedData, shown } from '#platform/declare/marked-data.ts';
import type { FileReply } from '#platform/http/route.ts';
import { appraisal } from './documents/appraisal.ts';
import { readAppraisal } from './endpoints-appraisals.ts';
import { printAppraisal } from './endpoints-prints.ts';

/** How others were appraised, with all that proves it. */
export const mandatesMarked = [
  markedData({
    key: 'mandates.appraisals',
    of: 'organization.employees',
    shownBy: [
      shown(readAppraisal, 'card', ({ reply, reader }) => (reply.employee.id === reader ? [] : [reply.employee.id])),
      shown(printAppraisal, 'print', ({ reply, reader }) => {
        const { about } = reply as FileReply;
        return about === undefined || about === reader ? [] : [about];
      }),
    ],
    documents: [appraisal.kind],
  }),
];

import { randomUUID } from 'node:crypto';
import { approveVersion } from '#modules/mandates/actions/approve-version.ts';
import { describePosition } from '#modules/mandates/actions/draft-version.ts';
import { reviewVersion, submitVersion } from '#modules/mandates/actions/review-version.ts';
import { signAcknowledgement } from '#modules/mandates/actions/sign-acknowledgement.ts';
import { sql } from '#platform/db/sql.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';

type Position = { id: string; title: string; template: string };
type ToSign = { id: string; employee_id: string; text_hash: string };

/** Who acts when job descriptions are made. */
type Makers = { as: (employeeId: string) => Actor; hr: string; director: string };

/**
 * Puts the job description of every position in force by the way that people take: HR drafts from the template, the
 * reviewers accept, the director approves by order.
 */
export async function seedDescriptions(runner: Runner, { as, hr, director }: Makers): Promise<void> {
  const positions = await runner.read(as(hr), (w) =>
    w.db.all(
      sql<Position>`select id, title, template from organization.positions where company_id = ${w.actor.companyId} and template is not null order by title`,
    ),
  );
  for (const [index, position] of positions.entries()) {
    const drafted = await runner.write(as(hr), (w) =>
      describePosition(w, { positionId: position.id, template: position.template, language: 'en' }),
    );
    if (drafted.unregistered.length > 0)
      throw new Error(`${position.template} binds unknown kinds: ${drafted.unregistered.join(', ')}`);
    const version = drafted.versionId;
    await runner.write(as(hr), (w) => submitVersion(w, version, [director]));
    const reviewers = await runner.read(as(hr), (w) =>
      w.db.all(sql<{ id: string }>`select reviewer_id as id from mandates.reviews where version_id = ${version}`),
    );
    for (const { id } of reviewers)
      await runner.write(as(id), (w) => reviewVersion(w, version, { verdict: 'accepted', remarks: [] }));
    await runner.write(as(director), (w) => {
      const from = w.today.subtract({ months: 25 }).with({ day: 1 }).toString();
      return approveVersion(w, version, {
        kind: 'order',
        number: `JD-${index + 1}`,
        approvedOn: from,
        effectiveOn: from,
        reviewDueOn: w.today.add({ months: 34 }).toString(),
      });
    });
  }
}

/** Everyone signs, but the one who is to sign before the eyes of the person who tries the demonstration. */
export async function signDescriptions(
  runner: Runner,
  { as, hr, unsigned, password }: Makers & { unsigned: string; password: string },
): Promise<void> {
  const toSign = await runner.read(as(hr), (w) =>
    w.db.all(
      sql<ToSign>`select a.id, a.employee_id, v.text_hash from mandates.acknowledgements a join mandates.versions v on v.id = a.version_id`,
    ),
  );
  for (const { id, employee_id, text_hash } of toSign) {
    if (employee_id === unsigned) continue;
    await runner.write(as(employee_id), (w) =>
      signAcknowledgement(w, id, { credential: password, textHash: text_hash }),
    );
  }
}

/** An actor for an employee of the demonstration. */
export function actorOf(companyId: string, employeeId: string): Actor {
  return { companyId, employeeId, language: 'en', requestId: randomUUID(), address: '127.0.0.1' };
}

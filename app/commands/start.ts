import { type Command, serveFlags, serveUsage } from '../command.ts';
import { isEmpty } from '../data-folder.ts';
import { firstPerson } from '../first-person.ts';
import { type Prepare, serve } from '../serve.ts';
import { whereOf } from '../where.ts';

export const start: Command = {
  usage: `Usage: ./mandate start [flags]

Runs your company's Mandate in the foreground until you stop it (Ctrl-C).
On first use it makes the company and its first employee, whose password is printed once.

  --company NAME       the company's name (or MANDATE_COMPANY)
  --first-name NAME    the first employee's name (or MANDATE_FIRST_NAME)
  --first-email ADDR   the first employee's e-mail (or MANDATE_FIRST_EMAIL)
${serveUsage}

DATABASE_URL names a PostgreSQL 18 of your own instead of the private one in the data folder,
DATABASE_REPLICA_URL a copy of it to read from.`,
  options: {
    ...serveFlags,
    company: { type: 'string' },
    'first-name': { type: 'string' },
    'first-email': { type: 'string' },
  },
  words: [0, 0],
  run: async (words) => {
    const prepare: Prepare = async ({ database, stopped }) => {
      if (!(await isEmpty(database.ownerUrl))) return;
      const person = await firstPerson(words.flags, stopped);
      const { createFirstEmployee } = await import('../first-employee.ts');
      await createFirstEmployee({ database, ...person }, (password) =>
        console.log(
          `Sign in as ${person.email} with the password ${password} (shown only now; change it after signing in)`,
        ),
      );
    };
    return serve(whereOf(words, 'start'), 'start', prepare);
  },
};

import pg from 'pg';
import type { Statement } from './capture.ts';
import type { Asked } from './reads.ts';

/** A query that reads much more than it returns, with its plan as PostgreSQL says it. */
export type GreedyQuery = {
  readonly question: string;
  readonly role: string;
  readonly read: number;
  readonly returned: number;
  readonly milliseconds: number;
  readonly text: string;
  readonly plan: string;
};

type Node = {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: Node[];
};
type Plan = { 'Query Text': string; Plan: Node };

/** Reading more than so many times what is returned is worth a look. */
const tooMuch = 100;

/**
 * Runs every statement that was asked under EXPLAIN ANALYZE, those within functions too, as the actor and the application's
 * role; gives each that reads more than a hundred times the rows it returns, once a role, the worst first.
 */
export async function findGreedy(ownerUrl: string, asked: readonly Asked[]): Promise<GreedyQuery[]> {
  const found = new Map<string, GreedyQuery>();
  const seen = new Map<string, number>();
  for (const [who, those] of Map.groupBy(asked, ({ who }) => who)) {
    const explainer = await openExplainer(ownerUrl, who);
    try {
      for (const { question, statements } of those) {
        for (const statement of statements) {
          const times = seen.get(who.role + statement.text) ?? 0;
          seen.set(who.role + statement.text, times + 1);
          // Other parameters may make another plan; eight of them show it.
          if (times >= 8) continue;
          for (const plan of await explainer.plansOf(statement)) {
            const greedy = judge(plan, question, who.role);
            const known = found.get(who.role + greedy.text);
            if (greedy.read > tooMuch * Math.max(greedy.returned, 1) && greedy.read > (known?.read ?? 0))
              found.set(who.role + greedy.text, greedy);
          }
        }
      }
    } finally {
      await explainer.close();
    }
  }
  return [...found.values()].sort((a, b) => b.milliseconds - a.milliseconds);
}

type Explained = { readonly json: Plan; readonly text: string; readonly milliseconds: number };

/** auto_explain tells plans as notices, also of what functions run. Only the owner may load it, so the role is changed after. */
async function openExplainer(ownerUrl: string, who: Asked['who']) {
  const client = new pg.Client({
    connectionString: ownerUrl,
    options: '-c default_transaction_read_only=on -c TimeZone=UTC -c search_path=public',
  });
  await client.connect();
  await client.query(`load 'auto_explain'; set auto_explain.log_analyze = on; set auto_explain.log_buffers = on;
    set auto_explain.log_nested_statements = on; set auto_explain.log_level = notice; set auto_explain.log_min_duration = 0;
    set auto_explain.log_timing = on; set auto_explain.log_parameter_max_length = 0`);
  await client.query('select app.enter($1, $2)', [who.companyId, who.employeeId]);
  const plansAs = async (format: 'json' | 'text', { text, values }: Statement) => {
    const heard: string[] = [];
    const hear = (notice: { message?: string | undefined }) => heard.push(notice.message ?? '');
    await client.query(`set auto_explain.log_format = ${format}; set role mandate_app`);
    client.on('notice', hear);
    await client.query(text, values as unknown[]);
    client.off('notice', hear);
    await client.query('reset role');
    return heard.flatMap((message) => {
      const match = /^duration: ([\d.]+) ms {2}plan:\n(.*)$/s.exec(message);
      return match ? [{ milliseconds: Number(match[1]), said: match[2] ?? '' }] : [];
    });
  };
  return {
    plansOf: async (statement: Statement): Promise<Explained[]> => {
      const [asJson, asText] = [await plansAs('json', statement), await plansAs('text', statement)];
      return asJson.map(({ said, milliseconds }, index) => ({
        json: JSON.parse(said),
        milliseconds,
        text: asText[index]?.said ?? '',
      }));
    },
    close: () => client.end(),
  };
}

function judge({ json, text, milliseconds }: Explained, question: string, role: string): GreedyQuery {
  return {
    question,
    role,
    read: Math.round(rowsRead(json.Plan)),
    returned: json.Plan['Actual Rows'] * json.Plan['Actual Loops'],
    milliseconds,
    text: json['Query Text'],
    plan: text,
  };
}

/** Rows taken from tables, also those that were then thrown away. */
function rowsRead(node: Node): number {
  const below = (node.Plans ?? []).reduce((so, each) => so + rowsRead(each), 0);
  if (node['Relation Name'] === undefined) return below;
  const each =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return below + each * node['Actual Loops'];
}

import type { Queryable } from "./database";

export interface ListedRun {
  run_id: string;
  function_id: string;
  status: string;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  output: unknown;
}

const maxRuns = 1000;

/** The newest runs, filtered by the query's `status` and `function`, at most `limit` (100 by default). */
export async function listRuns(database: Queryable, query: URLSearchParams): Promise<ListedRun[]> {
  const status = query.get("status");
  const functionId = query.get("function");
  const limit = Math.min(maxRuns, Math.max(1, Number.parseInt(query.get("limit") ?? "100", 10) || 100));
  const rows = await database<ListedRun & { output: string | null }>`
    select id as run_id, function_id, status, created_at, started_at, finished_at as ended_at, result as output
    from runs
    where (${status}::text is null or status = ${status}) and (${functionId}::text is null or function_id = ${functionId})
    order by id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, output: row.output === null ? null : (JSON.parse(row.output) as unknown) }));
}

import type { Queryable } from "./database";
import { enqueueDiscovery } from "./queue";

/** The result of a step, in the form that later calls get. */
export type StepResult = { data: unknown } | { error: unknown };

export interface StepIdentity {
  runId: string;
  id: string;
  name: string;
  op: string;
  /** Whether the run continues as soon as this step of its group is done. */
  race: boolean;
}

/** Records that a step has begun. Returns false if it had already begun, for example if two calls report it. */
export async function planStep(tx: Queryable, { runId, id, name, op, race }: StepIdentity): Promise<boolean> {
  const rows = await tx`
    insert into steps (run_id, id, name, op, race) values (${runId}, ${id}, ${name}, ${op}, ${race})
    on conflict do nothing returning 1`;
  return rows.length > 0;
}

/** Records a step's result. A later result for the same step changes nothing. The run must be locked. */
export async function memoizeStep(tx: Queryable, step: StepIdentity, result: StepResult): Promise<void> {
  await tx`
    insert into steps (run_id, id, name, op, race, result, position)
    values (${step.runId}, ${step.id}, ${step.name}, ${step.op}, ${step.race}, ${JSON.stringify(result)},
      (select count(*) + 1 from steps where run_id = ${step.runId} and result is not null))
    on conflict (run_id, id) do update set result = excluded.result, position = excluded.position
    where steps.result is null`;
}

/** Calls the function again once the group of `stepId` is done. Does not wait for racing steps. */
export async function continueRun(tx: Queryable, runId: string, stepId: string): Promise<void> {
  const [row] = await tx<{ due: boolean }>`
    select coalesce((select race from steps where run_id = ${runId} and id = ${stepId}), false)
      or not exists (select 1 from steps where run_id = ${runId} and result is null and not race) as due`;
  if (row?.due) await enqueueDiscovery(tx, runId);
}

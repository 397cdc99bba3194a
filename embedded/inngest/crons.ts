import type { Database, Queryable } from "./database";
import { parseDurationMs } from "./durations";
import { type EventBody, internalEvent, newEvent } from "./events";
import { type FunctionConfig, parseCron } from "./function-config";

/**
 * Starts one function whose schedule is due and sets its next time, counted from now: if the executor was down for
 * several ticks, the function runs once, not once for each. Returns false if none is due.
 */
export async function tickDueCron(
  database: Database,
  find: (functionId: string) => FunctionConfig | undefined,
  start: (tx: Queryable, config: FunctionConfig, event: EventBody, notBefore?: Date) => Promise<void>,
): Promise<boolean> {
  return database.begin(async (tx) => {
    const [due] = await tx<{ function_id: string; expression: string }>`
      select function_id, expression from crons where next_at <= now() order by next_at limit 1
      for update skip locked`;
    if (!due) return false;
    const next = parseCron(due.expression).nextRun();
    await tx`
      update crons set next_at = coalesce(${next}::timestamptz, 'infinity')
      where function_id = ${due.function_id} and expression = ${due.expression}`;
    const config = find(due.function_id);
    if (config) {
      const event = newEvent(internalEvent.scheduled, { cron: due.expression });
      await start(tx, config, event, jitteredStart(config, due.expression));
    }
    return true;
  });
}

function jitteredStart(config: FunctionConfig, expression: string): Date | undefined {
  for (const trigger of config.triggers) {
    if ("cron" in trigger && trigger.cron === expression && trigger.jitter) {
      return new Date(Date.now() + Math.random() * (parseDurationMs(trigger.jitter) ?? 0));
    }
  }
  return undefined;
}

import { type SQL, sql } from "drizzle-orm";
import { SCHEDULE_SECONDS, type Schedule } from "./constants";

/** When a folder's next scan is due, from now on. Null for a schedule that is off. */
export function nextScan(schedule: Schedule): SQL | null {
  const seconds = SCHEDULE_SECONDS[schedule];
  return seconds === null ? null : sql`now() + make_interval(secs => ${seconds})`;
}

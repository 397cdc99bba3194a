import { readFileSync } from "node:fs";

/**
 * Milliseconds that these processes have run on a processor so far, as Linux counts them; 0 for those that are gone. The
 * difference of two readings says how much work something was, however busy the machine is with other things.
 */
export function processorMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + nanosecondsOf(pid) / 1e6, 0);
}

/** Of the main thread. */
function nanosecondsOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "latin1").split(" ")[0]);
  } catch {
    return 0;
  }
}

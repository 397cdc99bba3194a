import { availableParallelism, totalmem } from "node:os";

const MB = 1024 ** 2;
/** For the application itself, and on a machine of one's own for the database. */
const APPLICATION_BYTES = 768 * MB;
/** An analysis takes less than 200 MB, however long the file is; some files need more for a moment. */
const LEAST_WORKER_BYTES = 512 * MB;
const MOST_WORKER_BYTES = 1536 * MB;
/** One worker takes short files only, and one sounds that somebody searches with. */
const BESIDES = 2;

export interface Machine {
  cores: number;
  memoryBytes: number;
}

/** Cores and memory of this machine, or of the container if its limit is lower. */
export function thisMachine(): Machine {
  const limit = process.constrainedMemory();
  // Without a limit, some systems report 0 and others a number that no machine has.
  const memoryBytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return { cores: availableParallelism(), memoryBytes };
}

/** How many analyses run at once unless `ANALYSIS_WORKERS` says: one for each core that has the memory for it. */
export function workersFor({ cores, memoryBytes }: Machine): number {
  const affordable = Math.floor((memoryBytes - APPLICATION_BYTES) / LEAST_WORKER_BYTES) - BESIDES;
  return Math.max(1, Math.min(cores, affordable));
}

/** The memory at which a worker is killed, so that all of them together leave the application its own. */
export function workerMemoryBytes({ memoryBytes }: Machine, workers: number): number {
  const share = (memoryBytes - APPLICATION_BYTES) / (workers + BESIDES);
  return Math.round(Math.min(MOST_WORKER_BYTES, Math.max(LEAST_WORKER_BYTES, share)));
}

/** What a worker may take before it is killed. */
export interface WorkerLimits {
  memoryBytes: number;
  /** Time a file may take before anything has been decoded. */
  allowanceSeconds: number;
  /** A worker that reports nothing for this long is stuck. */
  stallSeconds: number;
  /** A file in the lane for short ones that takes longer than this is not short, whatever its size. */
  quickSeconds: number;
}

/** Memory is what the machine has for each worker: see `machine.ts`. */
export const TIME_LIMITS = { allowanceSeconds: 8, stallSeconds: 8, quickSeconds: 4 };

/** Once the allowance is used up, a worker slower than this many times real time is stopped. */
export const SLOWEST_REALTIME_FACTOR = 4;

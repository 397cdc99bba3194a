/** What a worker may take before it is killed. */
export interface WorkerLimits {
  memoryBytes: number;
  /** Time a file may take before anything has been decoded. */
  allowanceSeconds: number;
  /** A worker that reports nothing for this long is stuck. */
  stallSeconds: number;
}

export const WORKER_LIMITS: WorkerLimits = { memoryBytes: 1.5 * 1024 ** 3, allowanceSeconds: 8, stallSeconds: 8 };

/** Once the allowance is used up, a worker slower than this many times real time is stopped. */
export const SLOWEST_REALTIME_FACTOR = 4;

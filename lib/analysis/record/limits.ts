/** Longest recording that is analysed; everything streams, so this bounds time and not memory. */
export const MAX_DURATION_SECONDS = 12 * 60 * 60;

/**
 * A compressed file that unpacks to more than this at fewer bytes a second than any music needs is refused: two
 * megabytes of FLAC can hold four hours of silence. A silent stem is shorter, and takes a worker a few seconds.
 */
export const SPARSE_AUDIO_SECONDS = 10 * 60;
export const SPARSE_AUDIO_BYTES_PER_SECOND = 600;

export const MIN_SAMPLE_RATE_HZ = 4_000;
export const MAX_SAMPLE_RATE_HZ = 384_000;
/** Mono to 7.1. */
export const MAX_CHANNELS = 8;

/** Decoders hand over at most this many samples a channel at a time. */
export const MAX_BLOCK_SAMPLES = 32_768;

/** What a worker may take before it is killed. */
export interface WorkerLimits {
  memoryBytes: number;
  /** Time a file may take before a decoded second is needed. */
  allowanceSeconds: number;
  /** A worker that says nothing for this long is stuck. */
  stallSeconds: number;
}

export const WORKER_LIMITS: WorkerLimits = { memoryBytes: 1.5 * 1024 ** 3, allowanceSeconds: 8, stallSeconds: 8 };

/** Beyond the allowance, a worker that is slower than this many times real time is stopped. */
export const SLOWEST_REALTIME_FACTOR = 4;

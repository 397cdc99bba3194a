/** Longest recording that is analysed. Everything streams, so this bounds time, not memory. */
export const MAX_DURATION_SECONDS = 12 * 60 * 60;

/**
 * A compressed file longer than this is refused if it has fewer bytes a second than any music needs: two megabytes of
 * FLAC can hold four hours of silence. A silent stem is shorter, and takes a worker a few seconds.
 */
export const SPARSE_AUDIO_SECONDS = 10 * 60;
export const SPARSE_AUDIO_BYTES_PER_SECOND = 600;

export const MIN_SAMPLE_RATE_HZ = 4_000;
export const MAX_SAMPLE_RATE_HZ = 384_000;
/** Mono to 7.1. */
export const MAX_CHANNELS = 8;

/** If more than this share of a file cannot be decoded, the rest does not say what it sounds like. */
export const MOST_LOST = 0.75;

/** Decoders hand over at most this many samples a channel at a time. */
export const MAX_BLOCK_SAMPLES = 32_768;

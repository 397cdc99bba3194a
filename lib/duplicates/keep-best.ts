import { msg } from "@/lib/language/text";
import type { DuplicateMember } from "./schema";

/** Codecs that lose nothing: `pcm_s16le` and the like, and these. */
const LOSSLESS = ["flac", "alac"];
/** Lengths that differ by less are the same: encoders pad. */
const SAME_LENGTH_SECONDS = 0.1;

interface Ground {
  /** The larger is the better. */
  value: (member: DuplicateMember) => number;
  /** What the better one is, as it is said of it. */
  reason: (member: DuplicateMember) => string;
  /** Values that are nearer to each other are equal. */
  tolerance?: number;
}

/** From the first to the last that decides. */
const GROUNDS: readonly Ground[] = [
  { value: (one) => Number(isLossless(one)), reason: () => msg("It is lossless.") },
  {
    value: (one) => one.sampleRateHz ?? 0,
    reason: ({ sampleRateHz }) => msg`It has the highest sample rate, ${(sampleRateHz ?? 0) / 1000} kHz.`,
  },
  { value: (one) => one.channels ?? 0, reason: () => msg("It has the most channels.") },
  {
    value: (one) => one.durationSeconds ?? 0,
    reason: () => msg("It is the longest."),
    tolerance: SAME_LENGTH_SECONDS,
  },
  {
    // Of the same rate, length and kind, a larger file has more bits for each sample or second.
    value: (one) => bitsPerSecond(one),
    reason: () => msg("It has the most bits per second."),
    tolerance: 1000,
  },
  { value: (one) => Number(one.isFavourite), reason: () => msg("It is a favourite.") },
  { value: (one) => one.tags.length + one.filledFields, reason: () => msg("It has the most tags.") },
  { value: (one) => -Date.parse(one.createdAt), reason: () => msg("It is the oldest; they are equal otherwise.") },
];

/** Which of a group's members to keep. The first ground that tells any of them apart says why. */
export function keepBest(members: readonly DuplicateMember[]): { keep: string; reason: string } | null {
  let left = members;
  let reason: string | null = null;
  for (const ground of GROUNDS) {
    const best = Math.max(...left.map(ground.value));
    const better = left.filter((one) => ground.value(one) >= best - (ground.tolerance ?? 0));
    const [first] = better;
    if (better.length < left.length && first) reason ??= ground.reason(first);
    left = better;
  }
  const [kept] = left;
  return kept ? { keep: kept.id, reason: reason ?? msg("They are equal.") } : null;
}

const isLossless = ({ codec }: DuplicateMember) =>
  codec !== null && (codec.startsWith("pcm") || LOSSLESS.includes(codec));

const bitsPerSecond = ({ sizeBytes, durationSeconds }: DuplicateMember) =>
  durationSeconds ? (8 * sizeBytes) / durationSeconds : 0;

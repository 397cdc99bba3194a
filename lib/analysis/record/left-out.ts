import { z } from "zod";

/**
 * Why a part of a file is not in its record.
 *
 * - `damaged`: its bytes could not be decoded
 * - `cut_off`: the file ends before its header, or its last frame, says
 * - `unsupported`: from here on the file is in a format that is not read
 * - `after_end`: bytes behind the end that the header states, which are neither a tag nor sound that is read
 */
export const LEFT_OUT_REASONS = ["damaged", "cut_off", "unsupported", "after_end"] as const;
export type PartReason = (typeof LEFT_OUT_REASONS)[number];

/** A stretch that was not measured. What was measured goes on where it would have been. */
export const leftOutPartSchema = z.object({
  reason: z.enum(LEFT_OUT_REASONS),
  /** Where it would be, in the time of what was measured. */
  startSeconds: z.number().nonnegative(),
  /** How long it would be, often an estimate; null if the file does not say. */
  seconds: z.number().nonnegative().nullable(),
});
export type LeftOutPart = z.infer<typeof leftOutPartSchema>;

import { z } from "zod";
import { formatPosition } from "@/lib/format/position";
import { formatDuration } from "@/lib/format/time";
import { ENGLISH, type Text } from "@/lib/language/text";
import { seconds as inSeconds } from "./units";

/**
 * Why a part of a file is not in its record.
 *
 * - `damaged`: its bytes could not be decoded
 * - `cut_off`: the file ends before its header, or its last frame, says
 * - `unsupported`: from here on the file is in a format that is not read
 * - `other_track`: a second sound track beside the one that was measured
 * - `after_end`: bytes behind the end that the header states, which are neither a tag nor sound that is read
 */
export const LEFT_OUT_REASONS = ["damaged", "cut_off", "unsupported", "other_track", "after_end"] as const;
export type PartReason = (typeof LEFT_OUT_REASONS)[number];

/** A stretch that was not measured. What was measured goes on where it would have been. */
export const leftOutPartSchema = z.object({
  reason: z.enum(LEFT_OUT_REASONS),
  /** Where it would be, in the time of what was measured. */
  startSeconds: inSeconds,
  /** How long it would be, often an estimate; null if the file does not say. */
  seconds: inSeconds.nullable(),
});
export type LeftOutPart = z.infer<typeof leftOutPartSchema>;

/** What a person is told about one part. */
function partSentence({ reason, startSeconds, seconds }: LeftOutPart, t: Text): string {
  const at = formatPosition(startSeconds);
  const length = seconds === null ? null : formatDuration(seconds, t);
  switch (reason) {
    case "damaged":
      return length
        ? t("A stretch of {length} at {at} is damaged and was left out.", { length, at })
        : t("The file is damaged at {at}. What could not be read there was left out.", { at });
    case "cut_off":
      return length
        ? t("The file breaks off at {at}: {length} that its header announces are missing.", { at, length })
        : t("The file breaks off at {at}. It is not known how much is missing.", { at });
    case "unsupported":
      return length
        ? t("From {at} on, about {length} are in a format that cannot be read. They were left out.", { at, length })
        : t("From {at} on, a part is in a format that cannot be read. It was left out.", { at });
    case "other_track":
      return length
        ? t("The file has another sound track of {length}. Only its first was measured.", { length })
        : t("The file has another sound track. Only its first was measured.");
    case "after_end":
      return length
        ? t(
            "After the end of the sound at {at}, the file goes on for as many bytes as {length} of sound. They could not be read.",
            { at, length },
          )
        : t("After the end of the sound at {at}, the file goes on with bytes that could not be read.", { at });
  }
}

const MOST_SENTENCES = 3;

/** Sentences about the parts that were left out; empty if none was. Of many parts, the first are named. */
export function leftOutSentences(parts: readonly LeftOutPart[] = [], t: Text = ENGLISH): string[] {
  const named = parts.slice(0, MOST_SENTENCES).map((part) => partSentence(part, t));
  const more = parts.length - named.length;
  const rest = t.count(more, "{count} more part was left out.", "{count} more parts were left out.");
  return more > 0 ? [...named, rest] : named;
}

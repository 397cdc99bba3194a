import { expectedClass } from "@/bench/accuracy/oneshot-classes";
import { GENRE_TAGS } from "@/bench/labels/genre-tags";
import type { LabelledFile } from "@/bench/labels/labelled-file";

/** The tag that a labelled file should get: the class of a single sound, the genre of a piece. Null if it has neither. */
export function labelOf({ group, classes, genre }: LabelledFile): string | null {
  if (group === "oneshots") return expectedClass(classes[0] ?? "");
  return GENRE_TAGS[genre] ?? null;
}

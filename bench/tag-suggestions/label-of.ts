import { expectedClass } from "@/bench/accuracy/oneshot-classes";
import type { LabelledFile } from "@/bench/labels/labelled-file";

/** Our names for the styles of the labelled folder. */
const GENRE_TAGS: Record<string, string> = {
  ...{ pop: "pop", rock: "rock", ballad: "ballad", sixeight: "ballad", house: "house", techno: "techno" },
  ...{ dnb: "drum and bass", hiphop: "hip-hop", trap: "trap", jazz: "jazz", bossa: "bossa nova", reggae: "reggae" },
  ...{ funk: "funk", jig: "folk", piano: "classical", strings: "classical" },
};

/** The tag that a labelled file should get: the class of a single sound, the genre of a piece. Null if it has neither. */
export function labelOf({ group, classes, genre }: LabelledFile): string | null {
  if (group === "oneshots") return expectedClass(classes[0] ?? "");
  return GENRE_TAGS[genre] ?? null;
}

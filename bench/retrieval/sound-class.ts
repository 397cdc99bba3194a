import { basename, extname } from "node:path";
import type { LabelledFile } from "@/bench/labels/labelled-file";

/**
 * The class in which a file is looked for: that of a single sound, such as "kick"; that of a loop, such as "drums loop";
 * or the style of a piece. Null if the file is labelled with none.
 */
export function soundClass({
  group,
  classes,
  genre,
}: Pick<LabelledFile, "group" | "classes" | "genre">): string | null {
  const [first] = classes;
  if (first !== undefined && classes.includes("loop")) return `${first} loop`;
  return (group === "oneshots" ? first : genre) || null;
}

/** Words for how, or in which turn, the same thing was played. */
const VARIATION = /^(\d+|[a-g]|hard|soft|hi|mid|lo|open|closed|pedal)$/;

/**
 * What a file is a variation of, by its name: `tabla_ghe3` and `tabla_ghe5` of `tabla_ghe`, `drum_tom_hi_soft` and
 * `drum_tom_lo_hard` of `drum_tom`. The first word counts always.
 */
export function variationOf(path: string): string {
  const [first = "", ...rest] = basename(path, extname(path)).split("_");
  const words = [first, ...rest.filter((word) => !VARIATION.test(word))];
  return words.map((word) => word.replace(/\d+$/, "")).join("_");
}

import type { Genre } from "@/lib/analysis/record/values/genres";
import type { Style } from "./style";
import { STYLES } from "./styles";

/** A way of playing a genre, or music without one (null). Each genre has at least two, so that one can be held out. */
export type GenreStyle = { genre: Genre | null; style: Style };

/** A style of `STYLES` by its name, as a way of playing `genre`. @throws Error if no style has the name */
export function known(name: string, genre: Genre | null): GenreStyle {
  const style = STYLES.find((candidate) => candidate.name === name);
  if (!style) throw new Error(`no style is called ${name}`);
  return { genre, style };
}

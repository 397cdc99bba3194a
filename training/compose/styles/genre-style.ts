import type { Genre } from "@/lib/analysis/record/labels";
import type { Style } from "./style";
import { STYLES } from "./styles";

/** A way of playing a genre; null is music of none of them. Each genre has at least two, so that one can be held out. */
export type GenreStyle = { genre: Genre | null; style: Style };

/** The generator's style of that name under its genre. @throws Error where there is none */
export function known(name: string, genre: Genre | null): GenreStyle {
  const style = STYLES.find((candidate) => candidate.name === name);
  if (!style) throw new Error(`no style is called ${name}`);
  return { genre, style };
}

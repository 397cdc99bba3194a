import { publicLine } from "@/lib/format/public-text";

/** A line of somebody's, of at most `most` characters as people count them. */
export function cleanLine(text: string, most = 300): string {
  const characters = [...publicLine(text)];
  if (characters.length <= most) return characters.join("");
  const kept = characters.slice(0, most - 1).join("");
  return `${kept.trimEnd()}…`;
}

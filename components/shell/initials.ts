/** Up to two capital letters for a person's avatar. Takes whole characters, so that emoji and accents survive. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1);
  const letters = picked.map((word) => Array.from(word ?? "")[0] ?? "");
  return letters.join("").toLocaleUpperCase("en") || "?";
}

import type { Text } from "@/lib/language/text";

/** Why a sample stands where it does. It is kept in English, part by part, as `explain` wrote it. */
export function stepText(text: string, t: Text): string {
  const parts = text.split("; ").map((part) => t(part));
  const words = parts.join("; ");
  return t.language === "de" ? words.replace(/(\d)\.(\d)/g, "$1,$2") : words;
}

import type { Text } from "@/lib/language/text";

/** A name as it stands inside a sentence. German nouns keep their capital letter. */
export const within = (name: string, t: Text): string => (t.language === "de" ? name : name.toLowerCase());

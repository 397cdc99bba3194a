import type { Dictionary } from "@/lib/language/text";

/** Settings, keys for programs, what is kept of a person. */
export const SETTINGS: Dictionary = {
  Language: "Sprache",
  Automatic: "Automatisch",
  "As this browser asks for": "Wie dieser Browser es verlangt",
};

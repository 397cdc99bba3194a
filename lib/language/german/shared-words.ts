import type { Dictionary } from "@/lib/language/text";

/** Words that stand in many places, and what values are written with. */
export const SHARED_WORDS: Dictionary = {
  "just now": "gerade eben",
  "{minutes} min ago": "vor {minutes} min",
  "{hours} h ago": "vor {hours} h",
  "{count} days ago": { one: "vor {count} Tag", other: "vor {count} Tagen" },
  "in less than a minute": "in weniger als einer Minute",
  "in {minutes} min": "in {minutes} min",
  "in {hours} h": "in {hours} h",
  "in {count} days": { one: "in {count} Tag", other: "in {count} Tagen" },
  "{count} minutes": { one: "{count} Minute", other: "{count} Minuten" },
  "{tonic} major": "{tonic}-Dur",
  "{tonic} minor": "{tonic}-Moll",
  "{percent}%": "{percent} %",
  Cancel: "Abbrechen",
  Save: "Speichern",
  Close: "Schließen",
  Delete: "Löschen",
};

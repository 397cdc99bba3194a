import type { Dictionary } from "@/lib/language/text";

/** The trash. */
export const TRASH: Dictionary = {
  "Delete permanently": "Endgültig löschen",
  "Delete these {count}": "Diese {count} löschen",
  "Delete {name} permanently?": "{name} endgültig löschen?",
  "Delete {name} permanently": "{name} endgültig löschen",
  "Deleted samples": "Gelöschte Samples",
  "Empty trash": "Papierkorb leeren",
  "More than {count} samples. These are the ones deleted last.": {
    one: "Mehr als {count} Sample. Hier siehst du die zuletzt gelöschten.",
    other: "Mehr als {count} Samples. Hier siehst du die zuletzt gelöschten.",
  },
  "Restore all": "Alle wiederherstellen",
  "Restore these {count}": "Diese {count} wiederherstellen",
  "Restore {name}": "{name} wiederherstellen",
  Restore: "Wiederherstellen",
  "Samples that you delete can be restored here.": "Hier kannst du gelöschte Samples wiederherstellen.",
  "The file and everything found in it are removed. This cannot be undone.":
    "Die Datei und alles, was darin gefunden wurde, wird gelöscht. Das lässt sich nicht rückgängig machen.",
  "The trash is empty": "Der Papierkorb ist leer",
  "deleted {when} · {left} left": "gelöscht {when} · noch {left}",
  "{name} permanently deleted": "{name} endgültig gelöscht",
};

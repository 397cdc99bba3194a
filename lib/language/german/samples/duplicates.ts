import type { Dictionary } from "@/lib/language/text";

/** Samples that are the same, or nearly. */
export const DUPLICATES: Dictionary = {
  Duplicates: "Duplikate",
  "No duplicates": "Keine Duplikate",
  "Listen to both, keep the better one. What you trash can be restored.":
    "Hör dir beide an, behalte das bessere. Was du in den Papierkorb legst, lässt sich wiederherstellen.",
  "Nothing in your library is the same as something else, as far as it was looked up.":
    "Nichts in deiner Bibliothek ist doppelt, soweit sie durchsucht wurde.",
  "More groups": "Weitere Gruppen",
  "The same file": "Dieselbe Datei",
  "The same recording": "Dieselbe Aufnahme",
  "Nearly the same sound": "Fast derselbe Sound",
  "{count} duplicates": { one: "{count} Duplikat", other: "{count} Duplikate" },
  "They are still shown as duplicates": "Sie werden weiter als Duplikate angezeigt",
  "In colour: {heard}. In grey: {quiet}. The key A plays the other at the same place, K keeps the one in colour.":
    "Farbig: {heard}. Grau: {quiet}. Die Taste A spielt das andere an derselben Stelle, K behält das farbige.",
  "Samples of the group": "Samples der Gruppe",
  "Compare with {name}": "Mit {name} vergleichen",
  Compare: "Vergleichen",
  "Keep {name}": "{name} behalten",
  Keep: "Behalten",
  "Keep {name}. {reason}": "Behalte {name}. {reason}",
  "You keep {name}. Suggested is {suggested}. {reason}": "Du behältst {name}. Vorgeschlagen ist {suggested}. {reason}",
  "[sample] another one": "ein anderes",
  "Only {shown} of {size} are shown.": "Nur {shown} von {size} sind zu sehen.",
  "Trash {count} duplicates": {
    one: "{count} Duplikat in den Papierkorb",
    other: "{count} Duplikate in den Papierkorb",
  },
  "They are not the same": "Sie sind nicht gleich",
  "It is lossless.": "Es ist verlustfrei.",
  "It has the highest sample rate, {0} kHz.": "Es hat die höchste Abtastrate, {0} kHz.",
  "It has the most channels.": "Es hat die meisten Kanäle.",
  "It is the longest.": "Es ist das längste.",
  "It has the most bits per second.": "Es hat die meisten Bits pro Sekunde.",
  "It is a favourite.": "Es ist ein Favorit.",
  "It has the most tags.": "Es hat die meisten Tags.",
  "It is the oldest; they are equal otherwise.": "Es ist das älteste; sonst sind sie gleich.",
  "They are equal.": "Sie sind gleich.",
};

import type { Dictionary } from "@/lib/language/text";

/** Several sounds in one file. */
export const SLICES: Dictionary = {
  Slices: "Slices",
  "Slice {number}": "Slice {number}",
  "Slice this recording": "Aufnahme in Slices teilen",
  "The slices could not be opened": "Die Slices konnten nicht geöffnet werden",
  "Loading…": "Wird geladen …",
  "The slices could not be loaded": "Die Slices konnten nicht geladen werden",
  Saved: "Gespeichert",
  "Saving…": "Wird gespeichert …",
  "Not saved": "Nicht gespeichert",
  "Load the slices again": "Slices noch einmal laden",
  "No slices yet. Let them be found, or add one where the playhead is.":
    "Noch keine Slices. Lass sie suchen, oder füge an der Abspielposition einen hinzu.",
  "While the focus is in this pane, 1 to 9 and then the letters play the slices.":
    "Solange der Fokus in diesem Bereich ist, spielen 1 bis 9 und dann die Buchstaben die Slices.",
  "At silence": "An Stille",
  "Where sounds begin": "Wo Klänge einsetzen",
  "On beats": "Auf Schlägen",
  "Where to cut": "Wo geschnitten wird",
  Few: "Wenige",
  Many: "Viele",
  "How many slices": "Wie viele Slices",
  "Find slices": "Slices suchen",
  "Add at playhead": "An Abspielposition hinzufügen",
  "[verb] Export": "Exportieren",
  "Each as a WAV, in a ZIP": "Jeder als WAV, in einem ZIP",
  "One WAV with cue points": "Ein WAV mit Cue-Punkten",
  "The slices were replaced by those that were found": "Die Slices wurden durch die gefundenen ersetzt",
  "No sound was found between silences. Try another way, or add slices by hand.":
    "Zwischen den Pausen wurde kein Klang gefunden. Versuch es auf andere Art, oder füge Slices von Hand hinzu.",
  "No beginning of a sound was found. Try more slices, or add them by hand.":
    "Kein Einsatz eines Klangs gefunden. Versuch es mit mehr Slices, oder füge sie von Hand hinzu.",
  "No beats were found in this sample. Try silence or onsets.":
    "In diesem Sample wurden keine Schläge gefunden. Versuch es mit Stille oder Einsätzen.",
  "Play {name}": "{name} abspielen",
  "Name of slice {number}": "Name von Slice {number}",
  "Its sample": "Sample dazu",
  "Remove {name}": "{name} entfernen",
  "Start of {name}": "Anfang von {name}",
  "End of {name}": "Ende von {name}",
  "The slices were not made samples": "Aus den Slices wurden keine Samples",
  "Make {count} slices samples": {
    one: "Aus {count} Slice ein Sample machen",
    other: "Aus {count} Slices Samples machen",
  },
  "{count} slices had been in your library before.": {
    one: "{count} Slice war schon in deiner Bibliothek.",
    other: "{count} Slices waren schon in deiner Bibliothek.",
  },
  "{count} have no room: your quota or the storage is full.":
    "Für {count} ist kein Platz: Dein Kontingent oder der Speicher ist voll.",
  "{count} new samples": { one: "{count} neues Sample", other: "{count} neue Samples" },
  "They are being analysed.": "Die Analyse läuft.",
  "Cut from <link>{name}</link> at {start} – {end}": "Geschnitten aus <link>{name}</link> bei {start} – {end}",
};

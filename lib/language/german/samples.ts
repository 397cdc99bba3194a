import type { Dictionary } from "@/lib/language/text";
import { ANALYSIS } from "./samples/analysis";
import { CHARACTER } from "./samples/character";
import { DESCRIPTION } from "./samples/description";
import { DUPLICATES } from "./samples/duplicates";
import { FILES } from "./samples/files";
import { MEASURED } from "./samples/measured";
import { METERS } from "./samples/meters";
import { SLICES } from "./samples/slices";
import { TIMELINE } from "./samples/timeline";

/** A sample's page: values, panes, timeline, meters. */
export const SAMPLES: Dictionary = {
  ...MEASURED,
  ...CHARACTER,
  ...DESCRIPTION,
  ...ANALYSIS,
  ...FILES,
  ...TIMELINE,
  ...METERS,
  ...SLICES,
  ...DUPLICATES,
  Sample: "Sample",
  Library: "Bibliothek",
  "Fits with this": "Passt dazu",
  "Not applicable": "Nicht vorhanden",
  "Not measured when this sample was analysed.": "Wurde bei der Analyse dieses Samples noch nicht gemessen.",
  "Main values": "Wichtigste Werte",
  Corrections: "Korrekturen",
  "On this page": "Auf dieser Seite",
  "In detail": "Im Einzelnen",
  Character: "Charakter",
  Music: "Musik",
  "[how it sounds] Sound": "Klang",
  "[of sound] Level": "Pegel",
  "In the file": "In der Datei",
  "About this analysis": "Über diese Analyse",
  Analyser: "Analyseprogramm",
  "Version {version}": "Version {version}",
  "Time taken": "Dauer",
  Embedding: "Klangvektor",
  "{count} dimensions": "{count} Dimensionen",
  Fingerprint: "Fingerabdruck",
  "{count} characters": "{count} Zeichen",
  "[not there] None": "Keine",
  "Copy as JSON": "Als JSON kopieren",
  Copied: "Kopiert",
  "The values could not be copied": "Die Werte konnten nicht kopiert werden",
  "Your browser may allow copying only over HTTPS. Download the JSON file instead.":
    "Vielleicht erlaubt dein Browser das Kopieren nur über HTTPS. Lade stattdessen die JSON-Datei herunter.",
  "Help: {name}: {explanation}": "Hilfe: {name}: {explanation}",

  Uploading: "Wird hochgeladen",
  Queued: "In der Warteschlange",
  Analysing: "Wird analysiert",
  Analysed: "Analysiert",
  Failed: "Fehlgeschlagen",
  "The upload is not complete. If it was interrupted, continue it on the upload page.":
    "Der Upload ist nicht vollständig. Wurde er unterbrochen, kannst du ihn auf der Upload-Seite fortsetzen.",
  "The file is stored. Its analysis starts as soon as a worker is free.":
    "Die Datei ist gespeichert. Die Analyse beginnt, sobald Rechenzeit frei ist.",
  "Tempo, key, loudness and spectrum are being measured. This page updates by itself.":
    "Tempo, Tonart, Lautheit und Spektrum werden gemessen. Diese Seite aktualisiert sich selbst.",
  "Queued: analyses are paused": "In der Warteschlange: Analysen sind angehalten",
  "An admin has paused all analyses. The file is stored and will be analysed as soon as they resume.":
    "Die Verwaltung hat alle Analysen angehalten. Die Datei ist gespeichert und wird analysiert, sobald es weitergeht.",
  Analysis: "Analyse",
  "Analysis failed": "Analyse fehlgeschlagen",
  "This file could not be analysed": "Diese Datei konnte nicht analysiert werden",
  "The uploaded file is kept. Your other samples are not affected.":
    "Die hochgeladene Datei bleibt erhalten. Deine anderen Samples sind nicht betroffen.",
  "The file was not kept. This entry stays until you delete it. Your other samples are not affected.":
    "Die Datei wurde nicht behalten. Dieser Eintrag bleibt, bis du ihn löschst. Deine anderen Samples sind nicht betroffen.",
  "Code: <code>{code}</code>": "Code: <code>{code}</code>",
  "Analyse again": "Noch einmal analysieren",
  "Upload a new export": "Neuen Export hochladen",
  "This file was rejected and is no longer stored, so it cannot be analysed again. Upload a new export.":
    "Diese Datei wurde abgelehnt und ist nicht mehr gespeichert. Sie kann also nicht noch einmal analysiert werden. Lade einen neuen Export hoch.",
  "The analysis could not be started. Your file is kept. Try again in a moment.":
    "Die Analyse konnte nicht gestartet werden. Deine Datei bleibt erhalten. Versuch es gleich noch einmal.",
  "Loading the sample…": "Das Sample wird geladen …",
  "Sample not found": "Sample nicht gefunden",
  "It was deleted, or the address is wrong. A deleted sample can be restored from the trash for ten minutes.":
    "Es wurde gelöscht, oder die Adresse stimmt nicht. Ein gelöschtes Sample lässt sich zehn Minuten lang aus dem Papierkorb wiederherstellen.",
  "Open the library": "Zur Bibliothek",
  "Your administrator has switched this off.": "Die Verwaltung hat das abgeschaltet.",

  Download: "Herunterladen",
  "More actions": "Weitere Aktionen",
  "Download with tempo and key in its tags": "Mit Tempo und Tonart in den Tags herunterladen",
  "The same, and in its name": "Ebenso, und im Namen",
  "Download values (JSON)": "Werte herunterladen (JSON)",
  "Correct values": "Werte korrigieren",
  Visualize: "Visualisieren",
  "Favourite {name}": "Favorit: {name}",
  "{name} was not changed": "{name} wurde nicht geändert",
  "{name} deleted": "{name} gelöscht",
  "{name} could not be deleted": "{name} konnte nicht gelöscht werden",
  "{name} restored": "{name} wiederhergestellt",
  "{name} not restored": "{name} nicht wiederhergestellt",
  "{name} could not be restored": "{name} konnte nicht wiederhergestellt werden",
  "{count} samples": { one: "{count} Sample", other: "{count} Samples" },
  "{done} of {count} samples restored": {
    one: "{done} von {count} Sample wiederhergestellt",
    other: "{done} von {count} Samples wiederhergestellt",
  },
  "{done} of {count} samples deleted": {
    one: "{done} von {count} Sample gelöscht",
    other: "{done} von {count} Samples gelöscht",
  },
  "In the trash for {minutes}.": "Noch {minutes} im Papierkorb.",
  Undo: "Rückgängig",
  "Try again.": "Versuch es noch einmal.",
  "Try again in a moment.": "Versuch es gleich noch einmal.",
  "Too late: it was deleted permanently.": "Zu spät: Es wurde endgültig gelöscht.",
  "Too late: they were deleted permanently.": "Zu spät: Sie wurden endgültig gelöscht.",
  "Too late for the others: they were deleted permanently.": "Für die anderen zu spät: Sie wurden endgültig gelöscht.",
  "The server did not answer. Try again for the others in a moment.":
    "Der Server hat nicht geantwortet. Versuch es für die anderen gleich noch einmal.",
  "The server refused the others. Try again for the others in a moment.":
    "Der Server hat die anderen abgelehnt. Versuch es für sie gleich noch einmal.",
  "The server did not answer. Try again in a moment.":
    "Der Server hat nicht geantwortet. Versuch es gleich noch einmal.",
  "Nothing has changed. Try again in a moment.": "Nichts hat sich geändert. Versuch es gleich noch einmal.",

  "The tags were not changed": "Die Tags wurden nicht geändert",
  "Samples tagged {tag}": "Samples mit dem Tag {tag}",
  "Add tags": "Tags vergeben",
  "Edit tags": "Tags bearbeiten",
  "(your tag)": "(dein Tag)",
  "Take off the tag {tag}": "Tag {tag} entfernen",
  "New tag": "Neuer Tag",
  "Enter a tag": "Gib einen Tag ein",
  "Use at most {0} characters": "Höchstens {0} Zeichen",
  "Add the tag": "Tag hinzufügen",
  Done: "Fertig",
  "This sample no longer exists. Reload the page.": "Dieses Sample gibt es nicht mehr. Lade die Seite neu.",
  "A sample cannot have more tags. Take one off first.":
    "Mehr Tags kann ein Sample nicht haben. Entferne zuerst einen.",
  "Suggested tags": "Vorgeschlagene Tags",
  "Nothing to suggest. Suggestions come from the tags of samples that sound alike.":
    "Keine Vorschläge. Sie kommen von den Tags ähnlich klingender Samples.",
  "The suggestion {tag} was not answered": "Die Antwort auf den Vorschlag {tag} wurde nicht gespeichert",
  "As in {names}": "Wie in {names}",
  "Take the tag {tag}": "Tag {tag} übernehmen",
  "Refuse the tag {tag}": "Tag {tag} ablehnen",
};

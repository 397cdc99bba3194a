import type { Dictionary } from "@/lib/language/text";

/** Changes of many samples, downloads and saved views. */
export const LIBRARY_CHANGES: Dictionary = {
  ", only these": ", nur diese",
  ", without these": ", ohne diese",
  "<number>{count}</number> selected": "<number>{count}</number> ausgewählt",
  "A field that is left blank changes nothing.": "Ein leeres Feld ändert nichts.",
  "A sample that is gone ({id})": "Ein Sample, das es nicht mehr gibt ({id})",
  "A saved view keeps search, order and columns under a name.":
    "Eine gespeicherte Ansicht merkt sich Suche, Reihenfolge und Spalten unter einem Namen.",
  "A table (CSV)": "Eine Tabelle (CSV)",
  "A table (JSON)": "Eine Tabelle (JSON)",
  "Add tempo and key to the names": "Tempo und Tonart in die Namen schreiben",
  "Add to collection": "Zu einer Sammlung hinzufügen",
  "Analyse {count} samples again?": {
    one: "{count} Sample noch einmal analysieren?",
    other: "{count} Samples noch einmal analysieren?",
  },
  "Analysed again: {count} samples": {
    one: "Noch einmal analysiert: {count} Sample",
    other: "Noch einmal analysiert: {count} Samples",
  },
  "As measured": "Wie gemessen",
  "Batches are turned off.": "Aufträge sind ausgeschaltet.",
  "CC0 (public domain)": "CC0 (gemeinfrei)",
  "Change {count} samples": { one: "{count} Sample ändern", other: "{count} Samples ändern" },
  "Changing samples": "Samples werden geändert",
  "Clear selection": "Auswahl aufheben",
  "Close and let it run": "Schließen und weiterlaufen lassen",
  "Counting the files…": "Die Dateien werden gezählt …",
  "Delete {name}": "{name} löschen",
  "Download {count} samples": { one: "{count} Sample herunterladen", other: "{count} Samples herunterladen" },
  "Downloading of files is switched off here. Tables are not.":
    "Dateien lassen sich hier nicht herunterladen, Tabellen schon.",
  "Edit {count} samples": { one: "{count} Sample bearbeiten", other: "{count} Samples bearbeiten" },
  "Enter a tempo from {0} to {1} BPM.": "Gib ein Tempo von {0} bis {1} BPM ein.",
  "Every value and tag, for Excel, LibreOffice or Numbers.":
    "Alle Werte und Tags, für Excel, LibreOffice oder Numbers.",
  "How the files are": "Wie die Dateien sind",
  "Into the copies that you get. The sound is untouched, and your originals stay as they are.":
    "In die Kopien, die du bekommst. Der Klang und deine Originale bleiben unverändert.",
  "It could not be undone": "Es ließ sich nicht rückgängig machen",
  "Keep the folders": "Ordner beibehalten",
  "Leave as it is": "Unverändert lassen",
  "Like “Name_124bpm_F#m.wav”.": "Zum Beispiel „Name_124bpm_F#m.wav“.",
  "Name of {name}": "Name von {name}",
  "No favourite": "Kein Favorit",
  "No sample has a tag yet.": "Noch kein Sample hat einen Tag.",
  "None of them has a file.": "Keines davon hat eine Datei.",
  "None of these samples is in the library any more.": "Keines dieser Samples ist noch in der Bibliothek.",
  "Nothing is to be changed yet.": "Noch ist nichts zu ändern.",
  "Nothing was undone": "Nichts wurde rückgängig gemacht",
  "Remove tags": "Tags entfernen",
  "Rename or delete…": "Umbenennen oder löschen …",
  "Samples changed": "Samples geändert",
  "Save this view": "Diese Ansicht speichern",
  "Save this view…": "Diese Ansicht speichern …",
  "Saved as {name}": "Gespeichert als {name}",
  "Search, folder, order, layout and columns are kept under this name.":
    "Suche, Ordner, Reihenfolge, Darstellung und Spalten bleiben unter diesem Namen erhalten.",
  "Selected samples": "Ausgewählte Samples",
  "Set to…": "Setzen auf …",
  "Show more, {count} samples left": {
    one: "Mehr anzeigen, noch {count} Sample",
    other: "Mehr anzeigen, noch {count} Samples",
  },
  Starting: "Es geht los",
  "Tempo in BPM": "Tempo in BPM",
  "That is more samples than one edit can change. Narrow the search.":
    "Das sind mehr Samples, als sich auf einmal ändern lassen. Grenze die Suche ein.",
  "That is more than one batch can hold. Narrow the search.":
    "Das ist mehr, als in einen Auftrag passt. Grenze die Suche ein.",
  "The batch could not begin": "Der Auftrag konnte nicht beginnen",
  "The files, in a ZIP": "Die Dateien, in einem ZIP",
  "The same for programs.": "Dasselbe für Programme.",
  "The server did not answer as expected. Try again in a moment.":
    "Der Server hat nicht wie erwartet geantwortet. Versuch es gleich noch einmal.",
  "Their names could not be read.": "Ihre Namen ließen sich nicht lesen.",
  "Undone for {count} samples": {
    one: "Bei {count} Sample rückgängig gemacht",
    other: "Bei {count} Samples rückgängig gemacht",
  },
  "What to download": "Was du herunterlädst",
  "What was found before stays until there are new results. What you corrected and tagged stays as it is.":
    "Was bisher gefunden wurde, bleibt, bis es neue Ergebnisse gibt. Deine Korrekturen und Tags bleiben, wie sie sind.",
  "With a list of who made them and where they are from.": "Mit einer Liste, von wem sie sind und woher sie kommen.",
  "Write tempo and key into the files’ tags": "Tempo und Tonart in die Tags der Dateien schreiben",
  "You are signed out. Sign in again in another tab, then try again.":
    "Du bist abgemeldet. Melde dich in einem anderen Tab wieder an und versuch es dann noch einmal.",
  "You can keep working.": "Du kannst weiterarbeiten.",
  "Your account is not allowed to begin batches.": "Dein Konto darf keine Aufträge beginnen.",
  "Your account is not allowed to change samples.": "Dein Konto darf keine Samples ändern.",
  "{count} files, {size}.": { one: "{count} Datei, {size}.", other: "{count} Dateien, {size}." },
  "{count} left as they are: they were changed since.":
    "{count} bleiben, wie sie sind: Sie wurden inzwischen geändert.",
  "{count} no longer in your library.": "{count} nicht mehr in deiner Bibliothek.",
  "{count} samples already as asked.": {
    one: "{count} Sample war schon so.",
    other: "{count} Samples waren schon so.",
  },
  "{count} samples cannot have more tags, and stayed as they were.": {
    one: "{count} Sample kann keine weiteren Tags haben und blieb, wie es war.",
    other: "{count} Samples können keine weiteren Tags haben und blieben, wie sie waren.",
  },
  "{count} samples changed.": { one: "{count} Sample geändert.", other: "{count} Samples geändert." },
  "{count} samples left out: not in your library.": {
    one: "{count} Sample ausgelassen: nicht in deiner Bibliothek.",
    other: "{count} Samples ausgelassen: nicht in deiner Bibliothek.",
  },
  "{count} samples moved to the trash.": {
    one: "{count} Sample in den Papierkorb gelegt.",
    other: "{count} Samples in den Papierkorb gelegt.",
  },
  "{count} samples not in your library any more.": {
    one: "{count} Sample ist nicht mehr in deiner Bibliothek.",
    other: "{count} Samples sind nicht mehr in deiner Bibliothek.",
  },
  "{count} samples only in part: some of their values were changed since.": {
    one: "{count} Sample nur teilweise: Einige seiner Werte wurden inzwischen geändert.",
    other: "{count} Samples nur teilweise: Einige ihrer Werte wurden inzwischen geändert.",
  },
  "{count} samples will be analysed again": {
    one: "{count} Sample wird noch einmal analysiert",
    other: "{count} Samples werden noch einmal analysiert",
  },
  "{count} samples without a tempo to multiply.": {
    one: "{count} Sample ohne ein Tempo, das sich umrechnen lässt.",
    other: "{count} Samples ohne ein Tempo, das sich umrechnen lässt.",
  },
  "{count} samples would get a tempo that does not exist.": {
    one: "{count} Sample bekäme ein Tempo, das es nicht gibt.",
    other: "{count} Samples bekämen ein Tempo, das es nicht gibt.",
  },
  "{count} without a file.": "{count} ohne Datei.",
  "{done} of {total} done": "{done} von {total} fertig",
  "{label}, with commas between them": "{label}, mit Kommas dazwischen",
  "“{0}” cannot be added and removed at once.": "„{0}“ lässt sich nicht zugleich hinzufügen und entfernen.",
};

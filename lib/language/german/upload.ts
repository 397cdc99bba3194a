import type { Dictionary } from "@/lib/language/text";
import { FORMATS } from "./formats";
import { IMPORTS } from "./imports";

/** Uploads and imports. */
export const UPLOAD: Dictionary = {
  ...FORMATS,
  ...IMPORTS,
  "[page] Upload": "Hochladen",
  "Each file is analysed as soon as it is uploaded: tempo, key, loudness, spectrum and waveform.":
    "Jede Datei wird analysiert, sobald sie hochgeladen ist: Tempo, Tonart, Lautheit, Spektrum und Wellenform.",
  Batches: "Aufträge",
  "Import a folder on the server": "Ordner auf dem Server importieren",
  "Add files": "Dateien hinzufügen",
  "WAV, AIFF, FLAC, MP3, Ogg, Opus, M4A and more, up to 100 MB each.":
    "WAV, AIFF, FLAC, MP3, Ogg, Opus, M4A und mehr, jeweils bis 100 MB.",
  "Folders keep their structure. You can also paste files.":
    "Ordner behalten ihren Aufbau. Du kannst Dateien auch einfügen.",
  "You can also paste files.": "Du kannst Dateien auch einfügen.",
  "Drop more files or folders": "Weitere Dateien oder Ordner hier ablegen",
  "Drop more files": "Weitere Dateien hier ablegen",
  "Drop files or folders here": "Dateien oder Ordner hier ablegen",
  "Drop files here": "Dateien hier ablegen",
  "Choose files": "Dateien wählen",
  "Choose a folder": "Ordner wählen",
  "Drop to upload": "Zum Hochladen loslassen",
  "Files and folders go to your library.": "Dateien und Ordner kommen in deine Bibliothek.",
  "Files go to your library.": "Dateien kommen in deine Bibliothek.",
  "The upload could not begin": "Das Hochladen konnte nicht beginnen",
  "Check your connection and drop the files again.": "Prüfe deine Verbindung und leg die Dateien noch einmal ab.",
  "Show uploads": "Uploads zeigen",
  "No audio file was found.": "Es wurde keine Audiodatei gefunden.",
  "You can keep working here.": "Du kannst hier weiterarbeiten.",

  "left by the operating system": "vom Betriebssystem angelegt",
  hidden: "versteckt",
  "not an audio file": "keine Audiodatei",
  "folder uploads are turned off, drop its files instead":
    "das Hochladen von Ordnern ist ausgeschaltet, leg stattdessen die Dateien ab",
  "your browser could not read it": "dein Browser konnte es nicht lesen",
  "This file is empty (0 bytes). Export it again.": "Diese Datei ist leer (0 Byte). Exportiere sie noch einmal.",
  "This file is {0}. The limit is {1}. Try a FLAC or MP3 version.":
    "Diese Datei hat {0}. Höchstens {1} sind erlaubt. Versuch es mit einer FLAC- oder MP3-Fassung.",
  "Left out": "Ausgelassen",
  "{count} files were left out.": {
    one: "{count} Datei wurde ausgelassen.",
    other: "{count} Dateien wurden ausgelassen.",
  },
  Hide: "Ausblenden",
  Dismiss: "Verwerfen",
  "and {count} more": "und {count} weitere",

  Uploads: "Uploads",
  Files: "Dateien",
  "All files": "Alle Dateien",
  "{count} being analysed": "{count} in Analyse",
  "{count} analysed": "{count} analysiert",
  "{count} already in your library": "{count} schon in deiner Bibliothek",
  "{count} duplicates": { one: "{count} Duplikat", other: "{count} Duplikate" },
  "{count} not uploaded": "{count} nicht hochgeladen",
  "{count} could not be analysed": "{count} nicht analysierbar",
  "{count} cancelled": "{count} abgebrochen",
  "Paused: you are signed out": "Angehalten: du bist abgemeldet",
  "Sign in again in another tab, then resume. Nothing is lost.":
    "Melde dich in einem anderen Tab wieder an und mach dann weiter. Nichts ist verloren.",
  "Paused, {count} files left": { one: "Angehalten, noch {count} Datei", other: "Angehalten, noch {count} Dateien" },
  "Reading folders, {count} files found": {
    one: "Ordner werden gelesen, {count} Datei gefunden",
    other: "Ordner werden gelesen, {count} Dateien gefunden",
  },
  "Uploading {count} files": {
    one: "{count} Datei wird hochgeladen",
    other: "{count} Dateien werden hochgeladen",
  },
  "Upload paused, {count} files left": {
    one: "Hochladen angehalten, noch {count} Datei",
    other: "Hochladen angehalten, noch {count} Dateien",
  },
  "You can keep working in the meantime.": "Du kannst inzwischen weiterarbeiten.",
  "Upload finished, {count} files being analysed": {
    one: "Hochladen fertig, {count} Datei wird analysiert",
    other: "Hochladen fertig, {count} Dateien werden analysiert",
  },
  "Done: {count} files uploaded": {
    one: "Fertig: {count} Datei hochgeladen",
    other: "Fertig: {count} Dateien hochgeladen",
  },
  "Nothing to upload": "Nichts hochzuladen",
  "Already uploaded": "Schon hochgeladen",
  "Nothing uploaded": "Nichts hochgeladen",
  "{part} of {whole}": "{part} von {whole}",
  "almost done": "fast fertig",
  "about {time} left": "noch etwa {time}",
  "[work] Pause": "Anhalten",
  Resume: "Fortsetzen",
  "Retry failed": "Fehlgeschlagene wiederholen",
  "Cancel all": "Alle abbrechen",
  "Clear list": "Liste leeren",
  "Cancel {name}": "{name} abbrechen",
  "Retry {name}": "{name} wiederholen",
  Waiting: "Wartet",
  "Waiting, {percent}% uploaded": "Wartet, {percent} % hochgeladen",
  Reading: "Wird gelesen",
  "Reading {name}": "{name} wird gelesen",
  "Checking your library…": "Bibliothek wird geprüft …",
  Uploading: "Wird hochgeladen",
  "Uploading {name}": "{name} wird hochgeladen",
  "Storing…": "Wird gespeichert …",
  Cancelled: "Abgebrochen",
  "{problem} Trying again.": "{problem} Neuer Versuch läuft.",
  "Duplicate of {name}": "Duplikat von {name}",
  "<link>Already in your library</link>": "<link>Schon in deiner Bibliothek</link>",
  "<link>Already in your library</link><other> as {name}</other>":
    "<link>Schon in deiner Bibliothek</link><other> als {name}</other>",
  "This file could not be analysed.": "Diese Datei konnte nicht analysiert werden.",
  "Analysed:": "Analysiert:",
  "no tempo": "kein Tempo",
  "no key": "keine Tonart",
  "no loudness": "keine Lautheit",
  "Upload of files": "Hochgeladene Dateien",

  "Interrupted uploads": "Unterbrochene Uploads",
  "Choose the file again to continue: {percent} of {size} uploaded":
    "Wähle die Datei noch einmal, um weiterzumachen: {percent} von {size} hochgeladen",
  "Uploaded part of {name}": "Hochgeladener Teil von {name}",
  Discard: "Verwerfen",
  "Discard {name}": "{name} verwerfen",
  "This is a different file": "Das ist eine andere Datei",
  "{name} is uploaded as a new file.": "{name} wird als neue Datei hochgeladen.",
  "The upload could not be discarded": "Der Upload ließ sich nicht verwerfen",
  "It expires by itself after a day.": "Er verfällt nach einem Tag von selbst.",
  "The file that you shared could not be kept: this browser has no room for it. Choose it here instead.":
    "Die geteilte Datei konnte nicht behalten werden: Dieser Browser hat keinen Platz dafür. Wähle sie stattdessen hier.",
  "There was no file in what you shared. Choose one here instead.":
    "In dem, was du geteilt hast, war keine Datei. Wähle stattdessen hier eine.",
  "Shared with SampleMind": "Mit SampleMind geteilt",
  "[verb] Upload": "Hochladen",

  "Your browser could not read this file. It may have been moved or changed. Choose it again.":
    "Dein Browser konnte diese Datei nicht lesen. Vielleicht wurde sie verschoben oder geändert. Wähle sie noch einmal.",
  "This server has no room for the file. Ask the person who runs it to free some space, then try again.":
    "Dieser Server hat keinen Platz für die Datei. Bitte den Betreiber, Platz zu schaffen, und versuch es dann noch einmal.",
  "Its disk is almost full. Ask the person who runs this server to free some space, then try again.":
    "Die Festplatte des Servers ist fast voll. Bitte den Betreiber, Platz zu schaffen, und versuch es dann noch einmal.",
  "The connection to storage was lost. If you changed the file, choose it again.":
    "Die Verbindung zum Speicher ist abgerissen. Wenn du die Datei geändert hast, wähle sie noch einmal.",
  "Storage rejected the file ({0}).": "Der Speicher hat die Datei abgelehnt ({0}).",
  "The server gave no upload address for part of this file.":
    "Der Server hat für einen Teil dieser Datei keine Adresse zum Hochladen genannt.",
  "This file could not be uploaded. Try again.": "Diese Datei konnte nicht hochgeladen werden. Versuch es noch einmal.",
  "You are signed out. Sign in again in another tab, then retry. Nothing is lost.":
    "Du bist abgemeldet. Melde dich in einem anderen Tab wieder an und versuch es dann noch einmal. Nichts ist verloren.",
  "Your account is not allowed to upload.": "Dein Konto darf nichts hochladen.",
  "Folder uploads are turned off for your account. Choose the files in the folder instead.":
    "Das Hochladen von Ordnern ist für dein Konto ausgeschaltet. Wähle stattdessen die Dateien im Ordner.",
  "Too many requests. The upload continues by itself in a moment.":
    "Zu viele Anfragen. Das Hochladen geht gleich von selbst weiter.",
  "File storage is not available.": "Der Dateispeicher ist nicht erreichbar.",
  "The database is not available.": "Die Datenbank ist nicht erreichbar.",
  "The server is still working on this file.": "Der Server arbeitet noch an dieser Datei.",
  "Its batch was cancelled. Try again to upload this file without it.":
    "Der Auftrag wurde abgebrochen. Versuch es noch einmal, um diese Datei ohne ihn hochzuladen.",
  "This upload was finished or cancelled in the meantime. Try again.":
    "Dieser Upload wurde inzwischen beendet oder abgebrochen. Versuch es noch einmal.",
  "The server could not do this right now ({0}).": "Der Server konnte das gerade nicht tun ({0}).",
  "The server did not answer. Check your connection. What was sent is kept.":
    "Der Server hat nicht geantwortet. Prüfe deine Verbindung. Was gesendet wurde, bleibt erhalten.",
};

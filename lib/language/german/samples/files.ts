import type { Dictionary } from "@/lib/language/text";

/** What the file says about itself, and what a person has corrected. */
export const FILES: Dictionary = {
  File: "Datei",
  Size: "Größe",
  Length: "Länge",
  Format: "Format",
  "[of samples] Rate": "Abtastrate",
  Channels: "Kanäle",
  Tags: "Tags",
  "[of a file] Comment": "Kommentar",
  "Cover in the file": "Cover in der Datei",
  Title: "Titel",
  "[of a file] Artist": "Interpret",
  Album: "Album",
  "Album artist": "Interpret des Albums",
  "{track} on disc {disc}": "{track} auf Disc {disc}",
  Year: "Jahr",
  Keywords: "Stichwörter",
  Rating: "Bewertung",
  "{value} of 100": "{value} von 100",
  Loops: "Loops",
  "Cue point": "Cue-Punkt",
  "Cue points": "Cue-Punkte",
  "{start} to {end}": "{start} bis {end}",
  "{name} at {time}": "{name} bei {time}",
  "{list} and {count} more": "{list} und {count} weitere",
  "Very long texts and lists are shortened.": "Sehr lange Texte und Listen sind gekürzt.",
  "Some text was written in a wrong encoding and has been mended.":
    "Ein Teil des Textes war falsch kodiert und wurde repariert.",
  "Some of the file’s tags are damaged and left out.": "Einige Tags der Datei sind beschädigt und wurden ausgelassen.",
  "The file has a cover that cannot be shown.": "Die Datei hat ein Cover, das sich nicht anzeigen lässt.",
  "Beside what is measured": "Neben dem Gemessenen",
  "What the file and its name say, beside what is measured": "Was die Datei und ihr Name sagen, neben dem Gemessenen",
  "[of a file] Name": "Name",
  Measured: "Gemessen",
  "Root note": "Grundton",
  "{value} (corrected)": "{value} (korrigiert)",
  "[no value] none": "keine Angabe",
  "half of it": "die Hälfte davon",
  "twice that": "das Doppelte davon",
  "two thirds of it": "zwei Drittel davon",
  "one and a half times that": "das Anderthalbfache davon",
  "another tempo": "ein anderes Tempo",
  "the relative key, with the same notes": "die Paralleltonart mit denselben Tönen",
  "the same tonic in the other mode": "derselbe Grundton im anderen Tongeschlecht",
  "one step away on the circle of fifths": "einen Schritt weiter im Quintenzirkel",
  "another key": "eine andere Tonart",
  "the same note in another octave": "derselbe Ton in einer anderen Oktave",
  "another note": "ein anderer Ton",
  "another kind": "eine andere Art",
  "The file says {value}, measured {measured}: {difference}.":
    "In der Datei steht {value}, gemessen ist {measured}: {difference}.",
  "The name says {value}, measured {measured}: {difference}.":
    "Im Namen steht {value}, gemessen ist {measured}: {difference}.",
  "The file says {value}, corrected to {measured}: {difference}.":
    "In der Datei steht {value}, korrigiert zu {measured}: {difference}.",
  "The name says {value}, corrected to {measured}: {difference}.":
    "Im Namen steht {value}, korrigiert zu {measured}: {difference}.",

  "a former account": "einem früheren Konto",
  "[after by] you": "dir",
  "Measured {measured}, corrected to {corrected} by {author} on {date}.":
    "Gemessen: {measured}. Am {date} von {author} korrigiert zu {corrected}.",
  "Measured {measured}, corrected to no tempo by {author} on {date}.":
    "Gemessen: {measured}. Am {date} von {author} korrigiert: kein Tempo.",
  "Measured {measured}, corrected to no key by {author} on {date}.":
    "Gemessen: {measured}. Am {date} von {author} korrigiert: keine Tonart.",
  "Measured {measured}, corrected to no kind by {author} on {date}.":
    "Gemessen: {measured}. Am {date} von {author} korrigiert: keine Art.",
  "No tempo measured, corrected to {corrected} by {author} on {date}.":
    "Kein Tempo gemessen. Am {date} von {author} korrigiert zu {corrected}.",
  "No key measured, corrected to {corrected} by {author} on {date}.":
    "Keine Tonart gemessen. Am {date} von {author} korrigiert zu {corrected}.",
  "No kind measured, corrected to {corrected} by {author} on {date}.":
    "Keine Art bestimmt. Am {date} von {author} korrigiert zu {corrected}.",
  "No tempo measured, corrected to no tempo by {author} on {date}.":
    "Kein Tempo gemessen. Am {date} von {author} bestätigt.",
  "No key measured, corrected to no key by {author} on {date}.":
    "Keine Tonart gemessen. Am {date} von {author} bestätigt.",
  "No kind measured, corrected to no kind by {author} on {date}.":
    "Keine Art bestimmt. Am {date} von {author} bestätigt.",
  "{sign}{count} beats": { one: "{sign}{count} Schlag", other: "{sign}{count} Schläge" },
  "Beat grid confirmed by {author} on {date}.": "Raster am {date} von {author} bestätigt.",
  "Beat grid moved by {beats} and {ms} by {author} on {date}.":
    "Raster am {date} von {author} verschoben: {beats} und {ms}.",
  "Beat grid moved by {amount} by {author} on {date}.": "Raster am {date} von {author} verschoben: {amount}.",

  "File missing": "Datei fehlt",
  "The file of this sample is missing": "Die Datei dieses Samples fehlt",
  "This server's storage has not had it since <time>{date}</time>. What was measured is kept, but the sound cannot be played or downloaded. If you still have the file, upload it again.":
    "Im Speicher dieses Servers ist sie seit <time>{date}</time> nicht mehr. Die Messwerte bleiben, aber der Klang lässt sich weder abspielen noch herunterladen. Wenn du die Datei noch hast, lade sie noch einmal hoch.",
};

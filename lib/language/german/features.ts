import type { Dictionary } from "@/lib/language/text";

/** The features that admins turn on and off. */
export const FEATURES: Dictionary = {
  "Feature flags": "Schalter für Funktionen",
  "Changes take effect immediately, on every server, for pages and the API.":
    "Änderungen wirken sofort, auf jedem Server, für Seiten und die API.",
  "[flags] Audio": "Audio",
  "How files are handled and drawn.": "Wie mit Dateien umgegangen wird und wie sie gezeichnet werden.",
  "[flags] Listening": "Zuhören",
  "What the analyser concludes from a sound.": "Was die Analyse aus einem Sound schließt.",
  "[flags] Live": "Live",
  "Pages that update by themselves.": "Seiten, die sich von selbst erneuern.",
  "[flags] Advanced": "Erweitert",
  "For large libraries.": "Für große Bibliotheken.",
  "[flags] Social": "Gemeinschaft",
  "What people can share with each other.": "Was sich miteinander teilen lässt.",
  "[flags] Premium": "Premium",
  "For programs, and for artists who publish.": "Für Programme und für alle, die veröffentlichen.",

  "People can upload whole folders, and each file keeps its path in the folder.":
    "Ganze Ordner lassen sich hochladen, und jede Datei behält ihren Pfad im Ordner.",
  "A picture of a sample's frequencies over time, on its page and through the API.":
    "Ein Bild der Frequenzen eines Samples im Verlauf der Zeit, auf seiner Seite und über die API.",
  "People can download copies that have tempo and key in their tags.":
    "Kopien mit Tempo und Tonart in den Tags lassen sich herunterladen.",
  "People can download the original file.": "Die Originaldatei lässt sich herunterladen.",
  "Genres and moods, on a sample's page, in its tags, its description and the API.":
    "Genres und Stimmungen: auf der Seite eines Samples, in seinen Tags, seiner Beschreibung und der API.",
  "Detected instruments, on a sample's page, in its tags, its description and the API.":
    "Erkannte Instrumente: auf der Seite eines Samples, in seinen Tags, seiner Beschreibung und der API.",
  "A few sentences that describe how a sample sounds.": "Ein paar Sätze, die beschreiben, wie ein Sample klingt.",
  "People can search for samples that sound like a given one, or that fit with it.":
    "Suche nach Samples, die wie ein bestimmtes klingen oder dazu passen.",
  "Suggests tags from samples that sound alike, and learns from the answers.":
    "Schlägt Tags von ähnlich klingenden Samples vor und lernt aus den Antworten.",
  "Library, upload and sample pages update while samples are analysed.":
    "Bibliothek, Upload und Sample-Seiten erneuern sich, während Samples analysiert werden.",
  "The dashboard updates without being reloaded.": "Das Dashboard erneuert sich, ohne neu geladen zu werden.",
  "People can import folders on this server, below the directories that the variable IMPORT_DIRS allows.":
    "Ordner auf diesem Server lassen sich importieren, unterhalb der Verzeichnisse, die die Variable IMPORT_DIRS erlaubt.",
  "People can analyse and track many files as one batch.":
    "Viele Dateien lassen sich als ein Auftrag analysieren und verfolgen.",
  "One search can ask for words and for a sound at once.":
    "Eine Suche kann gleichzeitig nach Wörtern und nach einem Klang fragen.",
  "Animated pictures that follow the sound of a sample.": "Bewegte Bilder, die dem Klang eines Samples folgen.",
  "A person's whole library as points in space, laid out by how they sound.":
    "Die ganze Bibliothek als Punkte im Raum, nach ihrem Klang geordnet.",
  "People can show samples to everybody, in the gallery and on a page of their own.":
    "Samples lassen sich allen zeigen, in der Galerie und auf einer eigenen Seite.",
  "Shows how often and how long a published sample was played.":
    "Zeigt, wie oft und wie lange ein veröffentlichtes Sample gespielt wurde.",
  "Strangers can have a file measured on the landing page. Nothing of it is kept.":
    "Fremde können auf der Startseite eine Datei messen lassen. Nichts davon wird aufbewahrt.",
  "People can share collections by a link, or with others who may add samples.":
    "Sammlungen lassen sich per Link teilen, oder mit anderen, die Samples hinzufügen dürfen.",
  "Programs can use the API with an API key.": "Programme können die API mit einem API-Schlüssel benutzen.",
  "Programs are notified when something happens to a sample.":
    "Programme werden benachrichtigt, wenn mit einem Sample etwas geschieht.",
  "Artists can publish finished tracks as releases.": "Fertige Tracks lassen sich als Releases veröffentlichen.",

  "<label>On for</label> {audience}": "<label>An für</label> {audience}",
  everyone: "alle",
  "no one": "niemanden",
  "beta testers only": "nur Betatester",
  "{percent}% of everyone": "{percent} % von allen",
  "{percent}% of them": "{percent} % davon",
  ", with {count} exceptions": { one: ", mit {count} Ausnahme", other: ", mit {count} Ausnahmen" },
  Audience: "Für wen",
  "Audience of {flag}": "Für wen {flag} an ist",
  Roles: "Rollen",
  "Choose at least one role, or turn the feature off.": "Wähle mindestens eine Rolle, oder schalte die Funktion aus.",
  "Share of people": "Anteil der Personen",
  "Percentage of people": "Prozentsatz der Personen",
  "{percent} per cent": "{percent} Prozent",
  "People who already have the feature keep it when the share grows.":
    "Wer die Funktion schon hat, behält sie, wenn der Anteil wächst.",
  "Beta testers only": "Nur Betatester",
  "{name} was changed.": "{name} wurde geändert.",
  "{name} was not changed": "{name} wurde nicht geändert",
  Exceptions: "Ausnahmen",
  "None.": "Keine.",
  "Exceptions for {flag}": "Ausnahmen für {flag}",
  "Remove the exception for {email}": "Ausnahme für {email} entfernen",
  "E-mail address of a person": "E-Mail-Adresse einer Person",
  "Enter an e-mail address": "Gib eine E-Mail-Adresse ein",
  "Enter the person's e-mail address.": "Gib die E-Mail-Adresse der Person ein.",
  "On or off for this person": "An oder aus für diese Person",
  Add: "Hinzufügen",
};

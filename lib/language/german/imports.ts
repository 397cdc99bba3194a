import type { Dictionary } from "@/lib/language/text";

/** Folders on the server. */
export const IMPORTS: Dictionary = {
  "Folders on the server": "Ordner auf dem Server",
  "Folders that are already on this machine are imported without an upload, and kept up to date.":
    "Ordner, die schon auf diesem Rechner liegen, werden ohne Hochladen importiert und aktuell gehalten.",
  "Upload from your device": "Von deinem Gerät hochladen",
  "Imported folder": "Importierter Ordner",
  "Imported folders": "Importierte Ordner",
  "All imported folders": "Alle importierten Ordner",
  "[noun] Import": "Import",
  "Scanned {when}": "Durchsucht {when}",
  "Import a folder": "Ordner importieren",
  "Import this folder": "Diesen Ordner importieren",
  "Everything in it that is audio, with all folders below. Files whose bytes you have are not copied again.":
    "Alles darin, was Audio ist, mit allen Ordnern darunter. Dateien, deren Inhalt du schon hast, werden nicht noch einmal kopiert.",
  "On this server": "Auf diesem Server",
  "{count} audio files here": { one: "{count} Audiodatei hier", other: "{count} Audiodateien hier" },
  Folders: "Ordner",
  "[to the folder above] Up": "Nach oben",
  "Show more folders": "Weitere Ordner zeigen",
  "This folder cannot be opened. It may be gone, or the server may not read it.":
    "Dieser Ordner lässt sich nicht öffnen. Vielleicht ist er weg, oder der Server darf ihn nicht lesen.",
  "There are no folders in this one.": "In diesem Ordner sind keine weiteren.",
  "Scan again": "Erneut durchsuchen",
  "Scan again: {name}": "Erneut durchsuchen: {name}",
  "How often it is scanned again": "Wie oft er erneut durchsucht wird",
  "Only when I ask": "Nur wenn ich es will",
  "Every hour": "Jede Stunde",
  "Every day": "Jeden Tag",
  "Every week": "Jede Woche",
  Remove: "Entfernen",
  "Remove {name} from your imports?": "{name} aus deinen Importen entfernen?",
  "It is not scanned any more, and what is known about its files is forgotten. Your samples stay, and so do the files on the server.":
    "Er wird nicht mehr durchsucht, und was über seine Dateien bekannt ist, wird vergessen. Deine Samples bleiben, ebenso die Dateien auf dem Server.",
  "No folder is imported yet": "Noch kein Ordner importiert",
  "Choose a folder on this server. Its files are read in the background, and nothing in it is changed.":
    "Wähle einen Ordner auf diesem Server. Seine Dateien werden im Hintergrund gelesen, und nichts darin wird geändert.",
  "{count} files": { one: "{count} Datei", other: "{count} Dateien" },
  "{count} problems": { one: "{count} Problem", other: "{count} Probleme" },
  "{count} gone": "{count} verschwunden",
  "{count} changed since": "{count} seitdem geändert",
  "Importing folders is turned off for your account. Ask an admin to turn it on.":
    "Das Importieren von Ordnern ist für dein Konto ausgeschaltet. Bitte einen Admin, es einzuschalten.",
  "Importing folders is not part of your role. Ask an admin to change it.":
    "Das Importieren von Ordnern gehört nicht zu deiner Rolle. Bitte einen Admin, sie zu ändern.",
  "No directory of this server is open for imports. The person who runs it can name some in the variable IMPORT_DIRS.":
    "Auf diesem Server ist kein Verzeichnis für Importe freigegeben. Der Betreiber kann welche in der Variable IMPORT_DIRS nennen.",
  "Pause {name}": "{name} anhalten",
  "Resume {name}": "{name} fortsetzen",
  "Cancel the import of {name}": "Import von {name} abbrechen",
  "Import of {name}": "Import von {name}",

  Found: "Gefunden",
  "{count} left out: no audio, hidden, links": "{count} ausgelassen: kein Audio, versteckt, Links",
  "[files] New": "Neu",
  "{size} copied": "{size} kopiert",
  "Known before": "Schon bekannt",
  "not copied again": "nicht noch einmal kopiert",
  Analysed: "Analysiert",
  "[analysed] {count} could not be": "{count} nicht möglich",
  "[of files] Changed": "Geändert",
  "the old sample is kept": "das alte Sample bleibt",
  "[of files] Moved": "Verschoben",
  "[of files] Gone": "Verschwunden",
  "their samples are kept": "ihre Samples bleiben",

  "Lists of files": "Listen der Dateien",
  All: "Alle",
  Problems: "Probleme",
  "Changed since": "Seitdem geändert",
  "No file was found yet.": "Noch wurde keine Datei gefunden.",
  "Nothing went wrong.": "Nichts ist schiefgegangen.",
  "No file is gone.": "Keine Datei ist verschwunden.",
  "No file was changed since it was imported.": "Keine Datei wurde seit dem Import geändert.",
  "No file has moved.": "Keine Datei wurde verschoben.",
  "More files": "Weitere Dateien",
  "The file has other bytes since {when}. This sample is the old version.":
    "Die Datei hat einen anderen Inhalt (bemerkt {when}). Dieses Sample ist die alte Fassung.",
  "Not in the folder since {when}. The sample is kept.": "Nicht mehr im Ordner (bemerkt {when}). Das Sample bleibt.",
  "Was {path}": "War {path}",
  "Not analysed": "Nicht analysiert",
  Imported: "Importiert",

  "[for files] Looking": "Wird durchsucht",
  Importing: "Wird importiert",
  Analysing: "Wird analysiert",
  "Up to date": "Aktuell",
  Paused: "Angehalten",
  "[of a scan] Stopped": "Gestoppt",
  "Not reachable": "Nicht erreichbar",
  "Waits for its turn": "Wartet, bis er an der Reihe ist",
  "{count} files found so far": "{count} Dateien bisher gefunden",
  "{read} of {all} files read": "{read} von {all} Dateien gelesen",
  "{settled} of {made} new ones analysed": "{settled} von {made} neuen analysiert",
  "{rate} files a second": "{rate} Dateien pro Sekunde",

  "You have used all uploads for today. It goes on by itself when the count resets, at midnight UTC.":
    "Du hast alle Uploads für heute verbraucht. Es geht von selbst weiter, wenn die Zählung um Mitternacht UTC neu beginnt.",
  "Your storage is full. Delete samples you no longer need, or ask an admin for more, then resume.":
    "Dein Speicher ist voll. Lösche Samples, die du nicht mehr brauchst, oder bitte einen Admin um mehr, und mach dann weiter.",
  "This server has almost no room left. Ask the person who runs it to free some space, then resume.":
    "Dieser Server hat fast keinen Platz mehr. Bitte den Betreiber, Platz zu schaffen, und mach dann weiter.",
  "Your account may not import folders any more. Ask an admin.":
    "Dein Konto darf keine Ordner mehr importieren. Frag einen Admin.",
  "Something went wrong again and again. What was imported is kept. Resume to try once more.":
    "Immer wieder ist etwas schiefgegangen. Was importiert wurde, bleibt. Mach weiter, um es noch einmal zu versuchen.",
  "The person who runs this server does not allow this directory any more.":
    "Der Betreiber dieses Servers erlaubt dieses Verzeichnis nicht mehr.",
  "The folder is not there. If its disk is only disconnected, the import goes on when it is back.":
    "Der Ordner ist nicht da. Wenn nur seine Festplatte abgezogen ist, geht der Import weiter, sobald sie wieder da ist.",
  "There is a file or a link where the folder was.": "Wo der Ordner war, liegt eine Datei oder ein Link.",
  "The server may not read this folder. Ask the person who runs it.":
    "Der Server darf diesen Ordner nicht lesen. Frag den Betreiber.",
  "The disk does not answer. The import goes on when it does.":
    "Die Festplatte antwortet nicht. Der Import geht weiter, sobald sie es tut.",
  "There is another folder, or a link, where this one was.": "Wo dieser Ordner war, ist ein anderer oder ein Link.",
  "There is an empty folder where this one was, perhaps because its disk is not connected. Nothing is marked as gone.":
    "Wo dieser Ordner war, ist ein leerer, vielleicht weil seine Festplatte nicht angeschlossen ist. Nichts gilt als verschwunden.",
  "It cannot go on.": "Es kann nicht weitergehen.",
  "Larger than 100 MB": "Größer als 100 MB",
  Empty: "Leer",
  "The server may not read it": "Der Server darf sie nicht lesen",
  "The server may not read this folder": "Der Server darf diesen Ordner nicht lesen",
  "This folder could not be read. What is in it stays as it was":
    "Dieser Ordner konnte nicht gelesen werden. Was darin ist, bleibt, wie es war",
  "The disk that was here is not connected. Its files stay as they were":
    "Die Festplatte, die hier war, ist nicht angeschlossen. Ihre Dateien bleiben, wie sie waren",
  "It was being written to. It is tried again by the next scan":
    "Es wurde gerade in sie geschrieben. Beim nächsten Durchsuchen wird sie noch einmal versucht",
  "Not a file": "Keine Datei",
  "Not in this folder any more": "Nicht mehr in diesem Ordner",
  "It could not be read": "Sie konnte nicht gelesen werden",
  "You have added this folder before": "Diesen Ordner hast du schon hinzugefügt",
  "You have as many folders as one person may have": "Du hast so viele Ordner, wie eine Person haben darf",
  "There is no such folder among your imports": "Diesen Ordner gibt es unter deinen Importen nicht",
  "This folder cannot be imported": "Dieser Ordner lässt sich nicht importieren",
  "It may have been moved, it may not be readable, or the operator of this server may not allow it any more.":
    "Vielleicht wurde er verschoben, ist nicht lesbar, oder der Betreiber dieses Servers erlaubt ihn nicht mehr.",
  "There is no such folder": "Diesen Ordner gibt es nicht",
  "No import of this folder is under way": "Dieser Ordner wird gerade nicht importiert",
};

import type { Dictionary } from "@/lib/language/text";

/** The front page and the try without an account. */
export const LANDING: Dictionary = {
  "{name}: know what is in your samples": "{name}: Was steckt in deinen Samples?",
  "Know what is <samples>in your samples</samples>": "Was steckt in <samples>deinen Samples?</samples>",
  "SampleMind measures the tempo, key, loudness and character of every audio file you have, says how sure it is of each, and finds the sounds that fit, on your own machine.":
    "SampleMind misst Tempo, Tonart, Lautheit und Charakter jeder deiner Audiodateien, sagt dir, wie sicher das jeweils ist, und findet passende Sounds: auf deinem eigenen Rechner.",
  "A guess, and shown as one.": "Eine Vermutung, und so wird sie auch gezeigt.",
  "An example": "Ein Beispiel",
  Artists: "Musikschaffende",
  "BPM with one decimal place, and the next most likely tempos":
    "BPM mit einer Nachkommastelle und die nächstwahrscheinlichen Tempi",
  "Check your connection and try again.": "Prüfe deine Verbindung und versuch es noch einmal.",
  "Choose a file": "Datei wählen",
  "Choose another file": "Andere Datei wählen",
  "Clear: there is little doubt.": "Klar: Es gibt kaum Zweifel.",
  "Create an account to have your own measured.": "Leg ein Konto an, um deine eigenen messen zu lassen.",
  "Create an account to keep files, hear them and find what fits.":
    "Leg ein Konto an, um Dateien zu behalten, sie zu hören und Passendes zu finden.",
  "Create an account to keep it": "Konto anlegen und behalten",
  "Decoding and listening": "Wird dekodiert und angehört",
  "Decoding and listening: {percent} %": "Wird dekodiert und angehört: {percent} %",
  Developers: "Entwicklung",
  Drop: "Ablegen",
  "Drop a sound here": "Leg hier einen Sound ab",
  "Each file is decoded in its own process, so a broken file does not stop the others. Results appear on the page as they come in.":
    "Jede Datei wird in einem eigenen Prozess dekodiert, so hält eine kaputte Datei die anderen nicht auf. Ergebnisse erscheinen auf der Seite, sobald sie da sind.",
  "Every estimate comes with its confidence. A single hit has no tempo, and noise has no key: SampleMind says so instead of making one up.":
    "Zu jeder Schätzung gehört ihre Sicherheit. Ein einzelner Schlag hat kein Tempo und Rauschen keine Tonart: SampleMind sagt das, statt etwas zu erfinden.",
  File: "Datei",
  "From a folder to facts": "Vom Ordner zu Fakten",
  "How confidence is shown": "Wie Sicherheit gezeigt wird",
  "How sure it is": "Wie sicher es ist",
  "Let go to measure it": "Loslassen zum Messen",
  "Likely: worth a listen before you rely on it.": "Wahrscheinlich: Hör hin, bevor du dich darauf verlässt.",
  "Made for": "Gemacht für",
  Measure: "Messen",
  "Measured just now": "Gerade gemessen",
  "Measuring tempo, key and loudness": "Tempo, Tonart und Lautheit werden gemessen",
  "Nothing is kept: the file is deleted as soon as it is measured.":
    "Nichts wird behalten: Die Datei wird gelöscht, sobald sie gemessen ist.",
  Pictures: "Bilder",
  Producers: "Produktion",
  "See it measured, without an account. WAV, AIFF, FLAC, MP3, Ogg, Opus or M4A, up to 20 MB and ten minutes.":
    "Sieh, was gemessen wird, ganz ohne Konto. WAV, AIFF, FLAC, MP3, Ogg, Opus oder M4A, bis 20 MB und zehn Minuten.",
  "See what you would get": "Sieh, was du bekommst",
  Sending: "Wird gesendet",
  "Sending: {percent} %": "Wird gesendet: {percent} %",
  "Sent. Waiting for its turn": "Gesendet. Wartet, bis es dran ist",
  "Sign in to have your own measured.": "Melde dich an, um deine eigenen messen zu lassen.",
  "Sign in to keep files, hear them and find what fits.":
    "Melde dich an, um Dateien zu behalten, sie zu hören und Passendes zu finden.",
  "Sign in to keep it": "Anmelden und behalten",
  "Single files or whole folders, up to 100 MB per file: WAV, AIFF, FLAC, MP3, OGG, Opus and M4A. Large uploads continue after you reload the page.":
    "Einzelne Dateien oder ganze Ordner, bis 100 MB pro Datei: WAV, AIFF, FLAC, MP3, OGG, Opus und M4A. Große Uploads laufen weiter, wenn du die Seite neu lädst.",
  "Sort the library by tempo, key, length or loudness. Open a sample to hear it along with its waveform and spectrogram, or export the numbers as JSON.":
    "Sortiere die Bibliothek nach Tempo, Tonart, Länge oder Lautheit. Öffne ein Sample, um es mit Wellenform und Spektrogramm zu hören, oder exportiere die Zahlen als JSON.",
  Spectrum: "Spektrum",
  Stop: "Stopp",
  "The file could not be sent": "Die Datei konnte nicht gesendet werden",
  "The file has been deleted.": "Die Datei ist gelöscht.",
  "This is what you get. A sound of our own, made from formulas, as it was measured: nothing here is written by hand.":
    "Das bekommst du. Ein Sound von uns, aus Formeln gemacht, so wie er gemessen wurde: Nichts davon ist von Hand geschrieben.",
  "This server measures files for people with an account only. Below is an example.":
    "Dieser Server misst nur Dateien von Leuten mit Konto. Unten siehst du ein Beispiel.",
  "Try a sound of yours": "Probier einen eigenen Sound",
  "Try it with a file": "Probier es mit einer Datei",
  "Trying needs JavaScript, which is off in your browser. Below is what you would see.":
    "Zum Ausprobieren braucht es JavaScript, das in deinem Browser aus ist. Unten siehst du, was herauskäme.",
  "[verb] Use": "Nutzen",
  "Use a sound of ours": "Nimm einen Sound von uns",
  "What each value means, and how it is measured": "Was jeder Wert bedeutet und wie er gemessen wird",
  "What it is": "Was es ist",
  "centroid, spread, roll-off, flatness, flux, zero crossings, MFCC":
    "Schwerpunkt, Streuung, Roll-off, Flachheit, Fluss, Nulldurchgänge, MFCC",
  "integrated, short-term and momentary LUFS, range in LU, true peak in dBTP":
    "LUFS integriert, kurzzeitig und momentan, Umfang in LU, True Peak in dBTP",
  "tonic and mode, Camelot, Open Key, and the next most likely keys":
    "Grundton und Tongeschlecht, Camelot, Open Key und die nächstwahrscheinlichen Tonarten",
  "waveform, mel spectrogram": "Wellenform, Mel-Spektrogramm",
  "who finish tracks. Check loudness and true peak before you release.":
    "Du stellst Tracks fertig. Prüfe Lautheit und True Peak, bevor du veröffentlichst.",
  "who write scripts. The same engine runs on the command line, without a server or database, and prints one line of JSON per file.":
    "Du schreibst Skripte. Dieselbe Engine läuft auf der Kommandozeile, ohne Server und Datenbank, und gibt pro Datei eine Zeile JSON aus.",
  "with years of loops and one-shots whose names say nothing. Find the ones that fit your current track.":
    "Du hast Loops und One-Shots aus Jahren, deren Namen nichts sagen. Finde die, die zu deinem Track passen.",
  "{name} is measured.": "{name} ist gemessen.",
  "Choose a shorter one, or an MP3 or FLAC of it. With an account, files may be larger.":
    "Nimm eine kürzere oder eine MP3 oder FLAC davon. Mit einem Konto dürfen Dateien größer sein.",
  "Choose a shorter one. With an account, recordings may be longer.":
    "Nimm eine kürzere. Mit einem Konto dürfen Aufnahmen länger sein.",
  "Choose another file.": "Nimm eine andere Datei.",
  "Choose another, or check what was exported.": "Nimm eine andere, oder prüfe, was exportiert wurde.",
  "Come back later. With an account there is no such wait.":
    "Komm später wieder. Mit einem Konto musst du nicht warten.",
  "It took longer than a minute": "Es hat länger als eine Minute gedauert",
  "Many visitors are trying files right now": "Gerade probieren viele Leute Dateien aus",
  "Nothing was kept. Try again.": "Nichts wurde behalten. Versuch es noch einmal.",
  "Open this page itself and choose the file there.": "Öffne diese Seite selbst und wähle dort die Datei.",
  "Other files are being measured right now": "Gerade werden andere Dateien gemessen",
  "Send it again.": "Sende sie noch einmal.",
  "Sign in or create an account to have files measured.":
    "Melde dich an oder leg ein Konto an, um Dateien messen zu lassen.",
  "Something went wrong on our side": "Bei uns ist etwas schiefgegangen",
  "The file has been deleted. Try a smaller one, or again when the line is quicker.":
    "Die Datei ist gelöscht. Versuch es mit einer kleineren oder wenn die Leitung schneller ist.",
  "The file is larger than 20 MB": "Die Datei ist größer als 20 MB",
  "The file was sent from another site": "Die Datei kam von einer anderen Website",
  "The recording is longer than ten minutes": "Die Aufnahme ist länger als zehn Minuten",
  "The server is not ready": "Der Server ist nicht bereit",
  "The upload ended before the file was complete": "Der Upload endete, bevor die Datei vollständig war",
  "There is only silence in this file": "In dieser Datei ist nur Stille",
  "This file cannot be measured": "Diese Datei lässt sich nicht messen",
  "Try again in a moment.": "Versuch es gleich noch einmal.",
  "Trying without an account is switched off here": "Ausprobieren ohne Konto ist hier abgeschaltet",
  "Wait a little before the next one. With an account there is no such wait.":
    "Warte etwas bis zur nächsten. Mit einem Konto musst du nicht warten.",
  "Wait {0} minutes before the next one. With an account there is no such wait.":
    "Warte {0} Minuten bis zur nächsten. Mit einem Konto musst du nicht warten.",
  "Wait {0} seconds before the next one. With an account there is no such wait.":
    "Warte {0} Sekunden bis zur nächsten. Mit einem Konto musst du nicht warten.",
  "You have tried several files in a short time": "Du hast in kurzer Zeit mehrere Dateien ausprobiert",
};

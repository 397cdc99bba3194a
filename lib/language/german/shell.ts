import type { Dictionary } from "@/lib/language/text";

/** The frame around every page, and the pages for when something is wrong. */
export const SHELL: Dictionary = {
  "Page not found": "Seite nicht gefunden",
  "The address may be wrong, the page was deleted, or the link to it has ended.":
    "Die Adresse ist vielleicht falsch, die Seite wurde gelöscht, oder der Link gilt nicht mehr.",
  "Open studio": "Studio öffnen",
  "Home page": "Startseite",
  Help: "Hilfe",
  Theme: "Farben",
  "this page": "diese Seite",
  Gallery: "Galerie",
  Dashboard: "Übersicht",
  Library: "Bibliothek",
  Collections: "Sammlungen",
  Search: "Suche",
  Galaxy: "Galaxie",
  Following: "Folge ich",
  Upload: "Hochladen",
  Settings: "Einstellungen",
  Studio: "Studio",
  Admin: "Admin",
  System: "System",
  "This server": "Dieser Server",
  Accounts: "Konten",
  Registration: "Registrierung",
  Reports: "Meldungen",
  Jobs: "Aufgaben",
  Storage: "Speicher",
  Flags: "Schalter",
  Limits: "Grenzen",
  Mail: "E-Mail",
  "Audit log": "Protokoll",
  Sidebar: "Seitenleiste",
  "Sign out": "Abmelden",
  "Sign in": "Anmelden",
  "Skip to content": "Zum Inhalt springen",
  "Account of {name}": "Konto von {name}",
  More: "Mehr",
  "What is measured": "Was gemessen wird",
  "Run your own": "Selbst betreiben",
  "What is stored": "Was gespeichert wird",
  "You are still signed in. The server did not answer: try again.":
    "Du bist noch angemeldet. Der Server hat nicht geantwortet: Versuch es noch einmal.",
  "The menu could not be loaded. Check your connection and try again.":
    "Das Menü konnte nicht geladen werden. Prüfe deine Verbindung und versuch es noch einmal.",
  "A part of the server did not answer. Your files and results are safe. Try again in a moment.":
    "Ein Teil des Servers hat nicht geantwortet. Deine Dateien und Ergebnisse sind sicher. Versuch es gleich noch einmal.",
  Reference: "Kennung",
  "This page could not be loaded": "Diese Seite konnte nicht geladen werden",
  "Try again": "Noch einmal versuchen",
  "Self-hosted audio analysis for people who make music: tempo, key, loudness and spectrum of every sample, each with its confidence.":
    "Audioanalyse auf dem eigenen Server für alle, die Musik machen: Tempo, Tonart, Lautheit und Spektrum jedes Samples, jeweils mit der Sicherheit der Messung.",
  Terms: "Nutzungsbedingungen",
  Privacy: "Datenschutz",
  "Announcement of this server": "Ankündigung dieses Servers",
  "Put the announcement away": "Ankündigung ausblenden",
  "Nothing is written here yet": "Hier steht noch nichts",
  "Whoever runs this server has not written this text. Ask them if you need it.":
    "Wer diesen Server betreibt, hat diesen Text noch nicht geschrieben. Frag dort nach, wenn du ihn brauchst.",
  "With an account you accept the <terms>terms</terms> of this server.":
    "Mit einem Konto stimmst du den <terms>Nutzungsbedingungen</terms> dieses Servers zu.",
  "Read <privacy>what happens to your data</privacy>.": "Lies, <privacy>was mit deinen Daten geschieht</privacy>.",
  "Your choice holds in this browser only": "Deine Wahl gilt nur in diesem Browser",
  "It could not be saved. Try again later.": "Sie konnte nicht gespeichert werden. Versuch es später noch einmal.",
  "(corrected)": "(korrigiert)",
  "Corrected by a person": "Von einem Menschen korrigiert",
  "(low confidence)": "(geringe Sicherheit)",
  "Low confidence": "Geringe Sicherheit",
  "(ungated)": "(ohne Gate)",
  "Ungated: shorter than 0.4 s": "Ohne Gate: kürzer als 0,4 s",
  Confidence: "Sicherheit",
  "Confidence {value}": "Sicherheit: {value}",
  "{percent}% high": "{percent} % hoch",
  "{percent}% fair": "{percent} % mittel",
  "{percent}% low": "{percent} % gering",
  "Help: {about}": "Hilfe: {about}",
  "More in the help": "Mehr in der Hilfe",
  "Neon night": "Neonnacht",
  "For dark rooms": "Für dunkle Räume",
  Daylight: "Tageslicht",
  "For bright rooms": "Für helle Räume",
  "High contrast": "Hoher Kontrast",
  "Strong letters and borders": "Kräftige Schrift und Ränder",
  "Same as this device": "Wie dieses Gerät",
  "Authentication code": "Bestätigungscode",
  "E-mail address": "E-Mail-Adresse",
  Password: "Passwort",
  "New password": "Neues Passwort",
  "At least {min} characters. A few random words are easy to remember.":
    "Mindestens {min} Zeichen. Ein paar zufällige Wörter sind leicht zu merken.",
  "Show password": "Passwort anzeigen",
  "From your authenticator app, or a recovery code.": "Aus deiner Authenticator-App, oder ein Wiederherstellungscode.",
  "The server did not answer. Check your connection and try again.":
    "Der Server hat nicht geantwortet. Prüfe deine Verbindung und versuch es noch einmal.",
  "You are signed out. Reload the page and sign in again.":
    "Du bist abgemeldet. Lade die Seite neu und melde dich wieder an.",
  "Your account is not allowed to do this. Reload the page.": "Dein Konto darf das nicht. Lade die Seite neu.",
  "This feature is turned off.": "Diese Funktion ist abgeschaltet.",
  "This no longer exists. Reload the page.": "Das gibt es nicht mehr. Lade die Seite neu.",
  "The server did not accept these values. Check them and try again.":
    "Der Server hat diese Angaben nicht angenommen. Prüfe sie und versuch es noch einmal.",
  "This was changed in the meantime. Reload the page and try again.":
    "Das wurde inzwischen geändert. Lade die Seite neu und versuch es noch einmal.",
  "Too many requests. Wait a minute, then try again.":
    "Zu viele Anfragen. Warte eine Minute und versuch es dann noch einmal.",
  "File storage is not available. Try again in a moment.":
    "Der Dateispeicher ist nicht erreichbar. Versuch es gleich noch einmal.",
  "The database is not available. Try again in a moment.":
    "Die Datenbank ist nicht erreichbar. Versuch es gleich noch einmal.",
  "The job executor is not available. Try again in a moment.":
    "Die Aufgabensteuerung ist nicht erreichbar. Versuch es gleich noch einmal.",
  "Something went wrong on the server. Try again in a moment.":
    "Auf dem Server ist etwas schiefgegangen. Versuch es gleich noch einmal.",
  "Saved.": "Gespeichert.",
  "Removed.": "Entfernt.",
  "You are offline": "Du bist offline",
  "SampleMind cannot be reached right now. Your library is safe on the server. Uploads that were interrupted go on where they stopped.":
    "SampleMind ist gerade nicht erreichbar. Deine Bibliothek ist auf dem Server sicher. Unterbrochene Uploads gehen dort weiter, wo sie aufgehört haben.",
  "Sounds that you played last": "Was du zuletzt gehört hast",
  "Public sounds that this browser kept. They play without a network.":
    "Öffentliche Sounds, die dieser Browser aufgehoben hat. Sie spielen auch ohne Netz.",
  "None is kept yet. Play something in the gallery while you are online, and it is here next time.":
    "Noch ist nichts aufgehoben. Spiel etwas in der Galerie, solange du online bist, dann ist es beim nächsten Mal hier.",
  "Turn on scripts to see them.": "Schalte Skripte ein, um sie zu sehen.",
  "A sound": "Ein Sound",
  "{title} by {artist}": "{title} von {artist}",
};

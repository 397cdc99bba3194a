import type { Dictionary } from "@/lib/language/text";

/** What admins decide for the whole server, and what it has kept of requests and actions. */
export const SITE: Dictionary = {
  // The installed application
  "Self-hosted audio analysis for people who make music.":
    "Audioanalyse auf dem eigenen Server, für alle, die Musik machen.",

  // Limits
  Limits: "Grenzen",
  "Failed sign-ins, and how many requests each account, API key and IP address makes.":
    "Fehlgeschlagene Anmeldungen, und wie viele Anfragen von jedem Konto, API-Schlüssel und jeder IP-Adresse kommen.",
  "Failed sign-ins": "Fehlgeschlagene Anmeldungen",
  "Counted for the account and for the IP address of each attempt.":
    "Gezählt für das Konto und für die IP-Adresse jedes Versuchs.",
  "No recent failed sign-ins.": "Keine fehlgeschlagenen Anmeldungen in letzter Zeit.",
  "Account or IP address": "Konto oder IP-Adresse",
  "[attempts] Failed": "Fehlversuche",
  "Last attempt": "Letzter Versuch",
  "Locked for {time}": "Gesperrt für {time}",
  "Not locked": "Nicht gesperrt",
  account: "Konto",
  "[failed sign ins] Clear": "Zurücksetzen",
  "Clear the failed sign-ins of {name}": "Fehlgeschlagene Anmeldungen von {name} zurücksetzen",
  "Requests this hour": "Anfragen in dieser Stunde",
  "Sorted by rejected requests.": "Nach abgelehnten Anfragen geordnet.",
  "No requests in the past hour.": "Keine Anfragen in der letzten Stunde.",
  Who: "Wer",
  "Kind of request": "Art der Anfrage",
  "This minute": "Diese Minute",
  "This hour": "Diese Stunde",
  Rejected: "Abgelehnt",
  "[counter] Resets": "Beginnt neu",
  "in {time}": "in {time}",

  // Audit log
  "Audit log": "Protokoll",
  "Who did what, when and from where. Entries are only added, never changed or removed. All times are in UTC.":
    "Wer was getan hat, wann und von wo. Einträge kommen nur dazu, keiner wird geändert oder entfernt. Alle Zeiten sind in UTC.",
  "Who: e-mail, ID or IP": "Wer: E-Mail, ID oder IP",
  Action: "Aktion",
  "Any action": "Jede Aktion",
  Target: "Ziel",
  "Target: e-mail or ID": "Ziel: E-Mail oder ID",
  When: "Wann",
  Changes: "Änderungen",
  "No entries": "Keine Einträge",
  "No entry matches these filters.": "Zu diesen Filtern passt kein Eintrag.",
  "JSON Lines": "JSON Lines",

  // This server
  "This server": "Dieser Server",
  "What it is called, what it says, and what strangers see of it.":
    "Wie er heißt, was er sagt und was Fremde von ihm sehen.",
  Name: "Name",
  "In the corner of each page, in titles, letters and feeds. Empty: {product}.":
    "In der Ecke jeder Seite, in Titeln, E-Mails und Feeds. Leer: {product}.",
  "Save name": "Name speichern",
  "The name was saved.": "Der Name wurde gespeichert.",
  Announcement: "Ankündigung",
  "On every page, until it ends or is removed.": "Auf jeder Seite, bis sie endet oder entfernt wird.",
  "Shown now. It ends {time}.": "Wird gerade gezeigt. Sie endet {time}.",
  "Shown now, until you remove it.": "Wird gerade gezeigt, bis du sie entfernst.",
  Remove: "Entfernen",
  Text: "Text",
  "At most {most} characters. Addresses become links. Each person can put it away.":
    "Höchstens {most} Zeichen. Adressen werden zu Links. Jede Person kann sie für sich ausblenden.",
  "Use at most {0} characters": "Höchstens {0} Zeichen",
  "How urgent": "Wie dringend",
  "Something to know": "Gut zu wissen",
  "Something to watch": "Bitte beachten",
  "Something is broken": "Etwas ist kaputt",
  "How long": "Wie lange",
  "Until I remove it": "Bis ich sie entferne",
  "For {count} hours": { one: "Für {count} Stunde", other: "Für {count} Stunden" },
  "For {count} days": { one: "Für {count} Tag", other: "Für {count} Tage" },
  "Choose one of the times": "Wähle eine der Zeiten",
  Announce: "Ankündigen",
  "The announcement is on every page.": "Die Ankündigung steht auf jeder Seite.",
  "The announcement was removed.": "Die Ankündigung wurde entfernt.",
  "What strangers may do": "Was Fremde dürfen",
  "Who has a feature can be narrowed under <flags>Flags</flags>.":
    "Wer eine Funktion bekommt, lässt sich unter <flags>Schalter</flags> einschränken.",
  "Turned on.": "Eingeschaltet.",
  "Turned off.": "Ausgeschaltet.",
  Texts: "Texte",
  "Linked at the foot of the public pages, and where people register.":
    "Verlinkt am Fuß der öffentlichen Seiten und bei der Registrierung.",
  Terms: "Nutzungsbedingungen",
  Privacy: "Datenschutz",
  "What people agree to who create an account. At /terms. Empty lines divide paragraphs, and addresses become links.":
    "Womit einverstanden ist, wer ein Konto anlegt. Unter /terms. Leere Zeilen trennen Absätze, und Adressen werden zu Links.",
  "What happens to people’s data on this server. At /privacy. Empty lines divide paragraphs, and addresses become links.":
    "Was auf diesem Server mit persönlichen Daten geschieht. Unter /privacy. Leere Zeilen trennen Absätze, und Adressen werden zu Links.",
  "Save terms": "Nutzungsbedingungen speichern",
  "Save privacy text": "Datenschutztext speichern",
  "The text was saved.": "Der Text wurde gespeichert.",
};

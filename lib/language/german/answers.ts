import type { Dictionary } from "@/lib/language/text";

/** What the API refuses, and what is left of quotas. */
export const ANSWERS: Dictionary = {
  "A person can have {0}. Delete one first.": "Jede Person kann {0} haben. Lösche zuerst eine.",
  "A saved view has this name already": "Eine gespeicherte Ansicht heißt schon so",
  "Background work cannot be started": "Arbeit im Hintergrund lässt sich nicht starten",
  "Delete samples you no longer need, or ask an admin for more.":
    "Lösche Samples, die du nicht mehr brauchst, oder bitte einen Admin um mehr.",
  "Delete samples you no longer need, or ask an admin for {more}.":
    "Lösche Samples, die du nicht mehr brauchst, oder bitte einen Admin um {more}.",
  "Deleted samples count for as long as they can be restored":
    "Gelöschte Samples zählen mit, solange du sie wiederherstellen kannst",
  "Not found": "Nicht gefunden",
  "Remaining: <values>{left}</values>.": "Übrig: <values>{left}</values>.",
  "Resets at midnight UTC, in {time}": "Beginnt um Mitternacht UTC neu, in {time}",
  "Sign in first": "Melde dich zuerst an",
  "Storage cannot be reached": "Der Speicher ist nicht erreichbar",
  "Take another name, or change the view that has it.":
    "Nimm einen anderen Namen oder ändere die Ansicht, die so heißt.",
  "The database cannot be reached": "Die Datenbank ist nicht erreichbar",
  "The request conflicts with the current state": "Das passt nicht mehr zum jetzigen Stand",
  "The request is not valid": "Diese Angaben sind nicht gültig",
  "There are too many saved views": "Es gibt zu viele gespeicherte Ansichten",
  "This feature is switched off": "Diese Funktion ist ausgeschaltet",
  "This file is {size}, and you have {left} of {allowed} left.":
    "Diese Datei hat {size}, und du hast noch {left} von {allowed} übrig.",
  "Too many requests": "Zu viele Anfragen",
  "Upload the rest tomorrow, or ask an admin for more.": "Lade den Rest morgen hoch oder bitte einen Admin um mehr.",
  "Upload the rest tomorrow, or ask an admin for {more}.":
    "Lade den Rest morgen hoch oder bitte einen Admin um {more}.",
  "Uploads today": "Uploads heute",
  "You have used all {count} uploads for today. The count resets at midnight UTC.":
    "Du hast heute alle {count} Uploads verbraucht. Um Mitternacht UTC geht es von vorn los.",
  "of {allowed}, {left} left": "von {allowed}, {left} übrig",
  "the {role} role: {what}": "die Rolle {role}: {what}",
  "unlimited uploads": "beliebig viele Uploads",
  "used, no limit": "verbraucht, ohne Grenze",
  "{count} uploads per day": { one: "{count} Upload pro Tag", other: "{count} Uploads pro Tag" },
  "{left} of {allowed} uploads today": "{left} von {allowed} Uploads heute",
  "{left} of {allowed}": "{left} von {allowed}",
  "{used} of {allowed} used": "{used} von {allowed} verbraucht",
};

import type { Dictionary } from "@/lib/language/text";

/** What admins answer to reports, and why something they ask for is refused. */
export const MODERATION: Dictionary = {
  Reports: "Meldungen",
  "What people think should not be public, and what owners answer. All reports of one thing are answered at once.":
    "Was nach Meinung anderer nicht öffentlich sein sollte, und was die Betroffenen antworten. Alle Meldungen zu einer Sache werden zusammen beantwortet.",
  "Answers of owners": "Antworten der Betroffenen",
  "To what was taken down, the oldest first.": "Auf Entferntes, die ältesten zuerst.",
  "Open reports": "Offene Meldungen",
  "The oldest first.": "Die ältesten zuerst.",
  "Nothing is reported.": "Nichts ist gemeldet.",
  "To the oldest": "Zu den ältesten",
  "Later reports": "Spätere Meldungen",
  "A comment on {title}": "Kommentar zu: {title}",
  "something that was taken back": "etwas Zurückgezogenes",
  "{reports} report, the first {ago}": "{reports} Meldung, die erste: {ago}",
  "{reports} reports, the first {ago}": "{reports} Meldungen, die erste: {ago}",
  "[owner] By": "Von",
  "By <author>{name}</author>": "Von <author>{name}</author>",
  "By <author>the author of the comment</author>": "Kommentiert von <author>diesem Konto</author>",
  "somebody without a public name": "jemandem ohne öffentlichen Namen",
  "Its author deleted it.": "Wer ihn schrieb, hat ihn gelöscht.",
  "What is wrong": "Was nicht stimmt",
  "What people say": "Was dazu gesagt wird",
  "“{text}”": "„{text}“",
  Dismiss: "Verwerfen",
  "Dismissed.": "Verworfen.",
  "Remove the comment": "Kommentar entfernen",
  "The comment is removed.": "Der Kommentar ist entfernt.",
  "Take down": "Entfernen",
  "It is taken down.": "Es ist entfernt.",
  "Taken down": "Entfernt",
  "This no longer exists.": "Das gibt es nicht mehr.",
  Why: "Warum",
  "Its owner reads this and can answer once. “{title}” is gone for everybody at once.":
    "Wem es gehört, liest das und kann einmal antworten. „{title}“ ist sofort für alle weg.",
  "Say why, for its owner": "Schreib, warum",
  "Their answer": "Antwort",
  "Show it again": "Wieder zeigen",
  "It is public again.": "Es ist wieder öffentlich.",
  "Leave it down": "Entfernt lassen",
  "It stays down. Its owner is told.": "Es bleibt entfernt. Wem es gehört, erfährt davon.",
  "Another admin has answered this. Reload the page.": "Ein anderer Admin hat das beantwortet. Lade die Seite neu.",

  "This address already has an open invitation. Withdraw it first.":
    "Für diese Adresse gibt es schon eine offene Einladung. Zieh sie zuerst zurück.",
  "This account is already scheduled for deletion.": "Dieses Konto ist schon zur Löschung vorgesehen.",
  "This is not possible for the demo account: its password is public.":
    "Mit dem Demokonto geht das nicht: Sein Passwort ist öffentlich.",
  "This address already has an account.": "Für diese Adresse gibt es schon ein Konto.",
  "This is the last admin. Make someone else an admin first.":
    "Das ist der letzte Admin. Gib zuerst jemand anderem die Rolle Admin.",
  "This account is scheduled for deletion. Cancel the deletion first.":
    "Dieses Konto ist zur Löschung vorgesehen. Brich zuerst die Löschung ab.",
  "Already set.": "Das ist schon so eingestellt.",
  "No mail server is configured. Set SMTP_URL.": "Es ist kein Mailserver eingerichtet. Setze SMTP_URL.",
  "There is no account with this e-mail address.": "Mit dieser E-Mail-Adresse gibt es kein Konto.",
  "This no longer exists. Reload the page.": "Das gibt es nicht mehr. Lade die Seite neu.",
  "This sample cannot be analysed again: its file is gone, or it was already retried.":
    "Dieses Sample lässt sich nicht noch einmal analysieren: Seine Datei ist weg, oder es wurde schon wiederholt.",
  "This analysis has already ended.": "Diese Analyse ist schon zu Ende.",
  "A link was created less than a minute ago and still works.":
    "Vor weniger als einer Minute wurde ein Link angelegt. Er gilt noch.",
  "The account is suspended, so a link would not work.": "Das Konto ist gesperrt, deshalb würde ein Link nicht gelten.",
  "You cannot do this to your own account.": "Mit deinem eigenen Konto geht das nicht.",
};

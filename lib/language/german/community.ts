import type { Dictionary } from "@/lib/language/text";

/** Reactions, comments, reports, notices and moderation. */
export const COMMUNITY: Dictionary = {
  // Reports, and answers to what was taken down
  "What is wrong?": "Was stimmt nicht?",
  "It belongs to somebody else": "Es gehört jemand anderem",
  "It is hateful, violent or abusive": "Es ist hasserfüllt, gewalttätig oder beleidigend",
  "It is not what it says": "Es ist nicht das, was es vorgibt zu sein",
  "It is advertising or spam": "Es ist Werbung oder Spam",
  "Something else": "Etwas anderes",
  "What should an admin know? (optional)": "Was sollte ein Admin wissen? (optional)",
  "Leave this empty": "Lass das leer",
  "Send the report": "Meldung senden",
  "Choose what is wrong": "Wähle, was nicht stimmt",
  "Thank you. An admin will look at it.": "Danke. Ein Admin sieht es sich an.",
  "Back to the sound": "Zurück zum Sound",
  "This is no longer public. There is nothing left to report.":
    "Das ist nicht mehr öffentlich. Es gibt nichts mehr zu melden.",
  "Many reports came from your network. Wait a few minutes, then send it again.":
    "Aus deinem Netzwerk kamen viele Meldungen. Warte ein paar Minuten und sende sie dann noch einmal.",
  "Say why it should be public again": "Schreib, warum es wieder öffentlich sein soll",
};

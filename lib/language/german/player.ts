import type { Dictionary } from "@/lib/language/text";

/** The player, keys of the keyboard, live updates. */
export const PLAYER: Dictionary = {
  "Connecting…": "Verbindet sich …",
  Live: "Live",
  "Reconnecting…": "Verbindet sich neu …",
  "Live updates are off": "Live-Meldungen sind aus",
  "Too many windows for live updates": "Zu viele Fenster für Live-Meldungen",
  "An admin has paused all analyses. Your uploads are stored and will be analysed as soon as they resume. Nothing is lost.":
    "Alle Analysen sind gerade angehalten. Deine Dateien sind gespeichert und werden analysiert, sobald es weitergeht. Nichts geht verloren.",
  "An admin has paused all analyses. {count} of your samples are waiting and will be analysed as soon as they resume. Nothing is lost.":
    {
      one: "Alle Analysen sind gerade angehalten. {count} deiner Samples wartet und wird analysiert, sobald es weitergeht. Nichts geht verloren.",
      other:
        "Alle Analysen sind gerade angehalten. {count} deiner Samples warten und werden analysiert, sobald es weitergeht. Nichts geht verloren.",
    },
};

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
};

import type { Dictionary } from "@/lib/language/text";

/** Refusals of collections, and what others have changed meanwhile. */
export const COLLECTION_ANSWERS: Dictionary = {
  "A collection can have {0} members and {1} links. Remove some first.":
    "Eine Sammlung kann {0} Mitglieder und {1} Links haben. Entferne zuerst einige.",
  "A receipt works for an hour, for whoever removed the samples. Add them again instead.":
    "Das geht eine Stunde lang, und nur, wenn du die Samples selbst entfernt hast. Füge sie stattdessen neu hinzu.",
  "A smart collection finds its samples by itself": "Eine smarte Sammlung findet ihre Samples selbst",
  "A smart collection finds its samples": "Eine smarte Sammlung findet ihre Samples",
  "An archive may hold {0} files. Select fewer, for example folder by folder.":
    "In ein Archiv passen {0} Dateien. Wähle weniger aus, zum Beispiel Ordner für Ordner.",
  "Ask the owner of the collection to let you add to it.":
    "Bitte um das Recht, Samples hinzuzufügen. Geben kann es, wem die Sammlung gehört.",
  "Collections are nested one level deep: one that has others in it cannot go into another.":
    "Sammlungen lassen sich nur eine Ebene tief verschachteln: Eine, in der schon andere liegen, passt nicht in eine weitere.",
  "Enter what to look for": "Gib ein, was gesucht werden soll",
  "Everybody may have {0} copies at once. Wait until one is done.":
    "Alle dürfen {0} Kopien zugleich haben. Warte, bis eine fertig ist.",
  "Everybody may have {0} at once. Wait until one is done.":
    "Alle dürfen {0} zugleich haben. Warte, bis einer fertig ist.",
  "It is already yours. Others can be asked by their address.":
    "Sie gehört dir schon. Andere kannst du mit ihrer Adresse einladen.",
  "It is now {value}.": "Jetzt steht dort {value}.",
  "It is shared with too many": "Sie ist mit zu vielen geteilt",
  "Make a collection of what it finds first.": "Mach zuerst eine Sammlung aus dem, was sie findet.",
  "None of these samples is in your library, or nothing is found any more.":
    "Keines dieser Samples ist in deiner Bibliothek, oder es wird nichts mehr gefunden.",
  "Nothing is selected": "Nichts ist ausgewählt",
  "Only for those who may add": "Nur für alle, die hinzufügen dürfen",
  "The collection cannot be put there": "Die Sammlung passt dort nicht hin",
  "The collection is your own": "Die Sammlung gehört dir",
  "The colour was changed after you": "Die Farbe wurde nach dir geändert",
  "The cover was changed after you": "Das Cover wurde nach dir geändert",
  "The description was changed after you": "Die Beschreibung wurde nach dir geändert",
  "The name was changed after you": "Der Name wurde nach dir geändert",
  "The place was changed after you": "Der Platz wurde nach dir geändert",
  "The removal can no longer be taken back": "Das Entfernen lässt sich nicht mehr rückgängig machen",
  "The search was changed after you": "Die Suche wurde nach dir geändert",
  "There are too many collections": "Es gibt zu viele Sammlungen",
  "These are too many files for one archive": "Das sind zu viele Dateien für ein Archiv",
  "Too many downloads are under way": "Es laufen zu viele Downloads",
  "You can have {0}, those in the trash included.": "Du kannst {0} haben, die im Papierkorb mitgezählt.",
  "{name} had changed the colour meanwhile": "{name} hatte inzwischen die Farbe geändert",
  "{name} had changed the cover meanwhile": "{name} hatte inzwischen das Cover geändert",
  "{name} had changed the description meanwhile": "{name} hatte inzwischen die Beschreibung geändert",
  "{name} had changed the name meanwhile": "{name} hatte inzwischen den Namen geändert",
  "{name} had changed the place meanwhile": "{name} hatte inzwischen den Platz geändert",
  "{name} had changed the search meanwhile": "{name} hatte inzwischen die Suche geändert",
  "{what} did not work": "{what}: Das hat nicht geklappt",
  "“nothing”": "„nichts“",
  "“{value}”": "„{value}“",
};

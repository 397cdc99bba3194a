import type { KeyScope } from "@/lib/api-keys/constants";
import { msg } from "@/lib/language/text";

/** What a program with a permission can do. */
const TEXTS: Readonly<Record<KeyScope, string>> = {
  "samples:upload": msg("Upload files, and make samples of slices"),
  "samples:read": msg("Read the library, analyses, tables and live events"),
  "samples:update": msg("Mark favourites, correct values, and change tags and slices"),
  "samples:delete": msg("Delete samples, restore them, and empty the trash"),
  "samples:download": msg("Listen to and download originals, copies and parts of them"),
  "batches:create": msg("Analyse many samples as one batch, and stop or retry it"),
  "imports:manage": msg("Import folders that are on the server"),
  "search:text": msg("Search the library and the gallery by words and filters, and read what is public"),
  "search:similarity": msg("Search by sound: what is similar, and what fits"),
  "collections:manage": msg("Read, change and share collections, and hear what others share in them"),
  "gallery:publish": msg("Show samples to everybody, take them back, and change the public page"),
};

export const scopeText = (scope: KeyScope): string => TEXTS[scope];

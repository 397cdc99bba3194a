import type { KeyScope } from "@/lib/api-keys/constants";

/** What a program with a permission can do. */
const TEXTS: Readonly<Record<KeyScope, string>> = {
  "samples:upload": "Upload files, and make samples of slices",
  "samples:read": "Read the library, analyses, tables and live events",
  "samples:update": "Mark favourites, correct values, and change tags and slices",
  "samples:delete": "Delete samples, restore them, and empty the trash",
  "samples:download": "Listen to and download originals, copies and parts of them",
  "batches:create": "Analyse many samples as one batch, and stop or retry it",
  "imports:manage": "Import folders that are on the server",
  "search:text": "Search the library and the gallery by words and filters, and read what is public",
  "search:similarity": "Search by sound: what is similar, and what fits",
  "collections:manage": "Read, change and share collections, and hear what others share in them",
  "gallery:publish": "Show samples to everybody, take them back, and change the public page",
};

export const scopeText = (scope: KeyScope): string => TEXTS[scope];

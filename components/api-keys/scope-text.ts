import type { KeyScope } from "@/lib/api-keys/constants";

/** What a program with a permission can do. */
const TEXTS: Readonly<Record<KeyScope, string>> = {
  "samples:upload": "Upload files",
  "samples:read": "Read the library, analyses and live events",
  "samples:update": "Mark favourites, correct values and change tags",
  "samples:delete": "Delete samples, restore them, and empty the trash",
  "samples:download": "Listen to and download originals",
  "batches:create": "Analyse many samples as one batch, and stop or retry it",
  "search:text": "Search the library by words and filters",
  "search:similarity": "Search by sound: what is similar, and what fits",
};

export const scopeText = (scope: KeyScope): string => TEXTS[scope];

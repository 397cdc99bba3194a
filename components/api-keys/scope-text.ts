import type { Permission } from "@/lib/identity/permissions";

/** What a program with a permission can do. */
const TEXTS: Readonly<Record<Permission, string>> = {
  "samples:upload": "Upload files",
  "samples:read": "Read the library, analyses and live events",
  "samples:update": "Mark samples as favourites",
  "samples:delete": "Delete samples, restore them, and empty the trash",
  "samples:download": "Listen to and download originals",
  "analysis:run": "Analyse samples again",
  "analysis:advanced": "Use advanced analysis",
  "batches:create": "Start batches",
  "search:text": "Search by text",
  "search:similarity": "Search by sound",
  "collections:manage": "Manage collections",
  "gallery:publish": "Publish to the gallery",
  "api:access": "Use the API",
  "webhooks:manage": "Manage webhooks",
  "releases:manage": "Manage releases",
  "users:manage": "Manage accounts",
  "flags:manage": "Turn features on and off",
  "system:observe": "View the system status",
};

export const scopeText = (scope: Permission): string => TEXTS[scope];

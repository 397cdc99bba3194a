import type { Permission } from "@/lib/identity/permissions";

/** What a program with the scope may do, in the owner's words. */
const TEXTS: Readonly<Record<Permission, string>> = {
  "samples:upload": "Upload files",
  "samples:read": "See the library, analyses and live events",
  "samples:update": "Correct results and tags",
  "samples:delete": "Delete and restore samples",
  "samples:download": "Listen to and download originals",
  "analysis:run": "Analyse again",
  "analysis:advanced": "Advanced analysis",
  "batches:create": "Start batches",
  "search:text": "Search by text",
  "search:similarity": "Search by sound",
  "collections:manage": "Manage collections",
  "gallery:publish": "Publish to the gallery",
  "api:access": "Use the API",
  "webhooks:manage": "Manage webhooks",
  "releases:manage": "Manage releases",
  "users:manage": "Manage people",
  "flags:manage": "Switch features",
  "system:observe": "Watch the system",
};

export const scopeText = (scope: Permission): string => TEXTS[scope];

import type { ErrorCode } from "@/lib/errors";

const NO_ANSWER = "The server did not answer. Check your connection and try again.";

const ERROR_TEXTS: Readonly<Record<ErrorCode, string>> = {
  unauthenticated: "You are signed out. Reload the page and sign in again.",
  forbidden: "Your account is not allowed to do this. Reload the page.",
  feature_off: "This feature is turned off.",
  not_found: "This no longer exists. Reload the page.",
  invalid_input: "The server did not accept these values. Check them and try again.",
  conflict: "This was changed in the meantime. Reload the page and try again.",
  rate_limited: "Too many requests. Wait a minute, then try again.",
  storage_unavailable: "File storage is not available. Try again in a moment.",
  database_unavailable: "The database is not available. Try again in a moment.",
  executor_unavailable: "The job executor is not available. Try again in a moment.",
  internal: "Something went wrong on the server. Try again in a moment.",
};

/** What a person is told when an action fails; no code means that no answer came. */
export const errorText = (code?: ErrorCode): string => (code && ERROR_TEXTS[code]) ?? NO_ANSWER;

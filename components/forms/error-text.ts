import type { ErrorCode } from "@/lib/errors";
import { msg } from "@/lib/language/text";

const NO_ANSWER = msg("The server did not answer. Check your connection and try again.");

const ERROR_TEXTS: Readonly<Record<ErrorCode, string>> = {
  unauthenticated: msg("You are signed out. Reload the page and sign in again."),
  forbidden: msg("Your account is not allowed to do this. Reload the page."),
  feature_off: msg("This feature is turned off."),
  not_found: msg("This no longer exists. Reload the page."),
  invalid_input: msg("The server did not accept these values. Check them and try again."),
  conflict: msg("This was changed in the meantime. Reload the page and try again."),
  rate_limited: msg("Too many requests. Wait a minute, then try again."),
  storage_unavailable: msg("File storage is not available. Try again in a moment."),
  database_unavailable: msg("The database is not available. Try again in a moment."),
  executor_unavailable: msg("The job executor is not available. Try again in a moment."),
  internal: msg("Something went wrong on the server. Try again in a moment."),
};

/** What a person is told when an action fails; no code means that no answer came. */
export const errorText = (code?: ErrorCode): string => (code && ERROR_TEXTS[code]) ?? NO_ANSWER;

import type { DeclaredError } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { ARCHIVE_FILES_MAX, COPIES_AT_ONCE, DOWNLOADS_AT_ONCE } from "@/lib/downloads/constants";
import { msg } from "@/lib/language/text";

export const TOO_MANY_DOWNLOADS = {
  status: 429,
  title: msg("Too many downloads are under way"),
  detail: msg`Everybody may have ${DOWNLOADS_AT_ONCE} at once. Wait until one is done.`,
  retryAfterSeconds: 30,
} satisfies DeclaredError;

export const TOO_MANY_COPIES = {
  ...TOO_MANY_DOWNLOADS,
  detail: msg`Everybody may have ${COPIES_AT_ONCE} copies at once. Wait until one is done.`,
  retryAfterSeconds: 5,
} satisfies DeclaredError;

export const ARCHIVE_ERRORS = {
  feature_off: FEATURE_OFF,
  too_many_downloads: TOO_MANY_DOWNLOADS,
  nothing_selected: {
    status: 422,
    title: msg("Nothing is selected"),
    detail: msg("None of these samples is in your library, or nothing is found any more."),
  },
  too_many_files: {
    status: 422,
    title: msg("These are too many files for one archive"),
    detail: msg`An archive may hold ${ARCHIVE_FILES_MAX} files. Select fewer, for example folder by folder.`,
  },
} satisfies Record<string, DeclaredError>;

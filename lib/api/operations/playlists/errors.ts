import type { DeclaredError } from "@/lib/api/http/operation";
import { msg } from "@/lib/language/text";
import { FILE_SAMPLES_MAX, PLAYLIST_SAMPLES_MAX, PLAYLISTS_MAX } from "@/lib/playlists/constants";

export const TOO_MANY_SAMPLES = {
  status: 409,
  title: msg("The set is too large"),
  detail: msg`At most ${PLAYLIST_SAMPLES_MAX} samples can be put in an order.`,
} satisfies DeclaredError;
export const TOO_MANY_IN_FILE = {
  status: 409,
  title: msg("The list is too long"),
  detail: msg`A file has at most ${FILE_SAMPLES_MAX} samples. Make smaller collections.`,
} satisfies DeclaredError;
export const TOO_MANY_PLAYLISTS = {
  status: 409,
  title: msg("There are too many playlists"),
  detail: msg`You can have ${PLAYLISTS_MAX}. Delete some first.`,
} satisfies DeclaredError;
export const CANNOT_RESTORE = {
  status: 404,
  title: msg("The playlist can no longer be put back"),
  detail: msg("A receipt works for an hour, for whoever deleted the playlist."),
} satisfies DeclaredError;

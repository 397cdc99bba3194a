import type { DeclaredError } from "@/lib/api/http/operation";
import { FILE_SAMPLES_MAX, PLAYLIST_SAMPLES_MAX, PLAYLISTS_MAX } from "@/lib/playlists/constants";

export const TOO_MANY_SAMPLES = {
  status: 409,
  title: "The set is too large",
  detail: `At most ${PLAYLIST_SAMPLES_MAX} samples can be put in an order.`,
} satisfies DeclaredError;
export const TOO_MANY_IN_FILE = {
  status: 409,
  title: "The list is too long",
  detail: `A file has at most ${FILE_SAMPLES_MAX} samples. Make smaller collections.`,
} satisfies DeclaredError;
export const TOO_MANY_PLAYLISTS = {
  status: 409,
  title: "There are too many playlists",
  detail: `You can have ${PLAYLISTS_MAX}. Delete some first.`,
} satisfies DeclaredError;
export const CANNOT_RESTORE = {
  status: 404,
  title: "The playlist can no longer be put back",
  detail: "A receipt works for an hour, for whoever deleted the playlist.",
} satisfies DeclaredError;

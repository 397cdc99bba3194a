import { z } from "zod";
import type { DeclaredError, DeclaredErrors } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { msg } from "@/lib/language/text";
import type { NotHeard } from "@/lib/similarity/query-sounds/mutations";

const CANNOT_BE_HEARD = {
  status: 422,
  title: msg("This cannot be heard"),
  members: z.object({
    /** What is wrong with the file, as samples say it. */
    failure: z.string(),
  }),
} satisfies DeclaredError;

/** Why a sound is not searched with. */
export const SOUND_ERRORS = {
  silent_sound: {
    status: 422,
    title: msg("There is no sound in it"),
    detail: msg("Silence is like nothing. Check the microphone, or choose another part."),
  },
  too_short_sound: {
    status: 422,
    title: msg("The sound is too short to compare"),
    detail: msg("Give at least 20 ms of sound. Silence at the ends does not count."),
  },
  too_large: {
    status: 413,
    title: msg("The file is too large to search with"),
    detail: msg("Send at most 16 MB: a minute is enough. A region can be taken from originals of up to 256 MB."),
  },
  busy: {
    status: 429,
    title: msg("Too many sounds are waiting to be heard"),
    detail: msg("Send it again when the others have been answered."),
    retryAfterSeconds: 2,
  },
  cannot_be_heard: CANNOT_BE_HEARD,
  feature_off: FEATURE_OFF,
} satisfies DeclaredErrors;

/** The refusal of a file, with the sentence that goes with it. */
export function fileRefusal({ code, message }: Extract<NotHeard, { reason: "cannot_be_heard" }>) {
  return { ok: false, reason: "cannot_be_heard", detail: message, members: { failure: code } } as const;
}

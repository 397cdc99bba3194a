import { msg } from "@/lib/language/text";
import type { TryoutProblem } from "./tried-sound";

interface Refusal {
  status: number;
  /** What happened. */
  title: string;
  /** What to do about it. */
  detail: string;
  retryAfterSeconds?: number;
}

/** Why a stranger's file is not measured. */
export const TRYOUT_REFUSALS = {
  forbidden: {
    status: 403,
    title: msg("The file was sent from another site"),
    detail: msg("Open this page itself and choose the file there."),
  },
  feature_off: {
    status: 403,
    title: msg("Trying without an account is switched off here"),
    detail: msg("Sign in or create an account to have files measured."),
  },
  busy: {
    status: 429,
    title: msg("Other files are being measured right now"),
    detail: msg("Try again in a moment."),
    retryAfterSeconds: 5,
  },
  rate_limited: {
    status: 429,
    title: msg("You have tried several files in a short time"),
    detail: msg("Wait a little before the next one. With an account there is no such wait."),
  },
  too_many_in_all: {
    status: 429,
    title: msg("Many visitors are trying files right now"),
    detail: msg("Come back later. With an account there is no such wait."),
  },
  too_large: {
    status: 413,
    title: msg("The file is larger than 20 MB"),
    detail: msg("Choose a shorter one, or an MP3 or FLAC of it. With an account, files may be larger."),
  },
  too_long: {
    status: 422,
    title: msg("The recording is longer than ten minutes"),
    detail: msg("Choose a shorter one. With an account, recordings may be longer."),
  },
  silent: {
    status: 422,
    title: msg("There is only silence in this file"),
    detail: msg("Choose another, or check what was exported."),
  },
  cannot_be_measured: {
    status: 422,
    title: msg("This file cannot be measured"),
    detail: msg("Choose another file."),
  },
  too_slow: {
    status: 408,
    title: msg("It took longer than a minute"),
    detail: msg("The file has been deleted. Try a smaller one, or again when the line is quicker."),
  },
  cancelled: {
    status: 400,
    title: msg("The upload ended before the file was complete"),
    detail: msg("Send it again."),
  },
  database_unavailable: { status: 503, title: msg("The server is not ready"), detail: msg("Try again in a moment.") },
  internal: {
    status: 500,
    title: msg("Something went wrong on our side"),
    detail: msg("Nothing was kept. Try again."),
  },
} as const satisfies Record<string, Refusal>;
export type TryoutRefusalCode = keyof typeof TRYOUT_REFUSALS;

/** Ends a tryout. What it says instead of the usual sentences is of this very file. */
export class TryoutRefused extends Error {
  override readonly name = "TryoutRefused";

  constructor(
    readonly code: TryoutRefusalCode,
    readonly own: { detail?: string; failure?: string; retryAfterSeconds?: number } = {},
  ) {
    super(code);
  }

  get problem(): TryoutProblem {
    return { ...TRYOUT_REFUSALS[this.code], code: this.code, ...this.own };
  }
}

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
    title: "The file was sent from another site",
    detail: "Open this page itself and choose the file there.",
  },
  feature_off: {
    status: 403,
    title: "Trying without an account is switched off here",
    detail: "Sign in or create an account to have files measured.",
  },
  busy: {
    status: 429,
    title: "Other files are being measured right now",
    detail: "Try again in a moment.",
    retryAfterSeconds: 5,
  },
  rate_limited: {
    status: 429,
    title: "You have tried several files in a short time",
    detail: "Wait a little before the next one. With an account there is no such wait.",
  },
  too_many_in_all: {
    status: 429,
    title: "Many visitors are trying files right now",
    detail: "Come back later. With an account there is no such wait.",
  },
  too_large: {
    status: 413,
    title: "The file is larger than 20 MB",
    detail: "Choose a shorter one, or an MP3 or FLAC of it. With an account, files may be larger.",
  },
  too_long: {
    status: 422,
    title: "The recording is longer than ten minutes",
    detail: "Choose a shorter one. With an account, recordings may be longer.",
  },
  silent: {
    status: 422,
    title: "There is only silence in this file",
    detail: "Choose another, or check what was exported.",
  },
  cannot_be_measured: {
    status: 422,
    title: "This file cannot be measured",
    detail: "Choose another file.",
  },
  too_slow: {
    status: 408,
    title: "It took longer than a minute",
    detail: "The file has been deleted. Try a smaller one, or again when the line is quicker.",
  },
  cancelled: { status: 400, title: "The upload ended before the file was complete", detail: "Send it again." },
  database_unavailable: { status: 503, title: "The server is not ready", detail: "Try again in a moment." },
  internal: { status: 500, title: "Something went wrong on our side", detail: "Nothing was kept. Try again." },
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

import type { DeclaredError } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";

/** How cutting a part out of a sample is refused. */
export const CUT_ERRORS = {
  not_found: NOT_FOUND,
  feature_off: FEATURE_OFF,
  no_original: {
    status: 409,
    title: "The original is not there any more",
    detail: "A part of a sample is cut from its original. Upload the file again.",
  },
  behind_the_end: { status: 422, title: "The sample ends before this part", detail: "Choose an earlier start." },
  no_beats: {
    status: 422,
    title: "No beats were found in this sample",
    detail: "Cut at zero crossings instead, or exactly where you marked.",
  },
  too_large: {
    status: 422,
    title: "This is too large to be cut",
    detail: "Parts are cut from originals up to 1 GB, and may have 1 GB themselves. Download the original instead.",
  },
  cannot_be_cut: { status: 422, title: "This part cannot be cut" },
  busy: {
    status: 429,
    title: "Other parts are being cut",
    detail: "Try again in a moment.",
    retryAfterSeconds: 5,
  },
} satisfies Record<string, DeclaredError>;

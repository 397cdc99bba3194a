import { INVALID_CURSOR } from "@/lib/api/http/cursor";
import type { DeclaredError } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import type { SearchRefusal } from "@/lib/search/schema";

export const NOT_ANALYSED = {
  status: 409,
  title: "The sample has not been analysed",
  detail: "Wait until its analysis is done. If it failed, try it again.",
} satisfies DeclaredError;

/** How a search can refuse. */
export const SEARCH_ERRORS = {
  invalid_cursor: INVALID_CURSOR,
  no_such_sample: { status: 404, title: "One of the examples is not there" },
  not_analysed: NOT_ANALYSED,
  no_such_sound: { status: 404, title: "The sound is not there", detail: "Sounds to search with are kept for a day." },
  feature_off: FEATURE_OFF,
} as const satisfies Record<SearchRefusal | "feature_off", DeclaredError>;

import type { DeclaredError } from "./operation";

/** What is not there, or is somebody else's. */
export const NOT_FOUND = { status: 404, title: "Not found" } satisfies DeclaredError;
/** For everybody, or for this person. */
export const FEATURE_OFF = { status: 403, title: "This feature is switched off" } satisfies DeclaredError;
/** What was public. */
export const GONE = {
  status: 410,
  title: "This is no longer public",
  detail: "It was here, and its artist has taken it back, or it had to go.",
} satisfies DeclaredError;

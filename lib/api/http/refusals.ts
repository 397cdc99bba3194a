import type { DeclaredError } from "./operation";

/** What is not there, or is somebody else's. */
export const NOT_FOUND = { status: 404, title: "Not found" } satisfies DeclaredError;
/** For everybody, or for this person. */
export const FEATURE_OFF = { status: 403, title: "This feature is switched off" } satisfies DeclaredError;

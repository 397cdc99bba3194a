import type { IncomingMessage } from "node:http";

/** Answers that are the same for everybody who is not known: they show what everybody may see, and count nothing. */
const SHARED_PATHS: ReadonlySet<string> = new Set(["/", "/sign-in", "/gallery", "/api/health"]);
/** What makes another answer of the same address: parts of a page, actions, and what a browser thinks it may need. */
const OTHER_ANSWERS = [
  "rsc",
  "next-action",
  "next-router-prefetch",
  "next-router-state-tree",
  "range",
  "authorization",
];

/**
 * Whether a stranger asks for what all strangers get alike. Their cookies must have been reduced to those that
 * the application reads (`knownCookies`): whoever has one of them is no stranger.
 */
export function isShareable({
  method,
  url = "",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): boolean {
  const isPage = (method === "GET" || method === "HEAD") && SHARED_PATHS.has(url) && headers.cookie === undefined;
  return isPage && OTHER_ANSWERS.every((name) => headers[name] === undefined);
}

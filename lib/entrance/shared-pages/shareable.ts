import type { IncomingMessage } from "node:http";

type Asked = Pick<IncomingMessage, "method" | "url" | "headers">;

/** Answers that are the same for everybody who is not known: they show what everybody may see, and count nothing. */
const MOMENTARY_PATHS: ReadonlySet<string> = new Set(["/", "/sign-in", "/gallery", "/api/health"]);
/** What a question consists of. Nobody asks at greater length by the page's own form. */
const QUESTION_PARTS: ReadonlySet<string> = new Set(["q", "after"]);
const ADDRESS_CHARACTERS_MAX = 1000;
/** What makes another answer of the same address: parts of a page, actions, and what a browser thinks it may need. */
const OTHER_ANSWERS = [
  "rsc",
  "next-action",
  "next-router-prefetch",
  "next-router-state-tree",
  "range",
  "authorization",
];

/** For each path whose pages answer questions: the revision that the page of a question has now. */
export type Revisions = ReadonlyMap<string, (asked: URLSearchParams) => Promise<string>>;

export interface Sharing {
  /** Until it is another one, the page holds. Null for what is kept for a moment, whatever changes. */
  revisionNow: (() => Promise<string>) | null;
}

/**
 * How a stranger gets what all strangers get alike; null if they ask for something else. Their cookies must have been
 * reduced to those that the application reads (`knownCookies`): whoever has one of them is no stranger.
 */
export function sharingOf({ method, url = "", headers }: Asked, revisions: Revisions): Sharing | null {
  if ((method !== "GET" && method !== "HEAD") || headers.cookie !== undefined) return null;
  if (OTHER_ANSWERS.some((name) => headers[name] !== undefined)) return null;
  if (MOMENTARY_PATHS.has(url)) return { revisionNow: null };
  const [path = "", question] = url.split("?", 2);
  const revisionOf = revisions.get(path);
  if (!revisionOf || question === undefined || url.length > ADDRESS_CHARACTERS_MAX) return null;
  const asked = new URLSearchParams(question);
  const names = [...asked.keys()];
  const isQuestion = names.every((name, at) => QUESTION_PARTS.has(name) && names.indexOf(name) === at);
  return isQuestion ? { revisionNow: () => revisionOf(asked) } : null;
}

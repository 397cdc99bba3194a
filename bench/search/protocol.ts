import type { LegName } from "./targets";

/** Whose library is asked, as the tables name it. */
export interface AskedOwner {
  id: string;
  size: number;
}

export interface Plan {
  owners: AskedOwner[];
  legs: readonly LegName[];
  /** Questions of each leg to each owner. */
  questions: number;
  /** How often each is asked alone, of which the fastest counts. More than once only where other work disturbs. */
  repeats: number;
  clients: number;
  seed: number;
}

export interface Answer {
  sort: string;
  text: string;
  ms: number;
  /** Processor time of everybody who worked on it. Other questions were not asked meanwhile. */
  workMs: number;
}

export interface Timing {
  leg: LegName;
  ownerSize: number;
  answers: Answer[];
}

export interface Recall {
  ownerSize: number;
  questions: number;
  /** Of the ten best, how many were found; the mean over the questions. */
  recallAt10: number;
  /** Questions whose answer has fewer rows than there are, of those asked for. */
  tooFew: number;
  /** Who answered. */
  source: string;
}

export interface Baseline {
  /** A question to the database that reads nothing, p50 and p95. */
  selectOneMs: [number, number];
  /** A fixed calculation, p50 and p95: 1.0 on an idle machine of today takes about as many milliseconds. */
  loopMs: [number, number];
  load: number;
}

export interface Measured {
  baseline: Baseline;
  alone: Timing[];
  together: Timing[];
  /** Event loop of the application while eight clients ask, p50, p99 and most. */
  loopDelayMs: [number, number, number];
  recall: Recall[];
  /** From the commit of a new analysed sample until words and sounds find it. */
  findableMs: { words: number; sound: number }[];
  index: { rows: number; indexBytes: number; processBytes: number; readySeconds: number } | null;
}

export type ApplicationRequest = { type: "measure"; plan: Plan };
export type ApplicationReply = { type: "ready" } | { type: "measured"; measured: Measured };

export interface ApplicationRequest {
  owner: { id: string; size: number };
}

export interface AnswerFigures {
  points: number;
  /** The whole job: reads the sounds, lays out in a process of its own, writes the places. */
  jobSeconds: number;
  bytes: number;
  /** Middle and slowest of some, in this process with its database: all points, labels, a path of 16. */
  pointsMs: [number, number];
  labelsMs: [number, number];
  pathMs: [number, number];
  regions: string[];
}

export type ApplicationReply = { type: "ready" } | { type: "measured"; figures: AnswerFigures };

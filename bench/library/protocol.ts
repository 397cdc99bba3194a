import type { SectionReport } from "./section";

export interface Plan {
  owner: { id: string; size: number };
  /** Of the owner of the tables. */
  databaseUrl: string;
  /** Names of sections. Null for all. */
  sections: readonly string[] | null;
}

export interface Measured {
  load: number;
  sections: { name: string; title: string; report: SectionReport }[];
}

export type ApplicationRequest = { type: "measure"; plan: Plan };
export type ApplicationReply = { type: "ready" } | { type: "measured"; measured: Measured };

import { z } from "zod";
import type { KeyLike } from "@/lib/music/keys";

/** What a sound does in a piece. A mix may do several at once, a texture none. */
export const ROLES = ["drums", "bass", "harmony", "lead"] as const;
export type Role = (typeof ROLES)[number];
/** How certainly it does each, 0–1. */
export type Roles = Record<Role, number>;

/** What decides with what a sound fits. Null is unknown or does not apply, as the key of drums. */
export interface FitFacts {
  kind: "one-shot" | "loop" | "track" | null;
  seconds: number;
  bpm: number | null;
  /** 0–1, of the tempo. 1 where a person said it. */
  bpmConfidence: number;
  key: KeyLike | null;
  keyConfidence: number;
  beatsPerBar: number | null;
  /** Whole bars that it is long. */
  loopBars: number | null;
  roles: Roles;
  /** Shares of its loudness in the bands of `BAND_EDGES_HZ`, which sum to 1. */
  bands: readonly number[] | null;
}

export const FIT_PARTS = ["key", "tempo", "role", "room", "form"] as const;
export type FitPart = (typeof FIT_PARTS)[number];

export interface FitReason {
  part: FitPart;
  /** 0–1: how well they fit in this respect. */
  score: number;
  /** One line, as a musician would say it. */
  text: string;
}

/** How well a candidate goes with a sound, and what to do to it. */
export interface Fit {
  /** 0–1. */
  score: number;
  /** By how many semitones the candidate is to be moved, −2 … 2. */
  transposeSemitones: number;
  /** By how many per cent the candidate is to be played faster, or slower where negative. 0 without a tempo. */
  stretchPercent: number;
  /** The best first. */
  reasons: FitReason[];
}

export const fitOptionsSchema = z.object({
  /** Only what passes these filters: `type:loop -tag:vocal`. */
  query: z.string().max(1000).default(""),
  /** Only what does this in a piece. */
  role: z.enum(ROLES).optional(),
  /** The furthest a candidate may be moved. 0 for those that fit as they are. */
  transpose: z.number().int().min(0).max(2).default(2),
  limit: z.number().int().min(1).max(100).default(20),
});
export type FitOptions = z.input<typeof fitOptionsSchema>;

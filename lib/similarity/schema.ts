import { VECTOR_PARTS } from "@/lib/search-documents/vector-parts";
import type { Filter } from "@/lib/search-query/filter";

/** The parts of a sound's vector, in the order in which they are stored. */
export const ASPECTS = ["timbre", "rhythm", "harmony"] as const;
export type Aspect = (typeof ASPECTS)[number];

export const ASPECT_DIMENSIONS: Record<Aspect, number> = VECTOR_PARTS;
export const VECTOR_DIMENSIONS = 96;

/** How much each aspect counts, 0 or more. Only their ratios matter; not all may be 0. */
export type AspectWeights = Record<Aspect, number>;
export const EVEN_WEIGHTS: AspectWeights = { timbre: 1, rhythm: 1, harmony: 1 };

/** One question to the index, about the samples of one owner. */
export interface SoundQuestion {
  /** 96 numbers, each aspect of length 1. For several examples: their weighted sum, each aspect brought to length 1. */
  vector: Float32Array;
  weights: AspectWeights;
  filters: readonly Filter[];
  /** At most this many hits. */
  limit: number;
  /** 0–1. Hits below it are left out. */
  minSimilarity: number;
  /** Samples that must not be among the hits, such as the one that was asked about. */
  except: readonly string[];
}

export interface SoundHit {
  sampleId: string;
  /** 0–1: the weighted mean of the aspects' cosines, negative ones as 0. */
  similarity: number;
  /** Cosines of −1 to 1. */
  aspects: Record<Aspect, number>;
}

export interface SoundAnswer {
  /** The most similar first; of equally similar ones, the smaller id. */
  hits: SoundHit[];
  /** False if a better hit may have been missed. */
  isExact: boolean;
  /** Who answered: the index in memory, an extension of the database, or a comparison with every row. */
  source: "memory" | "pgvector" | "rows";
}

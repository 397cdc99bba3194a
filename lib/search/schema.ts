import { z } from "zod";
import type { SampleRow } from "@/lib/samples/schema";
import type { QueryProblem, Span } from "@/lib/search-query/filter";
import { rawVectorSchema } from "@/lib/similarity/query-sounds/schema";
import { type Aspect, EVEN_WEIGHTS, type SoundAnswer } from "@/lib/similarity/schema";
import {
  BATCH_MAX,
  CURSOR_CHARACTERS_MAX,
  EXAMPLES_MAX,
  QUERY_CHARACTERS_MAX,
  SEARCH_ROWS,
  SEARCH_ROWS_MAX,
} from "./constants";
import type { WordField } from "./words/schema";

/**
 * The legs of a search. `words`: what is written about a sample. `sound`: what it sounds like. `meaning`: how well its
 * sound fits the words, which needs the CLAP plug-in.
 */
export const LEGS = ["words", "sound", "meaning"] as const;
export type Leg = (typeof LEGS)[number];

/** With a minus: the largest first. Samples without the value come last either way. */
export const SORTS = [
  "relevance",
  "name",
  "-name",
  "addedAt",
  "-addedAt",
  "bpm",
  "-bpm",
  "key",
  "-key",
  "seconds",
  "-seconds",
  "lufs",
  "-lufs",
  "sizeBytes",
  "-sizeBytes",
  "year",
  "-year",
  "rating",
  "-rating",
] as const;
export type Sort = (typeof SORTS)[number];

const weight = z.number().min(0).max(100);
/** With less, sums of weights are no numbers that can be divided by. */
const LEAST_WEIGHT = 1e-6;
const someWeight = (weights: Record<string, number>) => Object.values(weights).some((value) => value >= LEAST_WEIGHT);
const NO_WEIGHT = "At least one weight must be 0.000001 or more";

/** How much each aspect of a sound counts. Only the ratios matter. */
const aspectWeightsSchema = z
  .object({ timbre: weight.default(1), rhythm: weight.default(1), harmony: weight.default(1) })
  .refine(someWeight, NO_WEIGHT);

const EVEN_LEGS: Record<Leg, number> = { words: 1, sound: 1, meaning: 1 };

/** How much each leg counts where several are asked. A leg with the weight 0 is not asked. */
const legWeightsSchema = z
  .object({ words: weight.default(1), sound: weight.default(1), meaning: weight.default(1) })
  .refine(someWeight, NO_WEIGHT)
  .default(EVEN_LEGS);

/** As the database writes it, whose answers are found by it. */
const sampleId = z.uuid().toLowerCase();
const share = z.number().min(0).max(1);
/** A query as it is typed. */
export const queryText = z.string().max(QUERY_CHARACTERS_MAX, `At most ${QUERY_CHARACTERS_MAX} characters`);
const examples = z.array(sampleId).max(EXAMPLES_MAX).default([]);
const limit = z.number().int().min(1).max(SEARCH_ROWS_MAX).default(SEARCH_ROWS);

/** As numbers, so that what was parsed once can be parsed again. */
const rawVector = z
  .array(z.number())
  .refine(
    (values) => rawVectorSchema.safeParse(values).success,
    "Give 96 numbers: timbre 40, rhythm 32, harmony 24, none of them all zeros.",
  );

/** One search. Without a query, an example, a sound and a vector it lists the whole library. */
export const searchInputSchema = z
  .object({
    /** Words and filters as they are typed: `kick bpm:120-126 -tag:clap`. */
    query: queryText.default(""),
    /** Samples that the hits sound like. They are no hits themselves. */
    like: examples,
    /** Samples that the hits do not sound like. */
    unlike: examples,
    /** A sound that was uploaded or recorded to search with. */
    querySoundId: z.uuid().optional(),
    /** A vector as the engine makes them: 40 numbers for timbre, 32 for rhythm, 24 for harmony. */
    vector: rawVector.optional(),
    /** How much each aspect counts; else as is usual for the kind of sound. */
    aspects: aspectWeightsSchema.optional(),
    legs: legWeightsSchema,
    /** Hits that sound less alike are left out, whatever words they have. Means nothing without a sound. */
    minSimilarity: share.default(0),
    /** At most this many hits of one folder. */
    perFolder: z.number().int().min(1).max(SEARCH_ROWS_MAX).optional(),
    /** Whether copies of the same recording are one hit. */
    collapse: z.boolean().default(true),
    sort: z.enum(SORTS).default("relevance"),
    limit,
    cursor: z.string().max(CURSOR_CHARACTERS_MAX).optional(),
  })
  .refine(
    ({ like, unlike, querySoundId, vector }) =>
      unlike.length === 0 || like.length > 0 || querySoundId !== undefined || vector !== undefined,
    {
      path: ["unlike"],
      message: "Say what the hits are to sound like, not only what they are not.",
    },
  );
export type SearchInput = z.input<typeof searchInputSchema>;
export type Search = z.output<typeof searchInputSchema>;

/** What sounds like each of several samples, with the same wishes for all. */
export const similarBatchSchema = z.object({
  ids: z.array(sampleId).min(1).max(BATCH_MAX),
  query: queryText.default(""),
  aspects: aspectWeightsSchema.default(EVEN_WEIGHTS),
  minSimilarity: share.default(0),
  limit: z.number().int().min(1).max(SEARCH_ROWS_MAX).default(10),
});
export type SimilarBatch = z.output<typeof similarBatchSchema>;

/** Why a hit is there, leg by leg. Null where nothing was asked of a leg, or where it says nothing of the hit. */
export interface SearchExplanation {
  words: { rank: number; matched: { word: string; fields: WordField[] }[] } | null;
  /** Its place is null if it is a hit of other legs and further down in this one. */
  sound: { rank: number | null; similarity: number; aspects: Record<Aspect, number> } | null;
  meaning: { rank: number; similarity: number } | null;
  /** The filters that it passed, as they were typed. */
  filters: string[];
}

export interface SearchHit {
  sample: SampleRow;
  /** 0–1. 1 = first in every leg. Null in a sorted list, which has no best hit. */
  score: number | null;
  /** From here on, hits match only a little. Once true, it is true for all that follow. */
  isWeak: boolean;
  explanation: SearchExplanation;
  /** Other copies of the same recording that would also be hits. */
  copies: string[];
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** Where the next page begins. Null on the last. */
  nextCursor: string | null;
  /** What is wrong with the query. The rest of it counted. */
  problems: QueryProblem[];
  /** Set if nothing was found because of one filter: without it there would be hits. */
  emptyFilter: { text: string; span: Span } | null;
  /** Set if nothing had the words as typed: the words that were searched instead. */
  corrected: string | null;
  /** False if a better hit may have been missed. */
  isExact: boolean;
  /** Who compared the sounds. Null if none were compared. */
  source: SoundAnswer["source"] | null;
  /** Hits so far that were left out because their folder already had `perFolder` of them. */
  leftOut: number;
}

/** Why a search could not be done at all. */
export type SearchRefusal =
  /** The cursor is of another search, sort or person. */
  | "invalid_cursor"
  /** One of the examples is not there, or not the person's. */
  | "no_such_sample"
  /** One of the examples has not been analysed, so that it cannot be compared. */
  | "not_analysed"
  /** The sound to search with is not there any more, or not the person's. */
  | "no_such_sound";

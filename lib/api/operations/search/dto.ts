import { z } from "zod";
import { sampleDto, toSampleDto } from "@/lib/api/operations/samples/dto";
import type { SearchAnswer, SearchHit } from "@/lib/search/schema";
import type { SimilarHit } from "@/lib/search/similar";
import { WORD_FIELDS } from "@/lib/search/words/schema";
import type { FoundFit } from "@/lib/similarity/fits/data";
import { FIT_PARTS } from "@/lib/similarity/fits/schema";

const share = z.number().min(0).max(1);
const cosine = z.number().min(-1.0001).max(1.0001);
const aspectsDto = z.object({ timbre: cosine, rhythm: cosine, harmony: cosine });
const spanDto = z.object({ start: z.number().int(), end: z.number().int() });

/** What is wrong with a query, and where: positions of UTF-16 code units. The rest of it counted. */
export const problemDto = z.object({ span: spanDto, message: z.string() });

/** Why a hit is there, leg by leg; null where a leg has nothing to say. */
const explanationDto = z.object({
  words: z
    .object({
      rank: z.number().int().positive(),
      matched: z.array(z.object({ word: z.string(), fields: z.array(z.enum(WORD_FIELDS)) })),
    })
    .nullable(),
  /** The place is null where the hit is one of other legs. */
  sound: z.object({ rank: z.number().int().positive().nullable(), similarity: share, aspects: aspectsDto }).nullable(),
  /** How its sound fits the words, by the CLAP plug-in: a cosine. */
  meaning: z.object({ rank: z.number().int().positive(), similarity: cosine }).nullable(),
  /** The filters that it passed, as they were typed. */
  filters: z.array(z.string()),
});

const hitDto = z.object({
  sample: sampleDto,
  /** 1 = first in every leg; null in a sorted list. */
  score: share.nullable(),
  /** From here on, hits match only a little. */
  isWeak: z.boolean(),
  explanation: explanationDto,
  /** Other copies of the same recording that would also be hits. */
  copies: z.array(z.uuid()),
});

export const searchDto = z.object({
  hits: z.array(hitDto),
  nextCursor: z.string().nullable(),
  problems: z.array(problemDto),
  /** Set if nothing was found because of one filter. */
  emptyFilter: z.object({ text: z.string(), span: spanDto }).nullable(),
  /** The words that were searched instead, where nothing has those that were typed. */
  corrected: z.string().nullable(),
  /** False if a better hit may have been missed. */
  isExact: z.boolean(),
  /** Who compared the sounds. */
  source: z.enum(["memory", "pgvector", "rows"]).nullable(),
  /** Hits that were left out because their folder already had `perFolder` of them. */
  leftOut: z.number().int().nonnegative(),
});

export function toSearchDto({ hits, ...answer }: SearchAnswer): z.infer<typeof searchDto> {
  return { ...answer, hits: hits.map(toHitDto) };
}

const toHitDto = ({ sample, ...hit }: SearchHit) => ({ ...hit, sample: toSampleDto(sample) });

const similarHitDto = z.object({ sample: sampleDto, similarity: share, aspects: aspectsDto });
export const similarBatchDto = z.object({
  results: z.array(
    z.object({
      id: z.uuid(),
      hits: z.array(similarHitDto),
      problem: z.enum(["not_found", "not_analysed"]).nullable(),
    }),
  ),
  problems: z.array(problemDto),
});

export const toSimilarHitDto = ({ sample, similarity, aspects }: SimilarHit) => ({
  sample: toSampleDto(sample),
  similarity,
  aspects,
});

const fitDto = z.object({
  sample: sampleDto,
  score: share,
  /** By how many semitones it is to be moved, −2 … 2. */
  transposeSemitones: z.number().int(),
  /** By how many per cent it is to be played faster, or slower where negative. */
  stretchPercent: z.number(),
  reasons: z.array(z.object({ part: z.enum(FIT_PARTS), score: share, text: z.string() })),
});

export const fitsDto = z.object({
  fits: z.array(fitDto),
  /** Samples whose tempo and key were looked at. */
  considered: z.number().int().nonnegative(),
  isExact: z.boolean(),
  problems: z.array(problemDto),
});

export const toFitDto = ({ sample, ...fit }: FoundFit) => ({ ...fit, sample: toSampleDto(sample) });

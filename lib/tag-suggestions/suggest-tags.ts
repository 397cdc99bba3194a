import { GENRES } from "@/lib/analysis/record/values/genres";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { MOODS } from "@/lib/analysis/record/values/moods";
import { LEAST_SIMILARITY, SUGGESTED_FROM, SUGGESTIONS_MAX, type TagKind } from "./constants";

/** The tags of one sample of the library, and what its owner has said about tags. */
export interface TaggedSample {
  sampleId: string;
  /** What counts, own tags included. */
  tags: ReadonlySet<string>;
  /** Given or accepted by the owner. */
  own: ReadonlySet<string>;
  /** Suggested and refused, or measured and taken off. */
  refused: ReadonlySet<string>;
}

/** A similar sample. `similarity`: 0–1, with the weights of the kind of tag that is asked for. */
export interface Neighbour extends TaggedSample {
  similarity: number;
}

/** How many samples of the library there are, and what is known of them. */
export interface LibraryCounts {
  samples: number;
  /** Samples with a tag of their owner's. */
  tagged: number;
  /** By tag: samples for which it counts. */
  withTag: ReadonlyMap<string, number>;
}

export interface TagSuggestion {
  tag: string;
  kind: TagKind;
  /** 0–1: how often a suggestion like this is right. */
  confidence: number;
  /** The most similar samples that have the tag, at most three. */
  because: string[];
}

const KINDS = new Map<string, TagKind>([
  ...INSTRUMENTS.map((tag) => [tag, "instrument"] as const),
  ...GENRES.map((tag) => [tag, "genre"] as const),
  ...MOODS.map((tag) => [tag, "mood"] as const),
]);
export const kindOfTag = (tag: string): TagKind => KINDS.get(tag) ?? "free";

/** How much a sample with the tag is believed: its owner knows, the analysis guesses. */
const MEASURED_BELIEF = 0.7;
/** A refusal near by counts as much as this many samples without the tag. */
const REFUSAL_COUNTS = 4;
/**
 * That a sample lacks a tag says something only if somebody, or the analysis, has looked. The analysis looks for
 * instruments, genres and moods in each sample; for a free tag, whoever tagged the sample may have looked.
 */
const UNTAGGED_COUNTS = 0.08;
const OTHERWISE_TAGGED_COUNTS = 0.5;
/** As many samples as the base rate counts for, so that one or two neighbours prove little. */
const PRIOR_SAMPLES = 1;
const BECAUSE_MAX = 3;

/** Fitted by `bench/tag-suggestions`: how often suggestions with this much evidence were right. */
const CERTAINTY = { slope: 7, from: 0.3 };

/**
 * Tags for a sample from its most similar neighbours, the most certain first. Neighbours vote by similarity; what the
 * tag would get among samples drawn at random is subtracted, so that common tags do not win by being common.
 */
export function suggestTags(
  sample: Omit<TaggedSample, "own">,
  neighbours: Readonly<Record<TagKind, readonly Neighbour[]>>,
  library: LibraryCounts,
  leastConfidence = SUGGESTED_FROM,
): TagSuggestion[] {
  const tags = new Set(Object.values(neighbours).flatMap((near) => near.flatMap((one) => [...suggestible(one)])));
  const suggestions = [...tags]
    .filter((tag) => !sample.tags.has(tag) && !sample.refused.has(tag))
    .map((tag): TagSuggestion => {
      const kind = kindOfTag(tag);
      const near = neighbours[kind];
      const confidence = certainty(evidenceFor(tag, near, library));
      const because = near.filter((one) => one.tags.has(tag)).slice(0, BECAUSE_MAX);
      return { tag, kind, confidence, because: because.map(({ sampleId }) => sampleId) };
    });
  return suggestions
    .filter(({ confidence }) => confidence >= leastConfidence)
    .sort((a, b) => b.confidence - a.confidence || (a.tag < b.tag ? -1 : 1))
    .slice(0, SUGGESTIONS_MAX);
}

/** What may be suggested because of this sample: words like "loud" or "loop" are measured, and no matter of opinion. */
const suggestible = ({ tags, own }: TaggedSample) => [...tags].filter((tag) => KINDS.has(tag) || own.has(tag));

/**
 * How much more often the neighbours have the tag than samples drawn at random: 0 or less for no more often, 1 if all of
 * them have it and hardly any other.
 */
export function evidenceFor(tag: string, neighbours: readonly Neighbour[], library: LibraryCounts): number {
  const isFree = kindOfTag(tag) === "free";
  const base = baseRate(library.withTag.get(tag) ?? 0, library, isFree);
  let [votes, voters] = [PRIOR_SAMPLES * base, PRIOR_SAMPLES];
  for (const one of neighbours) {
    const weight = closeness(one.similarity) * countsFor(one, tag, isFree);
    voters += weight;
    if (one.tags.has(tag)) votes += weight * (one.own.has(tag) ? 1 : MEASURED_BELIEF);
  }
  return (votes / voters - base) / (1 - base);
}

/** How often a sample drawn at random has the tag, counted as neighbours are. */
function baseRate(count: number, { samples, tagged }: LibraryCounts, isFree: boolean): number {
  const without = Math.max(0, samples - count);
  const looked = Math.min(without, Math.max(0, tagged - count));
  const others = isFree ? looked * OTHERWISE_TAGGED_COUNTS + (without - looked) * UNTAGGED_COUNTS : without;
  return (count + 0.5) / (count + others + 1);
}

function countsFor({ tags, own, refused }: Neighbour, tag: string, isFree: boolean): number {
  if (tags.has(tag)) return 1;
  if (refused.has(tag)) return REFUSAL_COUNTS;
  if (!isFree) return 1;
  return own.size > 0 ? OTHERWISE_TAGGED_COUNTS : UNTAGGED_COUNTS;
}

/** 0–1: hardly alike to the same sound. */
function closeness(similarity: number): number {
  return Math.max(0, (similarity - LEAST_SIMILARITY) / (1 - LEAST_SIMILARITY)) ** 3;
}

const certainty = (evidence: number) => 1 / (1 + Math.exp(-CERTAINTY.slope * (evidence - CERTAINTY.from)));

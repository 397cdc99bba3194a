import "server-only";
import { recordingOf } from "@/lib/duplicates/data";
import { ok, type Result, refused } from "@/lib/errors";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import { findSamples } from "@/lib/samples/data";
import { hiddenLabels, SAMPLE_FLAGS } from "@/lib/samples/switched-off";
import type { ParsedQuery } from "@/lib/search-query/filter";
import { parseQuery } from "@/lib/search-query/parse";
import { nearestSamples, similaritiesTo } from "@/lib/similarity/data";
import type { SoundAnswer, SoundHit } from "@/lib/similarity/schema";
import { FUSED_DEPTH, RANKED_DEPTH } from "./constants";
import { placeAfter, rankedCursor, readRankedCursor } from "./cursor";
import { type Fused, fuse } from "./fusion/fuse";
import { collapse, spread } from "./fusion/variety";
import { similarityDivider, weakFrom } from "./fusion/weak";
import { findPlaces } from "./lookups";
import { type MeaningAnswer, soundsOfWords } from "./meaning/data";
import { emptyingFilter } from "./nothing-found";
import {
  type Leg,
  type Search,
  type SearchAnswer,
  type SearchHit,
  type SearchInput,
  type SearchRefusal,
  searchInputSchema,
} from "./schema";
import { asksForSound, type SoundAsked, soundAsked } from "./sound-asked";
import { listPage, rankWords } from "./words/data";
import type { ListSort, RankedWords, WordHit } from "./words/schema";

/** What the legs found. A leg that was not asked is null. */
interface Found {
  words: RankedWords | null;
  sound: SoundAnswer | null;
  meaning: MeaningAnswer | null;
}

interface Asked {
  owner: FlagHolder;
  search: Search;
  query: ParsedQuery;
  signal: AbortSignal | undefined;
}

/**
 * One search by words, filters, sounds, or all at once. Words and sounds are looked for at the same time, both with the
 * filters, and fused. Without words and sounds it is a list; with another sort than relevance as well.
 *
 * A ranked search goes `RANKED_DEPTH` hits deep, or `FUSED_DEPTH` in each leg if words and sounds are asked. Its cursor
 * names the last hit that was shown: the next page begins behind it even if the library has changed meanwhile.
 * @throws ZodError if the input does not parse
 */
export async function search(
  owner: FlagHolder,
  input: SearchInput,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Result<SearchAnswer, SearchRefusal>> {
  const asked = searchInputSchema.parse(input);
  const query = parseQuery(asked.query);
  const all: Asked = { owner, search: asked, query, signal };
  if (asked.sort === "relevance" && (query.text !== "" || asksForSound(asked))) return ranked(all);
  const sound = await soundAsked(owner.id, asked);
  return sound.ok ? listed(all) : sound;
}

async function listed({ owner, search: asked, query }: Asked): Promise<Result<SearchAnswer, "invalid_cursor">> {
  const sort: ListSort = asked.sort === "relevance" ? "-addedAt" : asked.sort;
  const page = await listPage(owner, { query, sort, cursor: asked.cursor, limit: asked.limit });
  if (!page) return refused("invalid_cursor");
  const rows = new Map((await findSamples(owner, page.sampleIds)).map((row) => [row.id, row]));
  const filters = query.filters.map(({ text }) => text);
  const hits = page.sampleIds.flatMap((id): SearchHit[] => {
    const sample = rows.get(id);
    const explanation = { words: null, sound: null, meaning: null, filters };
    return sample ? [{ sample, score: null, isWeak: false, explanation, copies: [] }] : [];
  });
  const isNothing = page.sampleIds.length === 0 && asked.cursor === undefined;
  return ok({
    hits,
    nextCursor: page.nextCursor,
    problems: query.problems,
    emptyFilter: isNothing ? await emptyingFilter(owner, query) : null,
    corrected: null,
    isExact: true,
    source: null,
    leftOut: 0,
  });
}

async function ranked(asked: Asked): Promise<Result<SearchAnswer, SearchRefusal>> {
  const { owner, search: wishes, query } = asked;
  const position = wishes.cursor === undefined ? null : readRankedCursor(owner.id, wishes, wishes.cursor);
  if (wishes.cursor !== undefined && !position) return refused("invalid_cursor");
  const asking = await askLegs(asked);
  if (!asking.ok) return asking;
  const { found, sound } = asking.value;
  const all = fuseLegs(wishes, found);
  const ids = all.map(({ id }) => id);
  const [similarities, places, recordings] = await Promise.all([
    similaritiesOf(owner.id, sound, found),
    findPlaces(owner.id, ids),
    wishes.collapse ? recordingOf(owner.id, ids) : new Map<string, string>(),
  ]);
  const fused = all.filter(
    ({ id }) => !sound || wishes.minSimilarity === 0 || (similarities.get(id)?.similarity ?? 0) >= wishes.minSimilarity,
  );
  const there = fused.filter(({ id }) => places.has(id));
  const collapsed = collapse(there, ({ id }) =>
    wishes.collapse ? (recordings.get(id) ?? places.get(id)?.sha256 ?? null) : null,
  );
  const perFolder = wishes.perFolder ?? Number.POSITIVE_INFINITY;
  const { kept, leftOut } = spread(collapsed, ({ hit }) => places.get(hit.id)?.folder ?? "", perFolder);
  const isStrong = strongBy(found, similarities);
  const firstWeak = weakFrom(kept.map(({ hit }) => isStrong(hit)));

  const start = placeAfter(
    position,
    kept.map(({ hit }) => hit.id),
  );
  const shown = kept.slice(start, start + wishes.limit);
  const shownIds = shown.map(({ hit }) => hit.id);
  const withWords = shown.filter(({ hit }) => hit.ranks.words !== undefined);
  const [samples, matches] = await Promise.all([
    findSamples(owner, shownIds),
    found.words?.matchesOf(withWords.map(({ hit }) => hit.id)) ?? NO_MATCHES,
  ]);
  const rows = new Map(samples.map((row) => [row.id, row]));
  const explain = explainer(asked, found, similarities, matches);
  const hits = shown.flatMap(({ hit, copies }, index): SearchHit[] => {
    const sample = rows.get(hit.id);
    if (!sample) return [];
    const isWeak = start + index >= firstWeak;
    return [{ sample, score: hit.score, isWeak, explanation: explain(hit), copies: copies.map(({ id }) => id) }];
  });
  const last = shown.at(-1)?.hit.id;
  const end = start + shown.length;
  const isMore = end < kept.length && last !== undefined;
  return ok({
    hits,
    nextCursor: isMore ? rankedCursor(owner.id, wishes, { shown: end, lastId: last }) : null,
    problems: query.problems,
    emptyFilter: fused.length === 0 ? await emptyingFilter(owner, query) : null,
    corrected: found.words?.corrected ?? null,
    isExact: [found.words, found.sound, found.meaning].every((leg) => leg?.isExact ?? true),
    source: found.sound?.source ?? null,
    leftOut,
  });
}

/** All at the same time: what words find does not wait for the sounds that are the examples. */
async function askLegs({
  owner,
  search: wishes,
  query,
  signal,
}: Asked): Promise<Result<{ found: Found; sound: SoundAsked | null }, SearchRefusal>> {
  const { legs, minSimilarity } = wishes;
  const { filters } = query;
  const hidden = hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS));
  const hasWords = query.text !== "";
  const isFused = hasWords && legs.words > 0 && asksForSound(wishes) && legs.sound > 0;
  const limit = isFused ? FUSED_DEPTH : RANKED_DEPTH;
  const nearest = async (sound: SoundAsked): Promise<SoundAnswer | null> => {
    const { vector, weights, except } = sound;
    if (legs.sound === 0) return null;
    const question = { vector, weights, filters, limit, minSimilarity, except };
    return nearestSamples(owner.id, question, { hidden, ...(signal ? { signal } : {}) });
  };
  const asked = soundAsked(owner.id, wishes);
  const [sound, near, words, meaning] = await Promise.all([
    asked,
    asked.then((one) => (one.ok && one.value ? nearest(one.value) : null)),
    hasWords && legs.words > 0 ? rankWords(owner, query, { limit }) : null,
    hasWords && legs.meaning > 0 ? soundsOfWords(owner.id, query, { hidden, limit }) : null,
  ]);
  if (!sound.ok) return sound;
  const except = sound.value?.except ?? [];
  return ok({ found: { words: words && without(words, except), sound: near, meaning }, sound: sound.value });
}

function without(answer: RankedWords, except: readonly string[]): RankedWords {
  const left = new Set(except);
  return { ...answer, hits: answer.hits.filter(({ sampleId }) => !left.has(sampleId)) };
}

type Similarities = ReadonlyMap<string, SoundHit>;

/** How alike each hit is to the sound that was asked about: what its leg says, and for hits of other legs the same sum. */
async function similaritiesOf(owner: ActorId, sound: SoundAsked | null, found: Found): Promise<Similarities> {
  const known = new Map(found.sound?.hits.map((hit) => [hit.sampleId, hit]));
  if (!sound) return known;
  const others = [...(found.words?.hits ?? []), ...(found.meaning?.hits ?? [])].map(({ sampleId }) => sampleId);
  const missing = [...new Set(others)].filter((id) => !known.has(id));
  for (const hit of await similaritiesTo(owner, sound, missing)) known.set(hit.sampleId, hit);
  return known;
}

function fuseLegs({ legs }: Search, { words, sound, meaning }: Found): Fused<Leg>[] {
  const asked: [Leg, { hits: readonly { sampleId: string }[] } | null][] = [
    ["words", words],
    ["sound", sound],
    ["meaning", meaning],
  ];
  return fuse(
    asked.flatMap(([name, answer]) =>
      answer ? [{ name, weight: legs[name], ids: answer.hits.map(({ sampleId }) => sampleId) }] : [],
    ),
  );
}

/** Whether a hit has the words as they were typed, or is as alike as what stands out. */
function strongBy({ words, sound, meaning }: Found, similarities: Similarities): (hit: Fused<Leg>) => boolean {
  const divider = sound ? similarityDivider(sound.hits.map(({ similarity }) => similarity)) : Number.POSITIVE_INFINITY;
  const hasWords = words?.corrected === null;
  return ({ id, ranks }) =>
    (hasWords && ranks.words !== undefined) ||
    (similarities.get(id)?.similarity ?? 0) >= divider ||
    (ranks.meaning ?? Number.POSITIVE_INFINITY) <= (meaning?.clear ?? 0);
}

type Matches = ReadonlyMap<string, WordHit["matched"]>;
const NO_MATCHES: Matches = new Map();

function explainer({ query }: Asked, found: Found, similarities: Similarities, matches: Matches) {
  const meanings = new Map(found.meaning?.hits.map((hit) => [hit.sampleId, hit.similarity]));
  const filters = query.filters.map(({ text }) => text);
  return ({ id, ranks }: Fused<Leg>): SearchHit["explanation"] => {
    const heard = similarities.get(id);
    return {
      words: ranks.words === undefined ? null : { rank: ranks.words, matched: matches.get(id) ?? [] },
      sound: heard ? { rank: ranks.sound ?? null, similarity: heard.similarity, aspects: heard.aspects } : null,
      meaning: ranks.meaning === undefined ? null : { rank: ranks.meaning, similarity: meanings.get(id) ?? 0 },
      filters,
    };
  };
}

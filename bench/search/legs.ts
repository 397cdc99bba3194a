import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { FlagHolder } from "@/lib/flags/data";
import { search } from "@/lib/search/data";
import { listPage, searchWords, suggest } from "@/lib/search/words/data";
import { SUGGESTION_KINDS } from "@/lib/search/words/schema";
import { parseQuery } from "@/lib/search-query/parse";
import { nearestSamples } from "@/lib/similarity/data";
import type { AspectWeights, SoundQuestion } from "@/lib/similarity/schema";
import { beginnings, misspelledQuestions, pageQuestions, soundFilters, textQuestions } from "./questions";
import { LEGS, type LegName } from "./targets";
import type { Vocabulary } from "./vocabulary";

/** One question, ready to be asked again and again. */
export interface Question {
  sort: string;
  text: string;
  ask: () => Promise<unknown>;
}

/** Whose library it is, and what the questions are made of. */
export interface OwnerMaterial {
  owner: FlagHolder;
  words: Vocabulary;
  /** Some of the owner's samples and how they sound. */
  sounds: { id: string; vector: Float32Array }[];
}

const PAGE_ROWS = 50;
/** As many as one leg of a hybrid search asks for. */
const HITS = 50;
const WEIGHTS: readonly AspectWeights[] = [
  { timbre: 1, rhythm: 1, harmony: 1 },
  { timbre: 1, rhythm: 1, harmony: 1 },
  { timbre: 1, rhythm: 0, harmony: 0 },
  { timbre: 0, rhythm: 1, harmony: 0 },
  { timbre: 0, rhythm: 0, harmony: 1 },
  { timbre: 0.7, rhythm: 0.2, harmony: 0.1 },
];

/** The same questions for the same library and seed. */
export function questionsOf(leg: LegName, material: OwnerMaterial, count: number, seed: number): Question[] {
  const random = new SeededRandom(seed + LEGS.indexOf(leg));
  return MAKERS[leg](random, material, count);
}

const MAKERS: Record<LegName, (random: SeededRandom, material: OwnerMaterial, count: number) => Question[]> = {
  text: (random, { owner, words }, count) =>
    textQuestions(random, words, count).map((question) => ({
      ...question,
      ask: () => searchWords(owner, parseQuery(question.text), { limit: PAGE_ROWS }),
    })),
  fuzzy: (random, { owner, words }, count) =>
    misspelledQuestions(random, words, count).map((question) => ({
      ...question,
      ask: () => searchWords(owner, parseQuery(question.text), { limit: PAGE_ROWS, isTyping: false }),
    })),
  autocomplete: (random, { owner, words }, count) =>
    beginnings(random, words, count).map((question, index) => {
      const kind = SUGGESTION_KINDS[index % SUGGESTION_KINDS.length] ?? "title";
      const prefix = question.text;
      return { sort: kind, text: `${kind}: ${prefix}`, ask: () => suggest(owner, { kind, prefix, limit: 10 }) };
    }),
  page: (random, { owner, words }, count) =>
    pageQuestions(random, words, count).map(({ sort, text, order, page }) => ({
      sort: page > 1 ? `${sort}, later page` : sort,
      text: `${text} by ${order}, page ${page}`,
      ask: pageAsker(owner, text, order, page),
    })),
  vector: (random, material, count) =>
    Array.from({ length: count }, () => {
      const { sort, text, question } = soundQuestion(random, material, HITS);
      return { sort, text, ask: () => nearestSamples(material.owner.id, question) };
    }),
  hybrid: (random, material, count) =>
    textQuestions(random, material.words, count).map((question) => {
      const like = material.sounds.length > 0 ? [random.pick(material.sounds).id] : [];
      const input = { query: question.text, like, perFolder: random.chance(0.3) ? 3 : undefined };
      return { ...question, ask: () => search(material.owner, input) };
    }),
};

/** A later page is what is measured, not the way to it. */
function pageAsker(owner: FlagHolder, text: string, sort: Parameters<typeof listPage>[1]["sort"], page: number) {
  const query = parseQuery(text);
  let cursor: Promise<string | undefined> | undefined;
  const before = async () => {
    let last: string | undefined;
    for (let passed = 1; passed < page; passed++) {
      const next = (await listPage(owner, { query, sort, cursor: last, limit: PAGE_ROWS }))?.nextCursor;
      if (!next) break;
      last = next;
    }
    return last;
  };
  const ask = async () => listPage(owner, { query, sort, cursor: await cursor, limit: PAGE_ROWS });
  return Object.assign(ask, {
    prepare: async () => {
      cursor ??= before();
      await cursor;
    },
  });
}

/** Near one of the owner's samples or between two of them, under some weighting and some filter. */
export function soundQuestion(
  random: SeededRandom,
  { sounds, words }: OwnerMaterial,
  limit: number,
): { sort: string; text: string; question: SoundQuestion } {
  const { sort, text } = soundFilters(random, words);
  const [one, other] = [random.pick(sounds), random.pick(sounds)];
  const isBetween = random.chance(0.3);
  const vector = one.vector.map((value, i) => (isBetween ? 0.6 * value + 0.4 * (other.vector[i] ?? 0) : value));
  const question = {
    vector,
    weights: random.pick(WEIGHTS),
    filters: parseQuery(text).filters,
    limit,
    minSimilarity: 0,
    except: isBetween ? [] : [one.id],
  };
  return { sort, text, question };
}

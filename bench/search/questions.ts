import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { ListSort } from "@/lib/search/words/schema";
import { misspelled, type Vocabulary } from "./vocabulary";

/** What somebody types, with the name of its sort for the table of the slowest. */
export interface TypedQuestion {
  sort: string;
  text: string;
}

export interface PageQuestion extends TypedQuestion {
  order: ListSort;
  /** Which page of the list. */
  page: number;
}

type Draw = (random: SeededRandom, vocabulary: Vocabulary) => string;

const quoted = (value: string) => (/[^\p{L}\p{N}-]/u.test(value) ? `"${value.replaceAll('"', "")}"` : value);
const facet = (random: SeededRandom, words: Vocabulary, name: keyof Vocabulary["facets"]) => {
  const values = words.facets[name];
  return values.length > 0 ? `${name}:${quoted(random.pick(values))}` : `${name}:nothing`;
};

/** Words of every frequency, alone and together. */
const TEXTS: Record<string, Draw> = {
  "a common word": (random, { common }) => random.pick(common),
  "a word": (random, { medium }) => random.pick(medium),
  "a rare word": (random, { rare }) => random.pick(rare),
  "two common words": (random, { common }) => `${random.pick(common)} ${random.pick(common)}`,
  "a common and a rare word": (random, { common, rare }) => `${random.pick(common)} ${random.pick(rare)}`,
  "two words": (random, { medium }) => `${random.pick(medium)} ${random.pick(medium)}`,
  "a phrase": (random, { common, medium }) => `"${random.pick(medium)} ${random.pick(common)}"`,
  "either word": (random, { common, medium }) => `${random.pick(medium)} or ${random.pick(common)}`,
  "a word without another": (random, { common, medium }) => `${random.pick(common)} -${random.pick(medium)}`,
  "the beginning of a word": (random, { medium, common }) =>
    random.pick(random.chance(0.5) ? common : medium).slice(0, random.whole(2, 4)),
  "a word and a filter": (random, words) => `${random.pick(words.common)} ${facet(random, words, "key")}`,
  "a word and a range": (random, { common }) => `${random.pick(common)} bpm:118-126 len:>2`,
  "a filter that nothing passes": (random, { common }) => `${random.pick(common)} bpm:901-902`,
};

const PAGES: Record<string, Draw> = {
  "no filter": () => "",
  "a type": (random) => `type:${random.pick(["loop", "one-shot", "track"])}`,
  "a tag": (random, words) => facet(random, words, "tag"),
  "two tags": (random, words) => `${facet(random, words, "tag")} ${facet(random, words, "tag")}`,
  "without a tag": (random, words) => `type:loop -${facet(random, words, "tag")}`,
  "a tempo": (random) => `bpm:${random.whole(60, 180)}`,
  "tempo and key": (random, words) => `~bpm:${random.whole(60, 180)} ~${facet(random, words, "key")}`,
  "a folder": (random, words) => facet(random, words, "in"),
  "a loudness": (random) => `lufs:>-${random.whole(5, 30)}`,
  "short favourites": () => "is:favourite len:<0.5",
  "a rare tempo of a common type": () => "type:one-shot bpm:160-161",
  "nothing passes": () => "type:loop bpm:901-902",
  "a common word": (random, { common }) => random.pick(common),
};

const ORDERS: readonly ListSort[] = [
  ...(["-addedAt", "-addedAt", "addedAt", "name", "-name", "bpm", "-bpm", "key"] as const),
  ...(["seconds", "-seconds", "-lufs", "-sizeBytes", "year", "-rating"] as const),
];

/** `count` questions, of each sort equally many. */
function draw(random: SeededRandom, words: Vocabulary, sorts: Record<string, Draw>, count: number): TypedQuestion[] {
  const entries = Object.entries(sorts);
  return Array.from({ length: count }, (_, index) => {
    const [sort, make] = entries[index % entries.length] as [string, Draw];
    return { sort, text: make(random, words) };
  });
}

export const textQuestions = (random: SeededRandom, words: Vocabulary, count: number) =>
  draw(random, words, TEXTS, count);

export function pageQuestions(random: SeededRandom, words: Vocabulary, count: number): PageQuestion[] {
  return draw(random, words, PAGES, count).map((question) => ({
    ...question,
    order: random.pick(ORDERS),
    page: random.chance(0.3) ? random.whole(2, 3) : 1,
  }));
}

/** Words with a slip in them, alone or beside a right one. */
export function misspelledQuestions(random: SeededRandom, words: Vocabulary, count: number): TypedQuestion[] {
  const long = [...words.common, ...words.medium].filter((word) => word.length >= 5);
  const from = long.length > 0 ? long : ["punchy", "bright"];
  return Array.from({ length: count }, (_, index) => {
    const wrong = misspelled(random, random.pick(from));
    return index % 4 === 0
      ? { sort: "beside a right word", text: `${random.pick(words.common)} ${wrong}` }
      : { sort: "alone", text: wrong };
  });
}

/** What is in the box while somebody types. */
export function beginnings(random: SeededRandom, words: Vocabulary, count: number): TypedQuestion[] {
  return Array.from({ length: count }, (_, index) => {
    const letters = (index % 4) + 1;
    const word = random.pick(random.chance(0.5) ? words.common : words.medium);
    return { sort: `${letters} letters`, text: word.slice(0, letters) };
  });
}

/** Filters for questions about sounds: none, wide, narrow, and ones that nothing passes. */
export function soundFilters(random: SeededRandom, words: Vocabulary): TypedQuestion {
  const sorts: Record<string, string> = {
    "no filter": "",
    "a type": "type:loop",
    "a key": facet(random, words, "key"),
    "a tag and a tempo": `${facet(random, words, "tag")} bpm:90-130`,
    "without a tag": `-${facet(random, words, "tag")}`,
    "a folder": facet(random, words, "in"),
    "nothing passes": "bpm:901-902",
  };
  const sort = random.pick(Object.keys(sorts));
  return { sort, text: sorts[sort] as string };
}

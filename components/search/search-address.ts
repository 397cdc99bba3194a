import type { SearchInput, Sort } from "@/lib/search/schema";
import { MAX_QUERY_CHARACTERS } from "@/lib/search-query/constants";
import { ASPECTS, type AspectWeights, EVEN_WEIGHTS } from "@/lib/similarity/schema";
import { hasSound, type SearchAddress } from "./search-href";
import { SORT_LABELS } from "./sort-labels";

/** What the switch on the page sets. */
export const FEW_PER_FOLDER = 3;
const MOST_PER_FOLDER = 100;
/** How many samples results may be like, and how many they may not be like. */
export const MOST_EXAMPLES = 20;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads the address. What cannot be read is as if it were not there. */
export function parseSearchAddress(params: Pick<URLSearchParams, "get">): SearchAddress {
  const sort = params.get("sort");
  const sound = params.get("sound") ?? "";
  const perFolder = Number(params.get("per-folder") ?? "");
  const like = parseIds(params.get("like"));
  const comparison = { like, sound: UUID.test(sound) ? sound : null };
  return {
    ...comparison,
    query: params.get("q") ?? "",
    sort: isSort(sort) ? sort : "relevance",
    unlike: hasSound(comparison) ? parseIds(params.get("unlike")).filter((id) => !like.includes(id)) : [],
    weights: parseWeights(params.get("weights") ?? ""),
    perFolder: Number.isInteger(perFolder) && perFolder >= 1 && perFolder <= MOST_PER_FOLDER ? perFolder : null,
  };
}

const parseIds = (text: string | null): string[] =>
  [...new Set((text ?? "").split(",").filter((id) => UUID.test(id)))].slice(0, MOST_EXAMPLES);

const isSort = (text: string | null): text is Sort => text !== null && Object.hasOwn(SORT_LABELS, text);

/** `1,0.5,0`: timbre, rhythm, harmony. */
function parseWeights(text: string): AspectWeights {
  const values = text.split(",").map(Number);
  const isValid = text !== "" && values.length === ASPECTS.length && values.every((value) => value >= 0 && value <= 1);
  const [timbre = 0, rhythm = 0, harmony = 0] = values;
  return isValid && timbre + rhythm + harmony > 0 ? { timbre, rhythm, harmony } : EVEN_WEIGHTS;
}

/** The question to the search that an address stands for. */
export function searchInputOf({ query, sort, like, unlike, sound, weights, perFolder }: SearchAddress): SearchInput {
  return {
    // What is behind the limit is a problem that the page shows, not one of the search.
    ...{ query: query.slice(0, MAX_QUERY_CHARACTERS), sort, like, unlike, aspects: weights },
    ...(sound !== null && { querySoundId: sound }),
    ...(perFolder !== null && { perFolder }),
  };
}

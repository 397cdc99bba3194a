import type { Sort } from "@/lib/search/schema";
import { ASPECTS, type AspectWeights, EVEN_WEIGHTS } from "@/lib/similarity/schema";

/** What the search page shows. All of it is in the address, so that it can be bookmarked, shared and gone back to. */
export interface SearchAddress {
  /** Words and filters as they were typed. */
  query: string;
  sort: Sort;
  /** Samples that the results sound like. */
  like: string[];
  /** Samples that the results do not sound like. Without `like` and `sound` they mean nothing, and are left out. */
  unlike: string[];
  /** A sound that was uploaded or recorded to search with. */
  sound: string | null;
  weights: AspectWeights;
  /** At most this many results of one folder. Null for any number. */
  perFolder: number | null;
}

export const PLAIN_SEARCH: SearchAddress = {
  query: "",
  sort: "relevance",
  like: [],
  unlike: [],
  sound: null,
  weights: EVEN_WEIGHTS,
  perFolder: null,
};

/** The address of a search, such as `/search?q=kick&sort=bpm`. What is as usual is left out. */
export function searchHref(part: Partial<SearchAddress>): string {
  const address = { ...PLAIN_SEARCH, ...part };
  const params = new URLSearchParams();
  const put = (name: string, value: string | null) => {
    if (value) params.set(name, value);
  };
  put("q", address.query.trim());
  put("sort", address.sort === PLAIN_SEARCH.sort ? null : address.sort);
  put("like", address.like.join(","));
  put("unlike", hasSound(address) ? address.unlike.join(",") : null);
  put("sound", address.sound);
  const weights = ASPECTS.map((aspect) => address.weights[aspect]);
  put("weights", weights.every((weight) => weight === weights[0]) ? null : weights.join(","));
  put("per-folder", address.perFolder === null ? null : String(address.perFolder));
  const text = params.toString();
  return text === "" ? "/search" : `/search?${text}`;
}

/** Whether sounds are compared, so that their weights mean something. */
export const hasSound = ({ like, sound }: Pick<SearchAddress, "like" | "sound">) => like.length > 0 || sound !== null;

import { callApi } from "@/lib/api/client";
import type { SearchAnswer } from "@/lib/search/schema";
import { searchInputOf } from "./search-address";
import type { SearchAddress } from "./search-href";

/** The results behind a cursor of the same search. Throws if they do not come. */
export async function fetchMore(address: SearchAddress, cursor: string): Promise<SearchAnswer> {
  const answer = await callApi("POST /search", { body: { ...searchInputOf(address), cursor } });
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  return answer.body.data;
}

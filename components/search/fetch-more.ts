import { callApi } from "@/lib/api/client";
import { type SearchAddress, searchInputOf } from "./search-address";

/** The results behind a cursor of the same search. Throws if the server does not answer. */
export const fetchMore = (address: SearchAddress, cursor: string) =>
  callApi("POST /search", { body: { ...searchInputOf(address), cursor } });

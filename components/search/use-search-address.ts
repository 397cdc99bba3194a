"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { parseSearchAddress } from "./search-address";
import { hasSound, type SearchAddress, searchHref } from "./search-href";

const TYPING_PAUSE_MS = 180;

export interface SearchControl {
  /** What is asked for, at once. The page's own address follows when the results are there. */
  wanted: SearchAddress;
  /** Whether the results on the page are of an earlier question. */
  isPending: boolean;
  /** Searches after a pause in typing. */
  type: (query: string) => void;
  /** Searches now. */
  change: (part: Partial<SearchAddress>) => void;
}

/**
 * Keeps the search in the address. What is typed in one go is one entry of the browser's history; every other change is
 * one of its own, so that Back undoes it.
 */
export function useSearchAddress(address: SearchAddress): SearchControl {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [wanted, setWanted] = useState(address);
  const shown = searchHref(address);
  /** Addresses that were asked for and have not arrived. */
  const sent = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isTyping = useRef(false);

  useEffect(() => {
    const place = sent.current.indexOf(shown);
    if (place >= 0) sent.current.splice(0, place + 1);
    // Back, forward or a link.
    else setWanted(parseSearchAddress(new URL(shown, window.location.origin).searchParams));
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (next: SearchAddress, isTyped: boolean) => {
    clearTimeout(timer.current);
    const to = searchHref(next);
    const isReplaced = isTyping.current;
    isTyping.current = isTyped;
    if (to === (sent.current.at(-1) ?? shown)) return;
    sent.current.push(to);
    const options = { scroll: false };
    startTransition(() => (isReplaced ? router.replace(to, options) : router.push(to, options)));
  };
  return {
    wanted,
    isPending,
    type: (query) => {
      const next = { ...wanted, query };
      setWanted(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => go(next, true), TYPING_PAUSE_MS);
    },
    change: (part) => {
      const changed = { ...wanted, ...part };
      const next = hasSound(changed) ? changed : { ...changed, unlike: [] };
      setWanted(next);
      go(next, false);
    },
  };
}

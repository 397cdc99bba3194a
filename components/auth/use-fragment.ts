"use client";

import { useEffect, useState } from "react";

/**
 * Reads a value after the `#` of the address and removes it, so that neither the history nor a copied address keeps
 * it. Returns `undefined` until the page has looked, then the value or null.
 */
export function useFragment(name: string): string | null | undefined {
  const [value, setValue] = useState<string | null>();
  useEffect(() => {
    const read = () => {
      const found = new URLSearchParams(window.location.hash.slice(1)).get(name);
      if (found)
        window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
      // A later effect of the same page finds the fragment gone, so it keeps what the first one read.
      setValue((before) => found ?? before ?? null);
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [name]);
  return value;
}

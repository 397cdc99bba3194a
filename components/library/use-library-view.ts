"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { rememberLibrary } from "@/components/samples/library-return";
import { Scope } from "@/components/ui/scope";
import { type LibraryView, parseView, writeView } from "./library-view";

const WRITE_MS = 250;

/** The view from the address. A change shows at once and is written to the address a moment later. */
export function useLibraryView(): [LibraryView, (change: Partial<LibraryView>) => void] {
  const params = useSearchParams();
  const [view, setView] = useState(() => parseView(params));
  const [seen, setSeen] = useState(params);
  const [isWritten, setWritten] = useState(true);
  // Back, forward or a link has changed the address.
  if (seen !== params) {
    setSeen(params);
    if (isWritten) setView(parseView(params));
  }
  useEffect(() => {
    if (isWritten) return;
    const scope = new Scope();
    scope.timeout(() => {
      const { pathname, search, hash } = window.location;
      const next = writeView(view, new URLSearchParams(search));
      if (next !== search) window.history.replaceState(null, "", `${pathname}${next}${hash}`);
      setWritten(true);
    }, WRITE_MS);
    return scope.dispose;
  }, [view, isWritten]);
  useEffect(() => rememberLibrary(writeView(view, new URLSearchParams())), [view]);
  const change = useCallback((part: Partial<LibraryView>) => {
    setView((current) => ({ ...current, ...part }));
    setWritten(false);
  }, []);
  return [view, change];
}

"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { type LibraryView, parseView, writeView } from "./library-view";

const WRITE_MS = 250;

/** The view of the address, changed at once on screen and written back a moment later. */
export function useLibraryView(): [LibraryView, (change: Partial<LibraryView>) => void] {
  const params = useSearchParams();
  const [view, setView] = useState(() => parseView(params));
  const [seen, setSeen] = useState(params);
  const [isWritten, setWritten] = useState(true);
  // Back, forward or a link changed the address from outside.
  if (seen !== params) {
    setSeen(params);
    if (isWritten) setView(parseView(params));
  }
  useEffect(() => {
    if (isWritten) return;
    const timer = setTimeout(() => {
      const { pathname, search, hash } = window.location;
      const next = writeView(view, new URLSearchParams(search));
      if (next !== search) window.history.replaceState(null, "", `${pathname}${next}${hash}`);
      setWritten(true);
    }, WRITE_MS);
    return () => clearTimeout(timer);
  }, [view, isWritten]);
  return [
    view,
    (change) => {
      setView((current) => ({ ...current, ...change }));
      setWritten(false);
    },
  ];
}

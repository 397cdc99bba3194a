"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { rememberLibrary } from "@/components/samples/library-return";
import { type LibraryAddress, librarySearch, parseLibraryAddress } from "./library-address";

const TYPING_PAUSE_MS = 180;
const CURSOR_PAUSE_MS = 300;

export interface LibraryControl {
  /** What is asked for, at once. */
  wanted: LibraryAddress;
  /** The same after a pause in typing: what the list shows. */
  shown: LibraryAddress;
  /** Searches after a pause. What is typed in one go is one entry of the browser's history. */
  type: (query: string) => void;
  /** A change that Back undoes; of how it looks rather than what it shows, one that it does not. */
  change: (part: Partial<Omit<LibraryAddress, "selected">>, isLook?: boolean) => void;
  /** The cursor has moved, which is no step of the history. */
  moveTo: (id: string | null) => void;
  /** What is selected has changed, as the address has it. No step of the history either. */
  select: (text: string | null) => void;
  /** What the address says is selected. Another object whenever it comes from elsewhere: Back, forward or a link. */
  told: { readonly selected: string | null };
  /** Writes at once where the cursor is and what is selected. Before another page is opened: later it would stop that. */
  settle: () => void;
}

/** Keeps in the address what the library shows. No change of it asks the server for the page. */
export function useLibraryAddress(): LibraryControl {
  const params = useSearchParams();
  const [wanted, setWanted] = useState(() => parseLibraryAddress(params));
  const [shown, setShown] = useState(wanted);
  const [selection, setSelection] = useState<LibraryControl["told"]>(() => ({ selected: wanted.selected }));
  const latest = useRef(wanted);
  /** Addresses that were written here and that the router has not told yet. */
  const written = useRef<string[]>([]);
  const isTyping = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const cursorTimer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const told = librarySearch(parseLibraryAddress(params));

  useEffect(() => {
    const place = written.current.lastIndexOf(told);
    if (place >= 0) {
      written.current.splice(0, place + 1);
      return;
    }
    if (told === librarySearch(latest.current)) return;
    // Back, forward or a link.
    isTyping.current = false;
    latest.current = parseLibraryAddress(new URLSearchParams(told));
    setWanted(latest.current);
    setShown(latest.current);
    setSelection({ selected: latest.current.selected });
  }, [told]);
  useEffect(() => {
    rememberLibrary(librarySearch(latest.current));
    return () => {
      clearTimeout(timer.current);
      clearTimeout(cursorTimer.current);
    };
  }, []);

  const write = useCallback((isReplaced: boolean) => {
    clearTimeout(cursorTimer.current);
    const { pathname, hash, search } = window.location;
    const next = librarySearch(latest.current);
    rememberLibrary(next);
    if (pathname !== "/library" || next === search) return;
    written.current.push(next);
    window.history[isReplaced ? "replaceState" : "pushState"](null, "", `${pathname}${next}${hash}`);
  }, []);
  const show = useCallback(
    (isReplaced: boolean) => {
      clearTimeout(timer.current);
      setShown(latest.current);
      write(isReplaced);
    },
    [write],
  );
  const type = useCallback(
    (query: string) => {
      const isReplaced = isTyping.current;
      isTyping.current = true;
      latest.current = asking(latest.current, { query });
      setWanted(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => show(isReplaced), TYPING_PAUSE_MS);
    },
    [show],
  );
  const change = useCallback(
    (part: Partial<Omit<LibraryAddress, "selected">>, isLook = false) => {
      const isReplaced = isLook || (isTyping.current && part.query !== undefined);
      isTyping.current = false;
      latest.current = asking(latest.current, part);
      setWanted(latest.current);
      show(isReplaced);
    },
    [show],
  );
  const writeSoon = useCallback(() => {
    clearTimeout(cursorTimer.current);
    cursorTimer.current = setTimeout(() => {
      cursorTimer.current = undefined;
      write(true);
    }, CURSOR_PAUSE_MS);
  }, [write]);
  const moveTo = useCallback(
    (at: string | null) => {
      if (latest.current.at === at) return;
      latest.current = { ...latest.current, at };
      writeSoon();
    },
    [writeSoon],
  );
  const select = useCallback(
    (selected: string | null) => {
      if (latest.current.selected === selected) return;
      latest.current = { ...latest.current, selected };
      writeSoon();
    },
    [writeSoon],
  );
  const settle = useCallback(() => {
    if (cursorTimer.current === undefined) return;
    clearTimeout(cursorTimer.current);
    cursorTimer.current = undefined;
    write(true);
  }, [write]);
  useEffect(() => {
    // Any link may lead away, also one outside of the library.
    document.addEventListener("click", settle, { capture: true });
    return () => document.removeEventListener("click", settle, { capture: true });
  }, [settle]);
  return { wanted, shown, type, change, moveTo, select, told: selection, settle };
}

/** A selection is one of a list: what another query finds begins with none. */
function asking(now: LibraryAddress, part: Partial<Omit<LibraryAddress, "selected">>): LibraryAddress {
  const isSame = part.query === undefined || part.query.trim() === now.query.trim();
  return { ...now, ...part, selected: isSame ? now.selected : null };
}

"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { Scope } from "@/components/ui/scope";
import type { LibraryAnchors, LibraryPage } from "@/lib/library/schema";
import { LibraryWindow } from "./library-window";
import { openWindow } from "./open-window";
import { anchorsOf, librarySource } from "./row-source";
import type { Question } from "./window-source";

/** What the page came with: one page of the list, and a moment later the anchors of all. */
export interface FirstRows {
  question: Question;
  page: LibraryPage;
  pageIndex: number;
  anchors: Promise<LibraryAnchors>;
}

/** Where to be in a list that was opened. */
export interface Landing {
  index: number;
  /** Pixels from the top of the view to its row; null to show it with as little scrolling as possible. */
  offsetPx: number | null;
}

/** What should stay where it is while the list is read again. */
export interface Keep extends Landing {
  id: string | null;
}

const TOP: Keep = { id: null, index: 0, offsetPx: 0 };
const GATHER_MS = 250;
const COUNT_AGAIN_MS = 2000;
/** What comes into a list that fits on a screen is shown at once: nobody is anywhere in it. */
const SHORT_LIST = 12;
/** Rows that are asked for again where events may have been missed: those around the view. */
const OUTDATED_MOST = 400;

/** The list as this tab last had it, so that the way back from a sample shows it at once. */
let last: LibraryWindow | null = null;

const isSame = (a: Question, b: Question) => a.query === b.query && a.sort === b.sort;

const beginningWith = ({ question, page, pageIndex }: FirstRows) =>
  LibraryWindow.beginning(question, librarySource, { page: pageIndex, rows: page.rows }, page.nextCursor !== null);

/** A page that was drawn without its list gets to know it. */
async function completed(window: LibraryWindow, { question, anchors }: FirstRows): Promise<void> {
  const known = isSame(window.question, question) ? await anchors : null;
  window.complete(await anchorsOf(window.question, known));
}

/** Whether the place is known to be still where it was. */
const isThere = (window: LibraryWindow, { id, index }: Keep) => id !== null && window.rowAt(index)?.id === id;

export interface WindowControl {
  window: LibraryWindow;
  /** Where to be in it: another object whenever a list was opened. */
  landing: Landing;
  /** Whether the rows are still those of the list before. */
  isOpening: boolean;
  /** Whether the list could not be read. */
  hasFailed: boolean;
  /** Samples that would be in the list if it were read again. */
  news: number;
  reopen: (keep: Keep | null) => Promise<void>;
}

export interface WindowOptions {
  question: Question;
  first: FirstRows;
  /** Where this tab was in the list before; null for the top. Asked once. */
  startAt: () => Keep | null;
  /** Where it is now. */
  keepNow: () => Keep;
}

/** The list of a question. It is read again only where that moves nothing on screen, or where the person asks for it. */
export function useLibraryWindow({ question, first, startAt, keepNow }: WindowOptions): WindowControl {
  const [opened, setOpened] = useState(() => {
    const kept = last && isSame(last.question, question) ? last : null;
    return { window: kept ?? beginningWith(first), landing: (kept ? (startAt() ?? TOP) : TOP) as Landing };
  });
  /** Whether it was read on an earlier visit, since which nobody has heard of changes. */
  const [wasKept] = useState(() => last !== null && last === opened.window);
  const { window } = opened;
  useSyncExternalStore(window.subscribe, window.version, () => 0);
  const [isOpening, setOpening] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [news, setNews] = useState(0);
  const turn = useRef(0);
  /** Where the list that is being opened will be: until then, what is on screen is not the place to keep. */
  const pending = useRef<Keep | null>(null);

  const open = useCallback(async (asked: Question, keep: Keep) => {
    turn.current += 1;
    const mine = turn.current;
    pending.current = keep;
    setOpening(true);
    try {
      const { window: next, index } = await openWindow(librarySource, asked, keep);
      if (mine !== turn.current) {
        next.close();
        return;
      }
      setOpened((old) => {
        if (old.window !== next) old.window.close();
        return { window: next, landing: { index, offsetPx: keep.offsetPx } };
      });
      last = next;
      setFailed(false);
      setNews(0);
    } catch {
      if (mine === turn.current) setFailed(true);
    }
    if (mine !== turn.current) return;
    pending.current = null;
    setOpening(false);
  }, []);
  const reopen = useCallback((keep: Keep | null) => open(question, keep ?? TOP), [open, question]);

  const isStarted = useRef(false);
  const start = useRef(startAt);
  const came = useRef(first);
  useEffect(() => {
    last = window;
    const place = isStarted.current ? null : start.current();
    isStarted.current = true;
    if (!isSame(window.question, question)) void open(question, place ?? TOP);
    else if (place && !isThere(window, place)) void open(question, place);
    else {
      if (place) setOpened({ window, landing: place });
      if (!window.isWhole) completed(window, came.current).catch(() => setFailed(true));
    }
  }, [window, question, open]);
  useEffect(() => () => last?.close(), []);
  const keepHere = useCallback(() => pending.current ?? keepNow(), [keepNow]);
  useLiveRows({ window, wasKept, keepNow: keepHere, reopen, onNews: setNews });
  return { ...opened, isOpening: isOpening || !isSame(window.question, question), hasFailed, news, reopen };
}

interface LiveRowsOptions {
  window: LibraryWindow;
  wasKept: boolean;
  keepNow: () => Keep;
  reopen: (keep: Keep | null) => Promise<void>;
  onNews: (count: number) => void;
}

/** Keeps the rows that are here up to date, and counts what has come or gone elsewhere. */
function useLiveRows(options: LiveRowsOptions): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const due = useRef(new Set<string>());
  const scope = useRef<Scope | null>(null);
  const isGathering = useRef(false);
  const countedAt = useRef(0);
  const isCounting = useRef(false);
  useEffect(() => {
    const mine = new Scope();
    scope.current = mine;
    return () => {
      mine.dispose();
      // What was about to be done is not done any more. When the page comes back, it has to be begun anew.
      isGathering.current = false;
      isCounting.current = false;
    };
  }, []);

  /** A list that has become shorter is read again where the person is; one that has become longer only says so. */
  const count = async () => {
    isCounting.current = false;
    countedAt.current = Date.now();
    const { window, keepNow, reopen, onNews } = latest.current;
    const list = await librarySource.anchors(window.question).catch(() => null);
    if (!list || latest.current.window !== window) return;
    const isShort = window.total < SHORT_LIST && list.total > window.total;
    if (list.total < window.total || isShort) await reopen(keepNow());
    else onNews(list.total - window.total);
  };
  const countSoon = () => {
    if (isCounting.current) return;
    isCounting.current = true;
    const waitMs = Math.max(GATHER_MS, countedAt.current + COUNT_AGAIN_MS - Date.now());
    scope.current?.timeout(() => void count(), waitMs);
  };
  const fetchDue = async () => {
    isGathering.current = false;
    const { window } = latest.current;
    const ids = [...due.current];
    due.current.clear();
    const rows = await librarySource.rows(ids).catch(() => null);
    // The next change asks for them again.
    if (!rows) return;
    const there = new Set(rows.map(({ id }) => id));
    const gone = ids.filter((id) => !there.has(id));
    window.replace(rows);
    if (gone.length > 0) window.remove(gone);
  };
  const fetchSoon = () => {
    if (isGathering.current || due.current.size === 0) return;
    isGathering.current = true;
    scope.current?.timeout(() => void fetchDue(), GATHER_MS);
  };
  useSampleEvents(
    ({ sampleId, change }) => {
      const { window } = latest.current;
      if (change === "deleted" && window.has(sampleId)) window.remove([sampleId]);
      else if (change === "deleted" || change === "created" || change === "restored" || !window.has(sampleId))
        countSoon();
      else {
        due.current.add(sampleId);
        // What changes may also enter or leave what a query finds.
        if (window.question.query !== "") countSoon();
        fetchSoon();
      }
    },
    () => missed(),
  );
  const missed = () => {
    for (const id of latest.current.window.outdate().slice(0, OUTDATED_MOST)) due.current.add(id);
    fetchSoon();
    countSoon();
  };
  // The router keeps a page that was left, with its state, and shows it again: its effects run once more.
  const isBack = useRef(options.wasKept);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, whenever the page comes back.
  useEffect(() => {
    if (isBack.current) missed();
    isBack.current = true;
  }, []);
}

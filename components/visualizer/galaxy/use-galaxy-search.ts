"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Scope } from "@/components/ui/scope";
import { removeSpans } from "@/lib/search-query/edit";
import { parseQuery } from "@/lib/search-query/parse";
import type { Place } from "./engine/camera-rig";
import { fetchBestMatch, fetchMatches } from "./fetch-galaxy";
import type { GalaxyModel } from "./galaxy-model";

const TYPING_PAUSE_MS = 250;

export interface GalaxySearch {
  query: string;
  type: (query: string) => void;
  /** Without the pause for typing. */
  ask: (query: string) => void;
  state: "none" | "searching" | "done" | "failed";
  /** Samples that were found, those without a place too. */
  total: number;
}

/** Fades what a query does not find and flies to what it does. The query is kept in the page's address. */
export function useGalaxySearch(model: GalaxyModel, isReady: boolean): GalaxySearch {
  const params = useSearchParams();
  const [query, setQuery] = useState(params.get("q") ?? "");
  const [asked, setAsked] = useState(query);
  const [state, setState] = useState<GalaxySearch["state"]>("none");
  const [total, setTotal] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (text: string) => {
    clearTimeout(timer.current);
    setQuery(text);
    setAsked(text);
    const address = text.trim() === "" ? "/galaxy" : `/galaxy?${new URLSearchParams({ q: text })}`;
    window.history.replaceState(null, "", address);
  };
  const type = (text: string) => {
    setQuery(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(text), TYPING_PAUSE_MS);
  };

  useEffect(() => {
    if (!isReady) return;
    const { problems, text } = parseQuery(asked);
    // What is wrong of a query counts for nothing.
    const understood = removeSpans(
      asked,
      problems.map(({ span }) => span),
    ).trim();
    if (understood === "") {
      model.find(null);
      setState("none");
      return;
    }
    const scope = new Scope();
    const search = async () => {
      setState("searching");
      const best = text === "" ? null : fetchBestMatch(understood, scope.signal).catch(() => null);
      const found: number[] = [];
      let count = 0;
      await fetchMatches(understood, scope.signal, (ids) => {
        count += ids.length;
        for (const id of ids) {
          const index = model.indexOf(id);
          if (index >= 0) found.push(index);
        }
        model.find([...found]);
      });
      model.find(found);
      setTotal(count);
      setState("done");
      const index = model.indexOf((await best) ?? "");
      if (scope.signal.aborted) return;
      if (index >= 0) {
        model.moveTo(index);
        model.stage?.flyToPoint(index);
      } else if (found.length > 0) model.stage?.flyTo(...around(found.map((point) => model.placeOf(point))));
    };
    search().catch(() => !scope.signal.aborted && setState("failed"));
    return scope.dispose;
  }, [model, asked, isReady]);
  return { query, type, ask, state, total };
}

/** The middle of places and a radius that most of them lie within. */
export function around(places: readonly Place[]): [middle: Place, radius: number] {
  const axis = (at: 0 | 1 | 2) => places.reduce((sum, place) => sum + place[at], 0) / Math.max(1, places.length);
  const middle: Place = [axis(0), axis(1), axis(2)];
  const far = places.map(([x, y, z]) => Math.hypot(x - middle[0], y - middle[1], z - middle[2])).sort((a, b) => a - b);
  return [middle, Math.max(0.15, far[Math.floor(far.length * 0.9)] ?? 0)];
}

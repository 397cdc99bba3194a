"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useKeyNotation } from "#notation";
import { useText } from "#text";
import { openKeySheet } from "@/components/keys/open-key-sheet";
import { useOwnKeys } from "@/components/keys/use-keys";
import { LibraryFilters } from "@/components/library/library-filters";
import { LibrarySearch } from "@/components/library/library-search";
import { useTheme } from "@/components/ui/use-theme";
import { cn } from "@/lib/cn";
import type { Text } from "@/lib/language/text";
import { parseQuery } from "@/lib/search-query/parse";
import type { Colouring } from "./engine/colours";
import { EmptyGalaxy, GalaxyFailure } from "./galaxy-empty";
import { GALAXY_KEYS } from "./galaxy-keys";
import { GalaxyList } from "./galaxy-list";
import { GalaxyMap } from "./galaxy-map";
import type { GalaxyState } from "./galaxy-model";
import { GalaxyTools, type GalaxyView } from "./galaxy-tools";
import { Legend } from "./legend";
import { PickedBar } from "./picked-bar";
import { PointCard } from "./point-card";
import { pointText } from "./point-sound";
import { type LoadedGalaxy, useGalaxy } from "./use-galaxy";
import { type GalaxySearch, useGalaxySearch } from "./use-galaxy-search";
import { useMedia } from "./use-media";
import { usePointPreview } from "./use-point-preview";
import { useStage } from "./use-stage";

const WIDE = "(min-width: 1024px)";
const REST_MS = 150;

/** The points on the map, and of how many: with others, their numbers mean other samples. */
interface InView {
  of: number;
  points: readonly number[];
}
const NOTHING: readonly number[] = [];

/** A person's library as points: what sounds alike is near each other. */
export function Galaxy() {
  const galaxy = useGalaxy();
  const { state, retry } = galaxy;
  if (state.status === "failed") return <GalaxyFailure onRetry={retry} />;
  if (state.status === "ready" && state.count === 0) return <EmptyGalaxy missing={state.labels.missing} />;
  return <ShownGalaxy {...galaxy} />;
}

function ShownGalaxy({ model, rows, state }: LoadedGalaxy) {
  const t = useText();
  const painted = useTheme();
  const notation = useKeyNotation();
  const theme = painted === "light" ? "light" : "dark";
  const [view, setView] = useState<GalaxyView>("both");
  const [isLasso, setLasso] = useState(false);
  const [isHeard, setHeard] = useState(true);
  const [wantsFlat, setWantsFlat] = useState(false);
  useOwnKeys({
    title: t("On the map"),
    lines: GALAXY_KEYS.map(([keys, what]) => [t(keys), t(what)]),
    press: () => false,
  });
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [inView, setInView] = useState<InView>({ of: 0, points: [] });
  useSyncExternalStore(rows.subscribe, rows.version, rows.version);
  const isWide = useMedia(WIDE);
  const isReady = state.status === "ready";
  const opened = useStage(model, canvas, wantsFlat);
  const preview = usePointPreview(model, rows, isHeard);
  const search = useGalaxySearch(model, isReady);
  const hasMap = view !== "list";
  const hasList = view === "list" || (view === "both" && isWide);

  const colour = (colouring: Colouring) => model.colour(colouring, theme);
  useEffect(() => model.colour(model.state().colouring, theme), [model, theme]);
  const onShow = useCallback(() => setView((now) => (now === "list" ? "both" : now)), []);
  const onRest = useSoon(() => {
    const { cursor: from, count: of } = model.state();
    if (hasList && hasMap && isReady) setInView({ of, points: model.stage?.inView(from) ?? [] });
  });
  // What is meant has changed, not what is where.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these decide what is in view.
  useEffect(onRest, [onRest, hasList, state.only, state.found, state.status]);

  const { cursor } = state;
  const row = cursor >= 0 && isReady ? rows.get(model.idOf(cursor)) : undefined;
  const only = (entry: number | null) => model.isolate(entry);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5">
      <LibrarySearch query={search.query} onType={search.type} onQuery={search.ask} />
      <div className="-mx-4 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] sm:mx-0 sm:px-0">
        <LibraryFilters query={search.query} parsed={parseQuery(search.query)} onQuery={search.ask} />
      </div>
      <GalaxyTools
        {...{ view, isWide, isLasso, isHeard }}
        colouring={state.colouring}
        onColouring={colour}
        onView={setView}
        isFlat={opened.kind === "flat" && !wantsFlat ? null : wantsFlat}
        onFlat={setWantsFlat}
        onLasso={setLasso}
        onHeard={setHeard}
        onOverview={() => model.stage?.overview()}
        onHelp={openKeySheet}
      />
      <Legend
        colouring={state.colouring}
        entries={state.entries}
        only={state.only}
        onOnly={only}
        className="-my-1 min-h-7 overflow-x-auto [scrollbar-width:none]"
      />
      <div className="flex min-h-0 flex-1 gap-3">
        <div className={cn("relative min-w-0 flex-1", !hasMap && "hidden")}>
          <GalaxyMap
            {...{ model, state, preview, opened, isLasso, onRest }}
            onCanvas={setCanvas}
            onLassoEnd={() => setLasso(false)}
            onHelp={openKeySheet}
            className="h-full rounded-lg border border-border-strong bg-background"
          />
          <div className="pointer-events-none absolute inset-x-2.5 bottom-2.5 flex flex-col items-start gap-2 *:pointer-events-auto">
            {isReady ? <PickedBar {...{ model, rows, state }} /> : null}
            {cursor >= 0 && isReady ? (
              <PointCard row={row} isPicked={state.picked.includes(cursor)} onPick={() => model.pick(cursor)} />
            ) : null}
          </div>
          <p role="status" className="sr-only">
            {row ? pointText(row, notation, t) : ""}
          </p>
        </div>
        {hasList ? (
          <GalaxyList
            {...{ model, rows, state }}
            inView={hasMap ? (inView.of === state.count ? inView.points : NOTHING) : null}
            onShow={onShow}
            className={cn(
              "overflow-hidden rounded-lg border border-border-strong bg-surface",
              hasMap ? "w-84 shrink-0" : "flex-1",
            )}
          />
        ) : null}
      </div>
      <GalaxyStatus state={state} search={search} hasNoWebGl={opened.hasNoWebGl} present={model.present} />
    </div>
  );
}

const READING: Partial<Record<GalaxyState["status"], (count: number, t: Text) => string>> = {
  loading: (_, t) => t("Reading your galaxy…"),
  arriving: (count, t) => t.count(count, "Reading {count} sound…", "Reading {count} sounds…"),
};

interface GalaxyStatusProps {
  state: GalaxyState;
  search: GalaxySearch;
  hasNoWebGl: boolean;
  present: number;
}

/** What is there, what is not yet, and what was found. */
function GalaxyStatus({ state, search, hasNoWebGl, present }: GalaxyStatusProps) {
  const t = useText();
  const { status, labels, found } = state;
  const { missing, isLayingOut } = labels;
  const placeless = search.state === "done" ? search.total - (found?.length ?? 0) : 0;
  const notes = [
    READING[status]?.(state.count, t) ?? t.count(present, "{count} sound", "{count} sounds"),
    search.state === "searching" && t("Searching…"),
    search.state === "failed" && t("The search did not work. Change it to try again."),
    search.state === "done" && t("{count} found", { count: search.total }),
    placeless > 0 && t("{count} of them without a place", { count: placeless }),
    missing > 0 && t.count(missing, "{count} sample has no place yet", "{count} samples have no place yet"),
    isLayingOut && t("The galaxy is laid out again"),
    hasNoWebGl && t("Flat, because this browser draws no WebGL"),
    status === "ready" && present < 3 && t("Near and far tell more with more sounds: upload some"),
  ].filter(Boolean);
  return (
    <p role="status" className="-mt-1 min-h-4.5 text-muted-foreground text-xs">
      {notes.join(" · ")}
    </p>
  );
}

/** Calls back a moment after the last call. The same function from render to render. */
function useSoon(run: () => void): () => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), REST_MS);
  }, []);
}

"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { Scope } from "@/components/ui/scope";
import type { GalaxyPoints } from "@/lib/galaxy/schema";
import { fetchGalaxy, fetchLabels } from "./fetch-galaxy";
import { GalaxyModel, type GalaxyState } from "./galaxy-model";
import { GalaxyRows } from "./galaxy-rows";

/** After a change, as many others may come as a batch has files. */
const CHANGES_MS = 2500;
/** How often one asks whether samples without a place have one, and whether a new layout is done. */
const WAITING_MS = 15_000;
const LAYING_OUT_MS = 5000;

export interface LoadedGalaxy {
  model: GalaxyModel;
  rows: GalaxyRows;
  state: GalaxyState;
  retry: () => void;
}

/** The points of the person's library, kept up to date while the page is open. */
export function useGalaxy(): LoadedGalaxy {
  const [model] = useState(() => new GalaxyModel());
  const [rows] = useState(() => new GalaxyRows());
  const state = useSyncExternalStore(model.subscribe, model.state, model.startState);
  /** Raised when the points should be read again. */
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => {
    const scope = new Scope();
    const read = async () => {
      let points: GalaxyPoints | null = null;
      const labels = fetchLabels(scope.signal);
      // Handled below; until then its failure is nobody's.
      labels.catch(() => {});
      await fetchGalaxy(scope.signal, (part) => {
        points = part.points;
        if (model.state().status !== "ready") model.arriving(part);
      });
      // Whether an empty galaxy waits for something is known with the labels only.
      if (points && (points as GalaxyPoints).count === 0) model.labelled(await labels);
      if (points) model.arrived(points);
      model.labelled(await labels);
    };
    const run = () => read().catch(() => !scope.signal.aborted && model.failed());
    // The first time at once. What changes later may go on changing.
    scope.timeout(() => void run(), round === 0 || model.state().status !== "ready" ? 0 : CHANGES_MS);
    return scope.dispose;
  }, [model, round]);

  const { missing, isLayingOut, layout } = state.labels;
  const isWaiting = state.status === "ready" && (missing > 0 || isLayingOut);
  useEffect(() => {
    if (!isWaiting) return;
    const scope = new Scope();
    scope.interval(
      async () => {
        if (document.visibilityState === "hidden") return;
        const labels = await fetchLabels(scope.signal).catch(() => null);
        if (labels && (labels.missing !== missing || labels.layout !== layout)) again();
      },
      isLayingOut ? LAYING_OUT_MS : WAITING_MS,
    );
    return scope.dispose;
  }, [isWaiting, isLayingOut, missing, layout, again]);

  useSampleEvents(({ sampleId, change, status }) => {
    if (change === "deleted") model.remove(sampleId);
    rows.forget(sampleId);
    const isOther = change === "restored" || change === "values" || (change === "status" && status === "completed");
    if (isOther) again();
  }, again);
  return { model, rows, state, retry: again };
}

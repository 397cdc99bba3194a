"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useGalaxyEvents, useSampleEvents } from "@/components/live/live-events-provider";
import { Scope } from "@/components/ui/scope";
import { fetchLabels } from "./fetch-galaxy";
import { GalaxyModel, type GalaxyState } from "./galaxy-model";
import { GalaxyReader } from "./galaxy-reader";
import { GalaxyRows } from "./galaxy-rows";

/** How often one asks whether samples without a place have one: where live updates are switched off, nobody says it. */
const WAITING_MS = 30_000;

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
  const [reader] = useState(() => new GalaxyReader(model));
  const { again } = reader;
  useEffect(() => reader.open(), [reader]);

  const { missing, isLayingOut, layout } = state.labels;
  const isWaiting = state.status === "ready" && (missing > 0 || isLayingOut);
  useEffect(() => {
    if (!isWaiting) return;
    const scope = new Scope();
    scope.interval(async () => {
      if (document.visibilityState === "hidden") return;
      const labels = await fetchLabels(scope.signal).catch(() => null);
      if (labels && (labels.missing !== missing || labels.layout !== layout)) again();
    }, WAITING_MS);
    return scope.dispose;
  }, [isWaiting, missing, layout, again]);
  useGalaxyEvents(again);

  useSampleEvents(({ sampleId, change, status }) => {
    if (change === "deleted") {
      model.remove(sampleId);
      // What is being read may still have it.
      if (reader.isReading) again();
    }
    rows.forget(sampleId);
    const isOther = change === "restored" || change === "values" || (change === "status" && status === "completed");
    if (isOther) again();
  }, again);
  return { model, rows, state, retry: reader.retry };
}

"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { apiAddress } from "@/lib/api/client";
import type { CollectionEvent } from "@/lib/events/collection-event";
import type { SampleEvent } from "@/lib/events/sample-event";
import { LiveConnection, type LiveState } from "./live-connection";

/** A bulk edit reports every few hundred samples. What is on screen is not read anew as often. */
const MANY_SAMPLES_MS = 500;

interface Subscriber {
  onSample?: (event: SampleEvent) => void;
  onBatch?: (batchId: string) => void;
  onCollection?: (event: CollectionEvent) => void;
  onGalaxy?: () => void;
  onDashboard?: () => void;
  onNotices?: () => void;
  onMissed: () => void;
}

interface LiveEvents {
  subscribe: (subscriber: Subscriber) => () => void;
  /** The number of events so far, so that a component that was hidden knows whether it missed some. */
  sequence: () => number;
}

const LiveEventsContext = createContext<LiveEvents | null>(null);
const LiveStateContext = createContext<LiveState>("connecting");

/** Keeps one event stream for the whole studio and passes its events to the components on screen. */
export function LiveEventsProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<LiveState>("connecting");
  const subscribers = useRef(new Set<Subscriber>());
  const sequence = useRef(0);

  useEffect(() => {
    let reading: ReturnType<typeof setTimeout> | null = null;
    const missed = () => {
      sequence.current += 1;
      for (const subscriber of subscribers.current) subscriber.onMissed();
    };
    const connection = new LiveConnection(apiAddress("GET /events", {}), {
      onState: setState,
      onSample: (event) => {
        sequence.current += 1;
        for (const subscriber of subscribers.current) subscriber.onSample?.(event);
      },
      onCollection: (event) => {
        sequence.current += 1;
        for (const subscriber of subscribers.current) subscriber.onCollection?.(event);
      },
      onGalaxy: () => {
        sequence.current += 1;
        for (const subscriber of subscribers.current) subscriber.onGalaxy?.();
      },
      onDashboard: () => {
        sequence.current += 1;
        for (const subscriber of subscribers.current) subscriber.onDashboard?.();
      },
      onNotices: () => {
        sequence.current += 1;
        for (const subscriber of subscribers.current) subscriber.onNotices?.();
      },
      onManySamples: () => {
        reading ??= setTimeout(() => {
          reading = null;
          missed();
        }, MANY_SAMPLES_MS);
      },
      onBatch: (batchId) => {
        sequence.current += 1;
        for (const subscriber of subscribers.current) subscriber.onBatch?.(batchId);
      },
      onGap: missed,
      // After a reload the server answers with the sign-in form.
      onSignedOut: () => window.location.reload(),
    });
    return () => {
      if (reading) clearTimeout(reading);
      connection.close();
    };
  }, []);

  const events = useMemo<LiveEvents>(
    () => ({
      sequence: () => sequence.current,
      subscribe: (subscriber) => {
        subscribers.current.add(subscriber);
        return () => subscribers.current.delete(subscriber);
      },
    }),
    [],
  );

  return (
    <LiveEventsContext value={events}>
      <LiveStateContext value={state}>{children}</LiveStateContext>
    </LiveEventsContext>
  );
}

const ignore = () => {};

/**
 * Calls `handler` for each change to one of this person's samples while the component is on screen. Calls `onMissed`
 * if changes may have been missed, because the component was hidden or the stream restarted: load the data again then.
 * Both functions may change from render to render.
 */
export function useSampleEvents(handler: (event: SampleEvent) => void, onMissed: () => void = ignore): void {
  useSubscriber({ onSample: handler, onMissed });
}

/**
 * Calls `handler` for each change to a batch and to a sample that may be in one, and if changes may have been missed.
 * There are many: it should not read anew for each of them.
 */
export function useBatchEvents(handler: () => void): void {
  useSubscriber({ onBatch: handler, onSample: handler, onMissed: handler });
}

/** The same for changes to a collection that this person owns or shares, made by whomever. */
export function useCollectionEvents(handler: (event: CollectionEvent) => void, onMissed: () => void = ignore): void {
  useSubscriber({ onCollection: handler, onMissed });
}

/** Calls `handler` when points of this person's galaxy have got other places. Missed changes are told of as all others. */
export function useGalaxyEvents(handler: () => void): void {
  useSubscriber({ onGalaxy: handler, onMissed: ignore });
}

/** Calls `handler` when the dashboard is out of date: at once, or as soon as the component is on screen again. */
export function useDashboardEvents(handler: () => void): void {
  useSubscriber({ onDashboard: handler, onMissed: handler });
}

/** Calls `handler` when this person's notices have changed, and `onMissed` if they may have. */
export function useNoticeEvents(handler: () => void, onMissed: () => void): void {
  useSubscriber({ onNotices: handler, onMissed });
}

function useSubscriber(subscriber: Subscriber): void {
  const events = useContext(LiveEventsContext);
  const latest = useRef(subscriber);
  const seen = useRef<number | null>(null);

  useEffect(() => {
    latest.current = subscriber;
  });

  useEffect(() => {
    if (events === null) return;
    if (seen.current !== null && seen.current !== events.sequence()) latest.current.onMissed();
    const unsubscribe = events.subscribe({
      onSample: (event) => latest.current.onSample?.(event),
      onBatch: (batchId) => latest.current.onBatch?.(batchId),
      onCollection: (event) => latest.current.onCollection?.(event),
      onGalaxy: () => latest.current.onGalaxy?.(),
      onDashboard: () => latest.current.onDashboard?.(),
      onNotices: () => latest.current.onNotices?.(),
      onMissed: () => latest.current.onMissed(),
    });
    return () => {
      unsubscribe();
      seen.current = events.sequence();
    };
  }, [events]);
}

/** Whether the page is receiving live updates. */
export function useLiveState(): LiveState {
  return useContext(LiveStateContext);
}

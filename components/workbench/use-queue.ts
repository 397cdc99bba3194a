"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Scope } from "@/components/ui/scope";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { msg, type Text } from "@/lib/language/text";
import type { Corrections } from "@/lib/samples/corrections/schema";
import type { DoubtedValue } from "@/lib/workbench/constants";
import type { QueuePage, Workpiece } from "@/lib/workbench/schema";
import { undoOf } from "./draft";
import { nextPiece } from "./next-piece";

/** One value of one sample. */
export interface Step {
  piece: Workpiece;
  value: DoubtedValue;
}

interface Done extends Step {
  said: Corrections | null;
}

interface QueueState {
  steps: readonly Step[];
  /** The step on the bench. As long as `steps` when there is none. */
  at: number;
  /** What was said or skipped, the latest last. */
  done: readonly Done[];
  nextCursor: string | null;
}

type Change =
  | { type: "said"; said: Corrections | null }
  | { type: "undone" }
  | { type: "loaded"; steps: readonly Step[]; nextCursor: string | null };

function changed(state: QueueState, change: Change): QueueState {
  switch (change.type) {
    case "said": {
      const step = state.steps[state.at];
      return step ? { ...state, at: state.at + 1, done: [...state.done, { ...step, said: change.said }] } : state;
    }
    case "undone":
      return state.at > 0 ? { ...state, at: state.at - 1, done: state.done.slice(0, -1) } : state;
    case "loaded": {
      const known = new Set(state.steps.map(({ piece, value }) => `${piece.id} ${value}`));
      const more = change.steps.filter(({ piece, value }) => !known.has(`${piece.id} ${value}`));
      return { ...state, steps: [...state.steps, ...more], nextCursor: change.nextCursor };
    }
  }
}

/** Fetches more when so few steps are left: nobody waits for the next one. */
const LEFT_LEAST = 6;
const RETRY_MS = 4000;

const stepsOf = (pieces: readonly Workpiece[], value: DoubtedValue | undefined): Step[] =>
  pieces.flatMap((piece) => (value ? [value] : piece.doubts).map((one) => ({ piece, value: one })));

export interface Queue {
  step: Step | null;
  /** The sample after it, to prepare. */
  next: Workpiece | null;
  said: number;
  skipped: number;
  canUndo: boolean;
  isLoading: boolean;
  /** Corrects the value on the bench and goes on. */
  say: (corrections: Corrections) => void;
  skip: () => void;
  /** Takes the last answer back, and puts its sample onto the bench again. */
  undo: () => void;
}

/** The steps of the workbench, one after the other; more are fetched before the last. */
export function useQueue(page: QueuePage, value: DoubtedValue | undefined, only?: readonly Step[]): Queue {
  const [state, dispatch] = useReducer(changed, null, () => ({
    ...{ steps: only ?? stepsOf(page.data, value), at: 0, done: [] },
    nextCursor: page.nextCursor,
  }));
  const { steps, at, done, nextCursor } = state;
  const isLoading = useMore(nextCursor, steps.length - at, value, dispatch);
  const step = steps[at] ?? null;
  const latest = done.at(-1);
  const t = useText();
  useAskBeforeLoss();

  const say = (said: Corrections) => {
    if (!step) return;
    dispatch({ type: "said", said });
    void save(step.piece, said, t);
  };
  const undo = () => {
    if (!latest) return;
    dispatch({ type: "undone" });
    if (latest.said) void save(latest.piece, undoOf(latest.said, latest.piece), t);
  };
  return {
    step,
    next: nextPiece(steps, at),
    said: done.filter((one) => one.said !== null).length,
    skipped: done.filter((one) => one.said === null).length,
    canUndo: latest !== undefined,
    isLoading,
    say,
    skip: () => dispatch({ type: "said", said: null }),
    undo,
  };
}

/** Writes of one sample arrive in the order in which they were said. */
const writes = new Map<string, Promise<void>>();
/** How many of them wait for the one before, so that the browser does not know of them yet. */
let unsent = 0;

/** What was sent arrives when the page is left. Before what was not is lost, the browser asks. */
function useAskBeforeLoss(): void {
  useEffect(() => {
    const scope = new Scope();
    scope.listen(window, "beforeunload", (event) => {
      if (unsent > 0) event.preventDefault();
    });
    return scope.dispose;
  }, []);
}

function save(piece: Workpiece, corrections: Corrections, t: Text): Promise<void> {
  const write = async () => {
    const answer = await callApi("PATCH /samples/:id/corrections", {
      params: { id: piece.id },
      body: corrections,
      keepalive: true,
    }).catch(() => null);
    if (answer?.ok) return;
    const code = answer?.problem?.code;
    const description =
      code === "not_found" ? msg("The sample was deleted.") : errorText(code === undefined ? undefined : "internal");
    toast.error(t("“{name}” was not corrected", { name: piece.fileName }), { description: t(description) });
  };
  const before = writes.get(piece.id);
  if (before) unsent += 1;
  const mine = before
    ? before.then(() => {
        unsent -= 1;
        return write();
      })
    : write();
  writes.set(piece.id, mine);
  void mine.then(() => {
    if (writes.get(piece.id) === mine) writes.delete(piece.id);
  });
  return mine;
}

function useMore(
  cursor: string | null,
  left: number,
  value: DoubtedValue | undefined,
  dispatch: (change: Change) => void,
): boolean {
  const t = useText();
  const asked = useRef<string | null>(null);
  const [tries, setTries] = useState(0);
  const isWanted = cursor !== null && left <= LEFT_LEAST;
  const load = useCallback(
    async (from: string) => {
      const answer = await callApi("GET /workbench/queue", {
        query: { cursor: from, ...(value ? { value } : {}) },
      }).catch(() => null);
      if (answer?.ok) {
        const { data, nextCursor } = answer.body;
        dispatch({ type: "loaded", steps: stepsOf(data, value), nextCursor });
      } else {
        toast.error(t("The next samples could not be loaded"), { description: t(errorText()) });
        setTimeout(() => {
          asked.current = null;
          setTries((before) => before + 1);
        }, RETRY_MS);
      }
    },
    [value, dispatch, t],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a failure it is asked again.
  useEffect(() => {
    if (!isWanted || cursor === null || asked.current === cursor) return;
    asked.current = cursor;
    void load(cursor);
  }, [isWanted, cursor, load, tries]);
  return isWanted;
}

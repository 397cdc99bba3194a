import { useCallback, useEffect, useState } from "react";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { Scope } from "@/components/ui/scope";
import { loadSample, type SeenSample } from "@/components/visualizer/load-sample";
import { msg } from "@/lib/language/text";

const PROBLEMS = {
  gone: msg("What plays is not one of your samples any more, so there is nothing to draw from."),
  "not analysed": msg("Pictures are drawn from the analysis of a sample, and this one has none yet."),
  failed: msg("What is known of this sample could not be loaded. The sound still plays."),
};

export interface SeenSampleState {
  /** The last one that was loaded: it stays until the next is there. */
  sample: SeenSample | null;
  /** A marked text. */
  problem: string | null;
  retry: () => void;
}

/** Loads what is known of a sample, again when that changes. */
export function useSeenSample(id: string | null): SeenSampleState {
  const [sample, setSample] = useState<SeenSample | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const retry = useCallback(() => setTurn((before) => before + 1), []);
  useSampleEvents((event) => {
    // Of what was deleted, what is loaded can still be seen.
    if (event.sampleId === id && event.change !== "deleted") retry();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks again.
  useEffect(() => {
    if (id === null) return;
    const scope = new Scope();
    const { signal } = scope;
    loadSample(id, signal).then(
      (found) => {
        if (signal.aborted) return;
        if (typeof found !== "string") setSample(found);
        setProblem(typeof found === "string" ? PROBLEMS[found] : null);
      },
      () => {
        if (!signal.aborted) setProblem(PROBLEMS.failed);
      },
    );
    return scope.dispose;
  }, [id, turn]);
  return { sample, problem, retry };
}

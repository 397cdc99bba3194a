"use client";

import { useEffect, useRef, useState } from "react";
import type { TriedSound, TryoutProblem } from "@/lib/tryouts/tried-sound";
import type { TryStage } from "./try-stage";

export type TryState =
  | { is: "idle"; wasStopped: boolean }
  | { is: "busy"; fileName: string; stage: TryStage }
  | { is: "done"; fileName: string; sizeBytes: number; sound: TriedSound }
  | { is: "refused"; fileName: string; problem: TryoutProblem };

/** One file at a time: another takes the place of the one before. */
export function useTryout() {
  const [state, setState] = useState<TryState>({ is: "idle", wasStopped: false });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const stop = () => {
    running.current?.abort();
    running.current = null;
    setState({ is: "idle", wasStopped: true });
  };
  const start = async (file: File) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const { name: fileName, size: sizeBytes } = file;
    const show = (next: TryState) => {
      if (running.current === mine) setState(next);
    };
    show({ is: "busy", fileName, stage: { name: "sending", fraction: 0 } });
    // Only now: the page itself stays light.
    const [{ sendTryout }] = await Promise.all([import("./send-tryout"), import("./tried-sound")]);
    const onStage = (stage: TryStage) => show({ is: "busy", fileName, stage });
    const tried = await sendTryout(file, { onStage, signal: mine.signal });
    if (!tried) return;
    if (tried.ok) show({ is: "done", fileName, sizeBytes, sound: tried.sound });
    else show({ is: "refused", fileName, problem: tried.problem });
  };
  return { state, start, stop };
}

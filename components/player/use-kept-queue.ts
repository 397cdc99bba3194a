"use client";

import { useEffect } from "react";
import { Scope } from "@/components/ui/scope";
import { msg } from "@/lib/language/text";
import { audioPlayer } from "./audio-player";
import { isGone, readQueue, type StoredQueue, storeQueue } from "./stored-queue";
import { playQueue, tell } from "./use-queue";

/** Keeps what plays over a reload: it comes back paused, where it was. */
export function useKeptQueue(): void {
  useEffect(() => {
    const scope = new Scope();
    const kept = readQueue();
    if (kept && !audioPlayer().state().track) void comeBack(kept, scope.signal);
    const store = () => storeQueue(now());
    scope.listen(window, "pagehide", store);
    // A phone may end a page that is hidden, without another word.
    const onHidden = () => document.visibilityState === "hidden" && store();
    document.addEventListener("visibilitychange", onHidden);
    scope.add(() => document.removeEventListener("visibilitychange", onHidden));
    // Whoever leaves the studio stops the sound, and with it this.
    scope.add(() => storeQueue(null));
    return scope.dispose;
  }, []);
}

function now(): StoredQueue | null {
  const { track } = audioPlayer().state();
  const { list, goesOn } = playQueue().state();
  return track && { track, positionSeconds: audioPlayer().positionOf(track.id), list, goesOn };
}

/** What was deleted meanwhile is said, and the next one stands there instead. */
async function comeBack({ track, positionSeconds, list, goesOn }: StoredQueue, signal: AbortSignal): Promise<void> {
  const at = list?.tracks.findIndex(({ id }) => id === track.id) ?? -1;
  const candidates = [track, ...(goesOn && list ? list.tracks.slice(at + 1) : [])];
  for (const candidate of candidates) {
    const gone = await isGone(candidate);
    // Somebody was quicker.
    if (signal.aborted || audioPlayer().state().track) return;
    if (gone) {
      if (candidate === track) tell(msg`${track.title} was deleted meanwhile`, msg("It plays no more."));
      continue;
    }
    if (list) playQueue().open(list, candidate.id, goesOn);
    audioPlayer().seek(candidate, candidate === track ? positionSeconds : 0);
    return;
  }
}

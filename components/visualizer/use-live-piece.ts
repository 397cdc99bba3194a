import { useEffect, useMemo, useRef, useState } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { SoundTap } from "@/components/player/sound-tap";
import { Scope } from "@/components/ui/scope";
import type { Piece } from "./engine/piece";
import { loadPiece } from "./load-piece";
import type { SeenSample } from "./load-sample";
import type { Playhead } from "./studio";

/** What is stored of the sound; null while it is fetched. */
export function usePiece({ sampleId, facts, sampleRateHz, peaksUrl, spectrogramUrl }: SeenSample): Piece | null {
  const [held, hold] = useState<{ sampleId: string; piece: Piece } | null>(null);
  const latest = useRef(facts);
  // The same facts come as other objects whenever the page is refreshed.
  const said = JSON.stringify([facts.bpm, facts.key, facts.beats.length, facts.beats[0], facts.downbeats[0]]);
  useEffect(() => {
    latest.current = facts;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other facts make another piece.
  useEffect(() => {
    const scope = new Scope();
    const { signal } = scope;
    void loadPiece({ facts: latest.current, sampleRateHz, peaksUrl, spectrogramUrl }, signal).then((loaded) => {
      if (!signal.aborted) hold({ sampleId, piece: loaded });
    });
    return scope.dispose;
  }, [sampleId, said, sampleRateHz, peaksUrl, spectrogramUrl]);
  // The piece of another sound is none of this one.
  return held?.sampleId === sampleId ? held.piece : null;
}

export interface TappedPlayhead extends Playhead {
  /** The sound, for a recording. */
  track: () => MediaStreamTrack | null;
  wasHeard: () => boolean;
}

/** Where the player is in this sample, and what it sounds like while the picture is open. */
export function usePlayhead(sampleId: string): TappedPlayhead {
  const tap = useRef<SoundTap | null>(null);
  useEffect(() => {
    const mine = new SoundTap(() => audioPlayer().heardOf(sampleId));
    tap.current = mine;
    return () => {
      tap.current = null;
      mine.dispose();
    };
  }, [sampleId]);
  return useMemo(
    () => ({
      seconds: () => audioPlayer().positionOf(sampleId),
      isPlaying: () => audioPlayer().isCurrent(sampleId) && audioPlayer().state().status === "playing",
      tempo: () => audioPlayer().state().tuning.tempo,
      analyser: () => tap.current?.analyser() ?? null,
      track: () => tap.current?.track() ?? null,
      wasHeard: () => tap.current?.wasHeard ?? false,
    }),
    [sampleId],
  );
}

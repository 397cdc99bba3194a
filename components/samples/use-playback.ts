"use client";

import { useMemo } from "react";
import { useKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "@/components/player/audio-player";
import { type LoopRange, SEEK_SECONDS, type Track } from "@/components/player/track";
import { useTrackState } from "@/components/player/use-player";

export interface PlaybackOptions {
  sampleId: string;
  fileName: string;
  durationSeconds: number;
  sampleRateHz: number;
  channels: number;
  /** Null if the file can no longer be played. */
  audioUrl: string | null;
  /** By what it is matched with other sounds. */
  matched: Pick<Track, "bpm" | "key" | "lufs" | "truePeakDbtp">;
}

export interface Playback {
  track: Track | null;
  isPlaying: boolean;
  /** Playing, or about to. */
  isOn: boolean;
  positionSeconds: number;
  loop: LoopRange | null;
  /** What went wrong; null if nothing did. */
  message: string | null;
  seek: (seconds: number) => void;
}

/** Plays one sample, by buttons and keys. It goes on playing when the page is left, and is found playing. */
export function usePlayback(options: PlaybackOptions): Playback {
  const { sampleId, fileName, durationSeconds, sampleRateHz, channels, audioUrl, matched } = options;
  const track = useMemo<Track | null>(() => {
    const file = { durationSeconds, sampleRateHz, channels, ...matched };
    return audioUrl ? { id: sampleId, title: fileName, src: audioUrl, ...file } : null;
  }, [sampleId, fileName, audioUrl, durationSeconds, sampleRateHz, channels, matched]);
  const { status, positionSeconds, loop, message } = useTrackState(sampleId);
  usePlayerKeys(track);
  return {
    track,
    isPlaying: status === "playing",
    isOn: status === "playing" || status === "loading",
    positionSeconds,
    loop,
    message,
    seek: (seconds) => {
      if (track) audioPlayer().seek(track, seconds);
    },
  };
}

/** On its page they are for this sample, whatever else plays. */
function usePlayerKeys(track: Track | null): void {
  const act = (run: (track: Track) => void) => () => {
    if (!track) return false;
    run(track);
  };
  useKeys({
    "player.toggle": act((mine) => audioPlayer().toggle(mine)),
    "player.back": act((mine) => audioPlayer().seekBy(mine, -SEEK_SECONDS)),
    "player.forward": act((mine) => audioPlayer().seekBy(mine, SEEK_SECONDS)),
  });
}

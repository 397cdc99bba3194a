"use client";

import { ExternalLink, Metronome, Pause, Play, Redo2, Undo2 } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useText } from "#text";
import { useKeys, useOwnKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";
import { useTrackState } from "@/components/player/use-player";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { effectiveGrid, type MeasuredGrid } from "@/lib/samples/corrections/effective-grid";
import type { Corrections } from "@/lib/samples/corrections/schema";
import { type Draft, saidBy, startDraft } from "./draft";
import { draftAfterKey } from "./draft-keys";
import { KeyChoice } from "./key-choice";
import { KindChoice } from "./kind-choice";
import { PieceTimeline } from "./piece-timeline";
import { trackOfPiece } from "./piece-track";
import { playTriad } from "./studio-sound";
import { tempoOfTaps, withTap } from "./tap-tempo";
import { Kbd, TempoChoice } from "./tempo-choice";
import { useClicks } from "./use-clicks";
import type { Step } from "./use-queue";
import { COMMON_KEYS, VALUE_KEYS } from "./workbench-keys";

const SEEK_SECONDS = 5;
/** So short a sound repeats until somebody has decided. */
const REPEATED_SECONDS = 20;
/** Keys that may be held. */
const REPEATED = [",", ".", "<", ">", ";", ":"];
/** A long recording is begun where it is likely to be in full swing. */
const BEGUN_AT = 0.3;

export interface BenchProps {
  step: Step;
  canUndo: boolean;
  /** Whether the sample plays as soon as it is on the bench. */
  playsAtOnce: boolean;
  /** Whether the metronome is on. */
  isClicking: boolean;
  onClicking: (isOn: boolean) => void;
  onSay: (said: Corrections) => void;
  onSkip: () => void;
  onUndo: () => void;
}

/** One value of one sample: hear it, set it right, and go on. Everything has a key. */
export function Bench({ step, canUndo, playsAtOnce, isClicking, onClicking, onSay, onSkip, onUndo }: BenchProps) {
  const t = useText();
  const { piece, value } = step;
  const [draft, setDraft] = useState<Draft>(() => startDraft(piece));
  const [taps, setTaps] = useState<readonly number[]>([]);
  const track = useMemo(() => trackOfPiece(piece), [piece]);
  const change = useCallback((part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })), []);
  const grid = useMemo(() => gridOf(step, draft), [step, draft]);
  useClicks(piece.id, grid, isClicking && value === "bpm");
  useStart(track, playsAtOnce);

  const tap = () => {
    const next = withTap(taps, performance.now());
    setTaps(next);
    const bpm = tempoOfTaps(next);
    if (bpm !== null) change({ bpm });
  };
  const save = () => onSay(saidBy(value, draft, piece));
  const press = (event: KeyboardEvent): boolean => {
    // A key that is held would settle sample after sample that nobody has heard.
    if (event.repeat && !REPEATED.includes(event.key)) return false;
    if (event.key === "Enter") save();
    else if (event.key === "n" || event.key === "N") onSkip();
    else if ((event.key === "z" || event.key === "Z") && canUndo) onUndo();
    else if (event.key === "c" || event.key === "C") onClicking(!isClicking);
    else if ((event.key === "t" || event.key === "T") && value === "bpm") tap();
    else {
      const next = draftAfterKey(event.key, {
        draft,
        piece,
        value,
        grid,
        positionSeconds: () => audioPlayer().positionOf(piece.id),
      });
      if (next) {
        setDraft(next);
        if (value === "key" && next.key && next.key !== draft.key) playTriad(next.key);
      } else return false;
    }
    return true;
  };
  useOwnKeys({
    title: t("At the workbench"),
    lines: [...COMMON_KEYS, ...VALUE_KEYS[value]].map(([key, does]) => [key, t(does)] as const),
    press,
  });
  useKeys({
    "player.toggle": (event) => track !== null && !event.repeat && audioPlayer().toggle(track),
    "player.back": () => track !== null && audioPlayer().seekBy(track, -SEEK_SECONDS),
    "player.forward": () => track !== null && audioPlayer().seekBy(track, SEEK_SECONDS),
  });

  return (
    <section aria-labelledby="on-the-bench" className="glass overflow-hidden rounded-lg">
      <header className="flex flex-wrap items-center justify-between gap-3 px-5 py-4">
        <div className="min-w-0">
          <h2 id="on-the-bench" className="font-medium text-lg [overflow-wrap:anywhere]">
            {piece.fileName}
          </h2>
          {piece.folderPath ? (
            <p className="text-muted-foreground text-sm [overflow-wrap:anywhere]">{piece.folderPath}</p>
          ) : null}
        </div>
        <ButtonLink href={`/samples/${piece.id}`} variant="ghost" size="sm">
          <ExternalLink aria-hidden />
          {t("[verb] Open")}
        </ButtonLink>
      </header>
      <div className="border-t">
        <PieceTimeline piece={piece} track={track} grid={value === "bpm" ? grid : null} />
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t px-5 py-3">
        <PlayButton track={track} id={piece.id} />
        {value === "bpm" ? (
          <Button
            aria-pressed={isClicking}
            variant={isClicking ? "primary" : "secondary"}
            onClick={() => onClicking(!isClicking)}
          >
            <Metronome aria-hidden />
            {t("Metronome")}
            <Kbd>C</Kbd>
          </Button>
        ) : null}
      </div>
      <div className="border-t px-5 py-5">
        {value === "bpm" ? (
          <TempoChoice piece={piece} draft={draft} onDraft={change} taps={taps.length} onTap={tap} />
        ) : null}
        {value === "key" ? <KeyChoice piece={piece} draft={draft} onDraft={change} /> : null}
        {value === "kind" ? <KindChoice piece={piece} draft={draft} onDraft={change} /> : null}
      </div>
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-4">
        <Button variant="ghost" disabled={!canUndo} onClick={onUndo}>
          <Undo2 aria-hidden />
          {t("Undo")}
          <Kbd>Z</Kbd>
        </Button>
        <Button variant="ghost" onClick={onSkip}>
          <Redo2 aria-hidden />
          {t("Skip")}
          <Kbd>N</Kbd>
        </Button>
        <Button variant="primary" onClick={save}>
          {isUnchanged(step, draft) ? t("Right as it is") : t("Save")}
          <Kbd>Enter</Kbd>
        </Button>
      </footer>
    </section>
  );
}

function PlayButton({ track, id }: { track: Track | null; id: string }) {
  const t = useText();
  const { status } = useTrackState(id);
  const isOn = status === "playing" || status === "loading";
  return (
    <Button disabled={track === null} onClick={() => track && audioPlayer().toggle(track)}>
      {isOn ? <Pause aria-hidden /> : <Play aria-hidden />}
      {isOn ? t("Pause") : t("Play")}
      <Kbd>Space</Kbd>
    </Button>
  );
}

function useStart(track: Track | null, playsAtOnce: boolean): void {
  useEffect(() => {
    if (!track || !playsAtOnce) return;
    const player = audioPlayer();
    const seconds = track.durationSeconds ?? 0;
    if (!player.isCurrent(track.id)) {
      if (seconds <= REPEATED_SECONDS) player.setLoop(track, { startSeconds: 0, endSeconds: seconds });
      else player.seek(track, seconds * BEGUN_AT);
    }
    player.play(track);
  }, [track, playsAtOnce]);
}

/** The beats as they would be if the draft were saved. */
function gridOf({ piece }: Step, { bpm, shiftBeats, offsetMs }: Draft) {
  const { measured, durationSeconds } = piece;
  const record = {
    ...{ beats: measured.beats, downbeats: measured.downbeats, tempo: measured.tempo, durationSeconds },
    meter: measured.beatsPerBar === null ? null : { beatsPerBar: measured.beatsPerBar },
  } as MeasuredGrid;
  const said = { by: null, at: "" };
  return effectiveGrid(record, { bpm: { value: bpm, ...said }, grid: { value: { shiftBeats, offsetMs }, ...said } });
}

function isUnchanged({ piece }: Step, draft: Draft): boolean {
  return JSON.stringify(draft) === JSON.stringify(startDraft(piece));
}

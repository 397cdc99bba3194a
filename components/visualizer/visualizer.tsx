"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { type PlaybackOptions, usePlayback } from "@/components/samples/use-playback";
import { Button } from "@/components/ui/button";
import { useShownPage } from "@/components/ui/use-shown-page";
import { cn } from "@/lib/cn";
import { formatBpm, formatKey } from "@/lib/music/notation";
import { BottomBar } from "./controls/bottom-bar";
import { Caption } from "./controls/caption";
import { useThemeColours } from "./controls/theme-colours";
import { TopBar } from "./controls/top-bar";
import { useCalm } from "./controls/use-calm";
import { useCaptures } from "./controls/use-captures";
import { useFullScreen } from "./controls/use-full-screen";
import { newSeed, usePictureChoice } from "./controls/use-picture-choice";
import { useVisualizerKeys } from "./controls/use-visualizer-keys";
import type { PieceSources } from "./load-piece";
import { missingOf, type PieceFacts } from "./piece-facts";
import type { LivePicture } from "./scene/picture-props";
import { usePiece, usePlayhead } from "./use-live-piece";
import { useStudio } from "./use-studio";

export interface VisualizerProps extends PlaybackOptions, PieceSources {
  initial: { scene: string | null; seed: number };
}

/** A sound as a picture that fills the window, with the player's controls over it. */
export function Visualizer(props: VisualizerProps) {
  const { sampleId, fileName, facts, durationSeconds } = props;
  const root = useRef<HTMLDivElement>(null);
  const playback = usePlayback(props);
  const playhead = usePlayhead(sampleId);
  const piece = usePiece(props);
  const colours = useThemeColours();
  const { studio, hasFailed, retry } = useStudio();
  const { scene, seed, choose } = usePictureChoice(props.initial);
  const calm = useCalm();
  const full = useFullScreen();
  const isShown = useShownPage();
  const [hasCaption, setCaption] = useState(false);
  const [isBare, setBare] = useState(false);
  const [isFlat, setFlat] = useState(false);
  const [picture, setPicture] = useState<LivePicture | null>(null);
  const onFlat = useCallback(() => setFlat(true), []);
  const isDeleted = useDeleted(sampleId);
  const kind = studio?.sceneNamed(scene) ?? null;

  const driver = useMemo(() => {
    if (!studio || !piece) return null;
    // Where each beat was shown, for whoever wants to measure it.
    const onBeat = (index: number, seconds: number) => {
      if (root.current) root.current.dataset.beat = `${index}@${seconds.toFixed(4)}`;
    };
    return new studio.FrameDriver(piece, playhead, calm.isCalm, onBeat);
  }, [studio, piece, playhead, calm.isCalm]);

  const captures = useCaptures({
    picture,
    fileName,
    sceneTitle: kind?.title ?? "",
    sound: playhead.track,
    wasHeard: playhead.wasHeard,
  });
  const toggleCaption = () => setCaption((before) => !before);
  const hide = () => {
    setBare(true);
    // What has the focus stays on the screen.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const newPicture = () => choose({ seed: newSeed() });
  useVisualizerKeys({
    hideControls: () => (isBare ? setBare(false) : hide()),
    showControls: () => setBare(false),
    fullScreen: full.toggle,
    caption: toggleCaption,
    calm: calm.toggle,
    photograph: captures.photograph,
    record: captures.toggleRecording,
    newPicture,
    scene: (index) => {
      const wanted = studio?.SCENES[index];
      if (wanted) choose({ scene: wanted.name });
    },
  });

  const notes = [
    ...(isDeleted ? ["This sample was deleted. What is loaded can still be seen."] : []),
    ...(playback.message ? [playback.message] : []),
    ...(playback.track ? [] : ["The sound can no longer be played."]),
    ...(isFlat ? ["There is no 3D here (WebGL is off or has failed), so this is the flat picture."] : []),
    ...(piece ? missingOf(piece) : []),
  ];
  return (
    <div
      ref={root}
      data-full-bleed
      className={cn("fixed inset-0 z-30 overflow-hidden bg-background", isBare && "cursor-none")}
      onPointerDown={() => setBare(false)}
    >
      {studio && kind && piece && driver && colours ? (
        <studio.Picture
          {...{ kind, piece, seed, colours, driver, onFlat }}
          isCalm={calm.isCalm}
          isRunning={playback.isPlaying && isShown}
          at={playback.positionSeconds}
          onPicture={setPicture}
        />
      ) : (
        <Waiting hasFailed={hasFailed} onRetry={retry} />
      )}
      <div className="pointer-events-none absolute inset-0 flex flex-col justify-between gap-3 p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:p-4">
        <div
          className={cn(
            "flex flex-col items-start gap-2 [&>*]:pointer-events-auto [&>:first-child]:w-full",
            bare(isBare),
          )}
        >
          <TopBar
            {...{ sampleId, fileName }}
            facts={factsText(facts)}
            scenes={studio?.SCENES ?? null}
            shown={kind}
            onScene={(name) => choose({ scene: name })}
            onNewPicture={newPicture}
          />
          <Notes notes={notes} />
        </div>
        <div className="flex flex-col items-center gap-3">
          {hasCaption && kind && piece ? (
            <Caption
              {...{ kind, piece }}
              isPlaying={playback.isPlaying}
              at={playback.positionSeconds}
              positionNow={playhead.seconds}
            />
          ) : null}
          <div className={cn("pointer-events-auto w-full max-w-5xl", bare(isBare))}>
            <BottomBar
              {...{ playback, durationSeconds }}
              calm={{ isOn: calm.isCalm, toggle: calm.toggle }}
              caption={{ isOn: hasCaption, toggle: toggleCaption }}
              recording={captures.canRecord ? { isOn: captures.isRecording, toggle: captures.toggleRecording } : null}
              fullScreen={full.canBeFull ? { isOn: full.isFull, toggle: full.toggle } : null}
              hasPicture={picture !== null}
              onPhotograph={captures.photograph}
              onHide={hide}
            />
          </div>
        </div>
      </div>
    </div>
  );
}

/** Hidden controls come back for whoever reaches them with the keyboard. */
const bare = (isBare: boolean) =>
  cn("transition-opacity duration-200", isBare && "not-focus-within:pointer-events-none not-focus-within:opacity-0");

function Waiting({ hasFailed, onRetry }: { hasFailed: boolean; onRetry: () => void }) {
  return (
    <div className="grid size-full place-items-center" role="status">
      {hasFailed ? (
        <div className="flex flex-col items-center gap-3">
          <p>The picture could not be loaded. The sound still plays.</p>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      ) : (
        <p className="animate-pulse-dot text-muted-foreground text-sm">Preparing the picture…</p>
      )}
    </div>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <ul aria-label="Notes" aria-live="polite" className={notes.length > 0 ? "flex flex-col gap-1" : "hidden"}>
      {notes.map((note) => (
        <li key={note} className="glass-strong w-fit max-w-md rounded-md px-3 py-1.5 text-muted-foreground text-xs">
          {note}
        </li>
      ))}
    </ul>
  );
}

/** "124.0 BPM · A minor": what is known of it. */
function factsText({ bpm, key }: PieceFacts): string {
  return [bpm === null ? null : `${formatBpm(bpm)} BPM`, key && formatKey(key)].filter(Boolean).join(" · ");
}

/** Whether it was deleted since, on this page's watch. */
function useDeleted(sampleId: string): boolean {
  const [isDeleted, setDeleted] = useState(false);
  useSampleEvents((event) => {
    if (event.sampleId === sampleId) setDeleted(event.change === "deleted");
  });
  return isDeleted;
}

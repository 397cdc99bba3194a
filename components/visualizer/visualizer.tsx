"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useKeyNotation } from "#notation";
import { useText } from "#text";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { usePlayback } from "@/components/samples/use-playback";
import { useShownPage } from "@/components/ui/use-shown-page";
import { cn } from "@/lib/cn";
import type { Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { formatBpm, writeKey } from "@/lib/music/notation";
import { BottomBar } from "./controls/bottom-bar";
import { Caption } from "./controls/caption";
import { Notes } from "./controls/notes";
import { pictureAddress } from "./controls/picture-address";
import { useThemeColours } from "./controls/theme-colours";
import { TopBar } from "./controls/top-bar";
import { useCalm } from "./controls/use-calm";
import { useCaptures } from "./controls/use-captures";
import { useFullScreen } from "./controls/use-full-screen";
import { newSeed, type PictureChoice } from "./controls/use-picture-choice";
import { useVisualizerKeys } from "./controls/use-visualizer-keys";
import { Waiting } from "./controls/waiting";
import type { SeenSample } from "./load-sample";
import { missingOf, type PieceFacts } from "./piece-facts";
import type { LivePicture, ShownPicture } from "./scene/picture-props";
import { hidePicture, showPicture } from "./shown-picture";
import { usePiece, usePlayhead } from "./use-live-piece";
import { useStudio } from "./use-studio";

export interface VisualizerProps {
  sample: SeenSample;
  choice: PictureChoice;
  /** Closes it; null where it is a page, which one leaves. */
  onClose: (() => void) | null;
}

/** A sound as a picture that fills the window, with the player's controls over it. */
export function Visualizer({ sample, choice, onClose }: VisualizerProps) {
  const t = useText();
  const { sampleId, fileName, facts, durationSeconds } = sample;
  const root = useRef<HTMLDivElement>(null);
  const playback = usePlayback(sample);
  const playhead = usePlayhead(sampleId);
  const piece = usePiece(sample);
  const colours = useThemeColours();
  const notation = useKeyNotation();
  const { studio, hasFailed, retry } = useStudio();
  const { scene, seed, choose } = choice;
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

  const isRunning = playback.isPlaying && isShown;
  const at = isRunning ? 0 : playback.positionSeconds;
  const shown = useMemo<ShownPicture | null>(() => {
    if (!kind || !piece || !driver || !colours) return null;
    return { kind, piece, driver, colours, seed, isCalm: calm.isCalm, isRunning, at, onPicture: setPicture, onFlat };
  }, [kind, piece, driver, colours, seed, calm.isCalm, isRunning, at, onFlat]);
  useEffect(() => {
    if (studio && shown) showPicture(root, studio.Picture, shown);
  }, [studio, shown]);
  useEffect(() => () => hidePicture(root), []);

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
    leave: () => (isBare || !onClose ? setBare(false) : onClose()),
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
    ...(isDeleted ? [t("This sample was deleted. What is loaded can still be seen.")] : []),
    ...(playback.message ? [t(playback.message)] : []),
    ...(playback.track ? [] : [t("The sound can no longer be played.")]),
    ...(isFlat ? [t("There is no 3D here (WebGL is off or has failed), so this is the flat picture.")] : []),
    ...(piece ? missingOf(piece, t) : []),
  ];
  return (
    <div
      ref={root}
      data-visualizer
      className={cn("fixed inset-0 z-45 overflow-hidden", shown === null && "bg-background", isBare && "cursor-none")}
      onPointerDown={() => setBare(false)}
    >
      {shown ? null : <Waiting hasFailed={hasFailed} onRetry={retry} />}
      <div className="pointer-events-none absolute inset-0 flex flex-col justify-between gap-3 p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:p-4">
        <div
          className={cn(
            "flex flex-col items-start gap-2 [&>*]:pointer-events-auto [&>:first-child]:w-full",
            bare(isBare),
          )}
        >
          <TopBar
            {...{ sampleId, fileName, onClose }}
            address={onClose && kind && pictureAddress(sampleId, kind.name, seed)}
            facts={factsText(facts, notation, t)}
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

/** "124.0 BPM · A minor": what is known of it. */
function factsText({ bpm, key }: PieceFacts, notation: KeyNotation, t: Text): string {
  return [bpm === null ? null : `${formatBpm(bpm, t)} BPM`, key && writeKey(key, notation, t)]
    .filter(Boolean)
    .join(" · ");
}

/** Whether it was deleted since, on this page's watch. */
function useDeleted(sampleId: string): boolean {
  const [deleted, setDeleted] = useState<string | null>(null);
  useSampleEvents((event) => {
    if (event.sampleId === sampleId) setDeleted(event.change === "deleted" ? sampleId : null);
  });
  return deleted === sampleId;
}

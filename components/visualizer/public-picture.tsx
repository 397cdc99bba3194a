"use client";

import { Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useText } from "#text";
import { StudioTexts } from "@/components/language/text-provider";
import { SoundTap } from "@/components/player/sound-tap";
import { Button } from "@/components/ui/button";
import { Scope } from "@/components/ui/scope";
import { useShownPage } from "@/components/ui/use-shown-page";
import { SceneMenu } from "./controls/scene-menu";
import { useThemeColours } from "./controls/theme-colours";
import { useCalm } from "./controls/use-calm";
import type { Piece } from "./engine/piece";
import { loadPiece } from "./load-piece";
import type { PieceFacts } from "./piece-facts";
import type { ShownPicture } from "./scene/picture-props";
import type { Playhead } from "./studio";
import { useStudio } from "./use-studio";

export interface PublicPictureProps {
  /** The address of the public sound, below which everything is. */
  path: string;
  title: string;
  /** What plays it. */
  audio: HTMLAudioElement;
}

const SEED = 1;
/** The stored spectrogram is not public: what is heard is listened to instead. */
const UNKNOWN = { spectrogramUrl: null, sampleRateHz: 44_100 };

/** A public sound as a picture in its page, drawn from what is public of it. Its words come with it. */
export function PublicPicture(props: PublicPictureProps) {
  return (
    <Suspense fallback={<div className="aspect-video w-full" />}>
      <StudioTexts>
        <LoadedPicture {...props} />
      </StudioTexts>
    </Suspense>
  );
}

function LoadedPicture({ path, title, audio }: PublicPictureProps) {
  const t = useText();
  const { studio, hasFailed, retry } = useStudio();
  const [piece, failed] = usePublicPiece(path);
  const colours = useThemeColours();
  const { isCalm } = useCalm();
  const isShown = useShownPage();
  const [scene, setScene] = useState<string | null>(null);
  const { playhead, isPlaying, at } = usePlayhead(audio);
  const kind = studio?.sceneNamed(scene) ?? null;
  const driver = useMemo(
    () => (studio && piece ? new studio.FrameDriver(piece, playhead, isCalm, () => {}) : null),
    [studio, piece, playhead, isCalm],
  );
  const isRunning = isPlaying && isShown;
  const shown = useMemo<ShownPicture | null>(() => {
    if (!kind || !piece || !driver || !colours) return null;
    return { ...{ kind, piece, driver, colours, isCalm, isRunning, at }, seed: SEED, onPicture: noop, onFlat: noop };
  }, [kind, piece, driver, colours, isCalm, isRunning, at]);

  return (
    <section aria-label={t("{title} as a picture", { title })} data-visualizer className="flex flex-col gap-2">
      <div className="relative aspect-video w-full overflow-hidden rounded-lg border bg-background">
        {studio && shown ? <studio.Picture shown={shown} /> : null}
        {hasFailed || failed ? (
          <div role="alert" className="absolute inset-0 grid place-content-center justify-items-center gap-3 text-sm">
            {t("The picture could not be loaded.")}
            {hasFailed ? (
              <Button size="sm" onClick={retry}>
                {t("Try again")}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      {studio && kind ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <p className="min-w-0 flex-1 basis-64 text-muted-foreground text-sm">{t(kind.note)}</p>
          <SceneMenu scenes={studio.SCENES} shown={kind} onChoose={setScene} />
        </div>
      ) : null}
    </section>
  );
}

const noop = () => {};

/** What is public of a sound, once it is fetched; and whether that failed. */
function usePublicPiece(path: string): [piece: Piece | null, hasFailed: boolean] {
  const [piece, setPiece] = useState<Piece | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const scope = new Scope();
    const { signal } = scope;
    const load = async () => {
      const answer = await fetch(`${path}/facts`, { signal });
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      const facts = (await answer.json()) as PieceFacts;
      return loadPiece({ ...UNKNOWN, facts, peaksUrl: `${path}/peaks` }, signal);
    };
    load().then(
      (loaded) => !signal.aborted && setPiece(loaded),
      () => !signal.aborted && setFailed(true),
    );
    return scope.dispose;
  }, [path]);
  return [piece, hasFailed];
}

/** Where an element of the page is, and what it sounds like. */
function usePlayhead(audio: HTMLAudioElement): { playhead: Playhead; isPlaying: boolean; at: number } {
  const tap = useRef<SoundTap | null>(null);
  const [isPlaying, setPlaying] = useState(!audio.paused);
  const [at, setAt] = useState(audio.currentTime);
  useEffect(() => {
    const mine = new SoundTap(() => audio);
    tap.current = mine;
    const scope = new Scope();
    const listen = (name: string, listener: () => void) => {
      audio.addEventListener(name, listener, { signal: scope.signal });
    };
    const follow = () => {
      setPlaying(!audio.paused && !audio.ended);
      // While it plays, the driver asks for itself.
      if (audio.paused) setAt(audio.currentTime);
    };
    for (const name of ["playing", "pause", "ended", "seeked"]) listen(name, follow);
    return () => {
      scope.dispose();
      mine.dispose();
      tap.current = null;
    };
  }, [audio]);
  const playhead = useMemo<Playhead>(
    () => ({
      seconds: () => audio.currentTime,
      isPlaying: () => !audio.paused,
      tempo: () => audio.playbackRate,
      analyser: () => tap.current?.analyser() ?? null,
    }),
    [audio],
  );
  return { playhead, isPlaying, at };
}

"use client";

import { useEffect, useState } from "react";
import { useText } from "#text";
import { Scope } from "@/components/ui/scope";
import { FrameSource } from "@/components/visualizer/engine/frame-source";
import type { Piece } from "@/components/visualizer/engine/piece";
import type { SceneKind } from "@/components/visualizer/engine/scene";

/** As often as somebody can listen to it. */
const EVERY_MS = 4000;

export interface CaptionProps {
  kind: SceneKind;
  piece: Piece;
  isPlaying: boolean;
  /** The position while nothing plays. */
  at: number;
  positionNow: () => number;
}

/** What is to be seen, in words that are read aloud as they change. */
export function Caption({ kind, piece, isPlaying, at, positionNow }: CaptionProps) {
  const t = useText();
  const [words, setWords] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: while nothing plays, a seek changes the words.
  useEffect(() => {
    const scope = new Scope();
    const source = new FrameSource(piece);
    const say = () => {
      const seconds = positionNow();
      setWords(kind.caption(piece, source.at({ seconds, deltaSeconds: 0, isPlaying, heard: null }), t));
    };
    say();
    if (isPlaying) scope.interval(say, EVERY_MS);
    return scope.dispose;
  }, [kind, piece, isPlaying, positionNow, isPlaying ? null : at, t]);
  return (
    <p aria-live="polite" data-caption className="glass-strong max-w-2xl rounded-md px-4 py-2 text-center text-sm">
      {words}
    </p>
  );
}

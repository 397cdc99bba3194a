"use client";

import { useEffect, useRef } from "react";
import { useReducedMotion } from "@/components/ui/use-reduced-motion";
import { type DemoLoop, LOOP_SECONDS } from "./demo-loop";
import { advanceSpectrum, drawSignal, measureSignal, type SignalColours } from "./draw-signal";

/** The position shown to visitors who asked for reduced motion: a chord, while every instrument sounds. */
const STILL_POSITION = 0.31;
const FALL_DB_PER_SECOND = 70;

function readColours(canvas: HTMLCanvasElement): SignalColours {
  const style = getComputedStyle(canvas);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    low: token("--band-low"),
    mid: token("--band-mid"),
    high: token("--band-high"),
    line: token("--muted-foreground"),
    playhead: token("--foreground"),
  };
}

interface Animation {
  loop: DemoLoop;
  isStill: boolean;
  /** The audible position, 0–1 of the loop. Null while nothing plays. */
  heardPosition: (() => number) | null;
}

/** Animates the loop until the returned function is called. Pauses while the canvas is off screen. */
function animateSignal(canvas: HTMLCanvasElement, { loop, isStill, heardPosition }: Animation): () => void {
  const context = canvas.getContext("2d");
  if (context === null) return () => {};
  let colours = readColours(canvas);
  let size = { width: 0, height: 0 };
  let picture = measureSignal(loop, 1);
  let frame = 0;
  let lastMs: number | null = null;
  let silentPosition = 0;
  let isOnScreen = true;

  const paint = (nowMs: number) => {
    const elapsedSeconds = lastMs === null ? 0 : Math.min(0.1, (nowMs - lastMs) / 1000);
    lastMs = nowMs;
    silentPosition = (silentPosition + elapsedSeconds / LOOP_SECONDS) % 1;
    const position = heardPosition?.() ?? (isStill ? STILL_POSITION : silentPosition);
    advanceSpectrum(picture, loop.mix, position, elapsedSeconds * FALL_DB_PER_SECOND);
    drawSignal(context, size, picture, colours, position);
    const keepsMoving = isOnScreen && (!isStill || heardPosition !== null);
    frame = keepsMoving ? requestAnimationFrame(paint) : 0;
  };
  const wake = () => {
    if (frame !== 0) return;
    lastMs = null;
    frame = requestAnimationFrame(paint);
  };
  const resize = new ResizeObserver(() => {
    const scale = window.devicePixelRatio || 1;
    size = { width: canvas.clientWidth, height: canvas.clientHeight };
    canvas.width = Math.round(size.width * scale);
    canvas.height = Math.round(size.height * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    picture = measureSignal(loop, size.width);
    wake();
  });
  const visibility = new IntersectionObserver(([entry]) => {
    isOnScreen = entry?.isIntersecting ?? true;
    if (isOnScreen) wake();
  });
  const theme = new MutationObserver(() => {
    colours = readColours(canvas);
    wake();
  });
  theme.observe(document.documentElement, { attributeFilter: ["class"] });
  resize.observe(canvas);
  visibility.observe(canvas);
  return () => {
    cancelAnimationFrame(frame);
    theme.disconnect();
    resize.disconnect();
    visibility.disconnect();
  };
}

export interface SignalCanvasProps {
  loop: DemoLoop | null;
  heardPosition: (() => number) | null;
}

export function SignalCanvas({ loop, heardPosition }: SignalCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isStill = useReducedMotion();

  useEffect(() => {
    if (canvas.current === null || loop === null) return;
    return animateSignal(canvas.current, { loop, isStill, heardPosition });
  }, [loop, isStill, heardPosition]);

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label="Waveform of two bars in three colours, above their spectrum"
      className="block h-full w-full"
    />
  );
}

import type { PerspectiveCamera, Scene as ThreeScene, WebGLRenderer } from "three";
import type { Piece } from "./piece";
import type { Words } from "./words";

/** Bands of `Frame.spectrum`, mel-spaced from 30 Hz to 16 kHz. */
export const SPECTRUM_BANDS = 64;

/** Where in the metre a moment is. */
export interface BeatPlace {
  /** Index of the last beat. */
  index: number;
  /** From the last beat to the next one, 0 … 1. */
  phase: number;
  /** Index of the bar, and of the beat in it, both from 0. */
  bar: number;
  beatInBar: number;
  beatsPerBar: number;
}

/** One moment of a sound: everything that a scene draws from. Reused from frame to frame, so scenes copy what they keep. */
export interface Frame {
  /** Position in the sound. */
  seconds: number;
  /** Since the last frame, by the clock of the screen; 0 where time is asked for rather than played. */
  deltaSeconds: number;
  isPlaying: boolean;
  /** Null before the first beat, after the last one, and where there are none. */
  beat: BeatPlace | null;
  /** 1 on a beat, falling to 0 until the next; a first beat of a bar reaches 1, the others 0.6. */
  pulse: number;
  /** 0 … 1 each, as the analysis measured them. */
  level: number;
  low: number;
  mid: number;
  high: number;
  /** Heard now where the browser lets us listen, else from the stored spectrogram: `SPECTRUM_BANDS` values, 0 … 1. */
  spectrum: Float32Array;
  /** Energy of the twelve pitch classes from C, 0 … 1. */
  chroma: Float32Array;
  /** Indexes into the piece; −1 where there is none. */
  chord: number;
  section: number;
}

/** What a scene is made of. The same options make the same picture. */
export interface SceneOptions {
  piece: Piece;
  /** Any integer. */
  seed: number;
  /** No flashes, no fast motion, no shaking. */
  isCalm: boolean;
  /** 0 … 1: how much the machine can draw. Scenes choose their number of points and steps by it. */
  detail: number;
  /** CSS colours of the page's theme. */
  colours: SceneColours;
}

export interface SceneColours {
  background: string;
  /** Accents by what they mean on all pages. */
  rhythm: string;
  harmony: string;
  timbre: string;
  loudness: string;
  text: string;
}

/** A scene drawn by the graphics processor. */
export interface Scene {
  readonly three: ThreeScene;
  readonly camera: PerspectiveCamera;
  /** Strength of the glow around what is bright, 0 … 2. */
  readonly bloom: number;
  update(frame: Frame): void;
  resize(width: number, height: number): void;
  /** Frees every geometry, material and texture. */
  dispose(): void;
}

/** The idea of a scene on a canvas, for browsers without WebGL. Draws the whole picture of a frame. */
export type FlatScene = (
  context: CanvasRenderingContext2D,
  frame: Frame,
  size: { width: number; height: number },
) => void;

/** A scene as the menu knows it. */
export interface SceneKind {
  name: string;
  /** A marked text, as the note is. */
  title: string;
  /** What it shows, in one or two sentences. */
  note: string;
  make(options: SceneOptions, renderer: WebGLRenderer | null): Scene;
  makeFlat(options: SceneOptions): FlatScene;
  /** What is to be seen now, in words, for those who do not see it. */
  caption(piece: Piece, frame: Frame, t: Words): string;
}

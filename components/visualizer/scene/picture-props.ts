import type { Piece } from "@/components/visualizer/engine/piece";
import type { SceneColours, SceneKind } from "@/components/visualizer/engine/scene";
import type { FrameDriver } from "./frame-driver";

/** What is on the screen, to be photographed and recorded. */
export interface LivePicture {
  canvas: HTMLCanvasElement;
  /** Draws the moment once more: a canvas keeps its pixels only until the next frame. */
  draw: () => void;
}

export interface ShownPicture {
  kind: SceneKind;
  piece: Piece;
  seed: number;
  isCalm: boolean;
  colours: SceneColours;
  driver: FrameDriver;
  /** Draws every frame. Else a frame is drawn when something has changed. */
  isRunning: boolean;
  /** The position while nothing plays. */
  at: number;
  onPicture: (picture: LivePicture | null) => void;
  /** Told when it is drawn without WebGL. */
  onFlat: () => void;
}

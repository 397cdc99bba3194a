import type { SceneKind } from "@/components/visualizer/engine/scene";
import { kaleidoscopicTunnel } from "./kaleidoscopic-tunnel/kaleidoscopic-tunnel";
import { particleNebula } from "./particle-nebula/particle-nebula";
import { rhythmWheel } from "./rhythm-wheel/kind";
import { spectralTerrain } from "./spectral-terrain/kind";
import { tonnetzTorus } from "./tonnetz-torus/tonnetz-torus";

/** In the order of the menu. The first one is shown where no other is asked for. */
export const SCENES: readonly [SceneKind, ...SceneKind[]] = [
  spectralTerrain,
  rhythmWheel,
  tonnetzTorus,
  particleNebula,
  kaleidoscopicTunnel,
];

export const sceneNamed = (name: string | null): SceneKind => SCENES.find((one) => one.name === name) ?? SCENES[0];

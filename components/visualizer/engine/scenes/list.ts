import type { SceneKind } from "@/components/visualizer/engine/scene";
import { rhythmWheel } from "./rhythm-wheel/kind";
import { spectralTerrain } from "./spectral-terrain/kind";

/** In the order of the menu. The first one is shown where no other is asked for. */
export const SCENES: readonly [SceneKind, ...SceneKind[]] = [spectralTerrain, rhythmWheel];

export const sceneNamed = (name: string | null): SceneKind => SCENES.find((one) => one.name === name) ?? SCENES[0];

import { PerspectiveCamera, Scene as ThreeScene, Vector3 } from "three";
import { makeBackdrop } from "@/components/visualizer/engine/backdrop";
import { fitCamera } from "@/components/visualizer/engine/camera-distance";
import { mixColours } from "@/components/visualizer/engine/colour";
import { ease, easeAll } from "@/components/visualizer/engine/easing";
import { type Look, lookOf } from "@/components/visualizer/engine/look";
import {
  type Frame,
  type Scene,
  type SceneKind,
  type SceneOptions,
  SPECTRUM_BANDS,
} from "@/components/visualizer/engine/scene";
import { disposeScene } from "@/components/visualizer/engine/scene-disposal";
import { msg } from "@/components/visualizer/engine/words";
import { nebulaCaption } from "./caption";
import { makeFlatNebula } from "./flat";
import { makeCloud, makeGas, makeGates, makeHead, makePath } from "./meshes";
import { PARTICLES, particleCount, placeNebula } from "./nebula";
import { presentOf } from "./present";
import { angleAt, type Spiral, spiralOf, writePathPoint } from "./spiral";
import { type TimbreLine, timbreLine } from "./timbre";

const ELEVATION = { wide: 0.76, tall: 1.05 };
/** How fast the camera may follow the present around the middle, in radians a second. */
const FOLLOW = { usual: 0.16, calm: 0.05 };
/** The camera is this far behind the present, around the middle. */
const LAG = 0.55;
/** What is seen, in units of the spiral, and how far the camera looks from its middle towards the present. */
const VIEW = { wide: { width: 7.2, height: 4.9, towards: 0.3 }, tall: { width: 5.2, height: 5, towards: 0.5 } };
const GAS_MOST = 260;
const GAS_FROM_DETAIL = 0.25;
const GRAIN = 0.014;

function makeUniforms(look: Look, durationSeconds: number, count: number) {
  const { nowSeconds, lateSeconds, room, lateRoom } = presentOf(durationSeconds, count);
  return {
    uLow: { value: new Vector3(...look.rhythm) },
    uMid: { value: new Vector3(...look.timbre) },
    uHigh: { value: new Vector3(...look.harmony) },
    uPath: { value: new Vector3(...mixColours(look.text, look.harmony, 0.15)) },
    uHeadColour: { value: new Vector3(...look.harmony) },
    uSeconds: { value: 0 },
    uNowSeconds: { value: nowSeconds },
    uLateSeconds: { value: lateSeconds },
    uRoom: { value: room },
    uLateRoom: { value: lateRoom },
    uSpectrum: { value: new Float32Array(SPECTRUM_BANDS) },
    uPixels: { value: 450 },
    // Fewer particles are larger, so that the cloud weighs the same.
    uGrain: { value: GRAIN * (PARTICLES.most / count) ** 0.24 },
    uDrift: { value: 0 },
    uPulse: { value: 0 },
    uLevel: { value: 0 },
    uHead: { value: new Vector3() },
    uAspect: { value: 1 },
  };
}

class NebulaScene implements Scene {
  readonly three = new ThreeScene();
  readonly camera = new PerspectiveCamera(38, 1, 0.1, 60);
  readonly bloom: number;
  readonly #durationSeconds: number;
  readonly #isCalm: boolean;
  readonly #line: TimbreLine;
  readonly #spiral: Spiral;
  readonly #uniforms: ReturnType<typeof makeUniforms>;
  readonly #point = new Float32Array(3);
  /** The camera goes around the middle by this share of what the present does. */
  readonly #follow: number;
  #distance = 8;
  #elevation = ELEVATION.wide;
  #towards = VIEW.wide.towards;

  constructor({ piece, seed, isCalm, detail, colours }: SceneOptions) {
    const look = lookOf(colours);
    const line = timbreLine(piece);
    const count = particleCount(line.source === "none" ? 0 : detail);
    const spiral = spiralOf(piece.durationSeconds);
    const nebula = placeNebula(piece, line, spiral, count, seed);
    const uniforms = makeUniforms(look, piece.durationSeconds, count);
    this.bloom = look.isLight ? 0 : 0.6;
    this.#durationSeconds = piece.durationSeconds;
    this.#isCalm = isCalm;
    this.#line = line;
    this.#spiral = spiral;
    this.#uniforms = uniforms;
    const speed = isCalm ? FOLLOW.calm : FOLLOW.usual;
    this.#follow = Math.min(1, (speed * piece.durationSeconds) / angleAt(spiral, 1));
    const hasGas = detail > GAS_FROM_DETAIL && line.source !== "none";
    this.three.add(makeBackdrop(look, mixColours(look.timbre, look.harmony, 0.5)));
    if (hasGas) this.three.add(makeGas(look, nebula, Math.round(GAS_MOST * detail), uniforms));
    this.three.add(
      makeCloud(look, nebula, uniforms),
      makeGates(look, piece, line, spiral, uniforms),
      makePath(look, piece, line, spiral, uniforms),
      makeHead(look, uniforms),
    );
  }

  update({ seconds, deltaSeconds, spectrum, pulse, level }: Frame): void {
    const uniforms = this.#uniforms;
    const duration = this.#durationSeconds;
    const share = duration > 0 ? Math.min(1, Math.max(0, seconds / duration)) : 0;
    easeAll(uniforms.uSpectrum.value, spectrum, deltaSeconds, 0.05, this.#isCalm ? 0.7 : 0.22);
    uniforms.uSeconds.value = seconds;
    uniforms.uDrift.value = seconds * (this.#isCalm ? 0.12 : 0.7);
    uniforms.uPulse.value = this.#isCalm ? 0 : pulse;
    uniforms.uLevel.value = ease(uniforms.uLevel.value, level, deltaSeconds, this.#isCalm ? 1 : 0.2);
    writePathPoint(this.#spiral, this.#line, share, this.#point, 0);
    uniforms.uHead.value.fromArray(this.#point);
    this.#moveCamera(seconds, share);
  }

  #moveCamera(seconds: number, share: number): void {
    const head = this.#uniforms.uHead.value;
    const towards = this.#towards;
    const angle = angleAt(this.#spiral, share) * this.#follow - LAG;
    const rise = this.#elevation + (this.#isCalm ? 0 : Math.sin(seconds * 0.11) * 0.08);
    this.camera.position.set(
      Math.cos(angle) * Math.cos(rise) * this.#distance + head.x * towards,
      Math.sin(rise) * this.#distance,
      Math.sin(angle) * Math.cos(rise) * this.#distance + head.z * towards,
    );
    this.camera.lookAt(head.x * towards, 0, head.z * towards);
  }

  resize(width: number, height: number): void {
    const isTall = height > width;
    const view = isTall ? VIEW.tall : VIEW.wide;
    this.#elevation = isTall ? ELEVATION.tall : ELEVATION.wide;
    this.#towards = view.towards;
    this.#distance = fitCamera(this.camera, { width, height }, view);
    this.#uniforms.uAspect.value = this.camera.aspect;
  }

  dispose(): void {
    disposeScene(this.three);
  }
}

/** The timbre of a piece over its time, as a path through a cloud. */
export const particleNebula: SceneKind = {
  name: "particle-nebula",
  title: msg("Particle nebula"),
  note: msg(
    "The time of the piece wound from the middle outwards. The path leads outwards on its arm where the sound is bright and upwards where it is loud; each particle is a bit of its spectrum, and noise scatters them. What was heard is lit.",
  ),
  make: (options) => new NebulaScene(options),
  makeFlat: makeFlatNebula,
  caption: nebulaCaption,
};

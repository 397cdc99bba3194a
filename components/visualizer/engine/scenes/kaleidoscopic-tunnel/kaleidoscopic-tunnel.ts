import {
  DataTexture,
  Mesh,
  NearestFilter,
  NoBlending,
  PerspectiveCamera,
  RGBAFormat,
  Scene as ThreeScene,
  Vector2,
  Vector3,
  Vector4,
} from "three";
import { SCREEN_VERTEX, screenGeometry } from "@/components/visualizer/engine/backdrop";
import { ease, easeAll } from "@/components/visualizer/engine/easing";
import { type Look, lookOf, paintMaterial } from "@/components/visualizer/engine/look";
import type { Piece } from "@/components/visualizer/engine/piece";
import { seededRandom } from "@/components/visualizer/engine/random";
import {
  type Frame,
  type Scene,
  type SceneKind,
  type SceneOptions,
  SPECTRUM_BANDS,
} from "@/components/visualizer/engine/scene";
import { disposeScene } from "@/components/visualizer/engine/scene-disposal";
import { msg } from "@/components/visualizer/engine/words";
import { tunnelCaption } from "./caption";
import { makeFlatTunnel } from "./flat";
import { foldsOf, Journey, reachOf, segmentsOfBeat } from "./journey";
import { PERIOD_BEATS, TUNNEL_FRAGMENT } from "./shaders";
import { tunnelPaints } from "./tunnel-paints";
import { WALL_CELLS, WALL_ROWS, Wall } from "./wall";

/** How fast the traveller rolls, in radians a second. */
const ROLL = { usual: 0.035, calm: 0.008 };
const FINE_FROM_DETAIL = 0.4;

function makeUniforms(look: Look, piece: Piece, reach: number) {
  const paints = tunnelPaints(look, piece.key);
  return {
    uBackground: { value: new Vector3(...look.background) },
    uText: { value: new Vector3(...look.text) },
    uLow: { value: new Vector3(...paints.low) },
    uMid: { value: new Vector3(...paints.mid) },
    uHigh: { value: new Vector3(...paints.high) },
    uAccent: { value: new Vector3(...look.rhythm) },
    uStretch: { value: new Vector2(1, 1) },
    uPixel: { value: 2 / 900 },
    uDepth: { value: 0 },
    uReach: { value: reach },
    uFolds: { value: foldsOf(piece.beatsPerBar) },
    uLitFolds: { value: new Vector2() },
    uLitAmount: { value: 0 },
    uRoll: { value: 0 },
    uTwist: { value: 0 },
    uBreath: { value: 0 },
    uPulse: { value: 0 },
    uLevel: { value: 0 },
    uSpectrum: { value: new Float32Array(SPECTRUM_BANDS) },
  };
}

class TunnelScene implements Scene {
  readonly three = new ThreeScene();
  /** The picture covers the screen whatever it does. */
  readonly camera = new PerspectiveCamera();
  readonly bloom: number;
  readonly #isCalm: boolean;
  readonly #journey: Journey;
  readonly #wall: Wall;
  readonly #texture: DataTexture;
  readonly #uniforms: ReturnType<typeof makeUniforms>;
  readonly #startAngle: number;
  readonly #rollSpeed: number;
  readonly #lit = { first: 0, count: 1 };

  constructor({ piece, seed, isCalm, detail, colours }: SceneOptions) {
    const look = lookOf(colours);
    const random = seededRandom(seed);
    const direction = random() < 0.5 ? -1 : 1;
    this.bloom = look.isLight ? 0 : 0.5;
    this.#isCalm = isCalm;
    this.#startAngle = random() * Math.PI * 2;
    this.#rollSpeed = (isCalm ? ROLL.calm : ROLL.usual) * direction;
    this.#journey = new Journey(piece.beats);
    this.#wall = new Wall(piece, this.#journey, seed);
    this.#texture = new DataTexture(this.#wall.texels, WALL_CELLS, WALL_ROWS, RGBAFormat);
    this.#texture.minFilter = this.#texture.magFilter = NearestFilter;
    this.#uniforms = makeUniforms(look, piece, reachOf(this.#journey, isCalm));
    this.#uniforms.uTwist.value = (0.35 + 0.3 * random()) * direction;
    this.three.add(this.#makeScreen(look, detail));
  }

  #makeScreen(look: Look, detail: number): Mesh {
    const uniforms = this.#uniforms;
    const material = paintMaterial(look, {
      vertexShader: SCREEN_VERTEX,
      fragmentShader: TUNNEL_FRAGMENT,
      uniforms: { ...uniforms, uWall: { value: this.#texture } },
      blending: NoBlending,
      transparent: false,
      defines: detail > FINE_FROM_DETAIL ? { FINE: "" } : {},
    });
    const screen = new Mesh(screenGeometry(), material);
    screen.frustumCulled = false;
    const viewport = new Vector4();
    // Edges are as soft as a pixel of what is drawn on, which the canvas does not tell.
    screen.onBeforeRender = (renderer) => {
      renderer.getCurrentViewport(viewport);
      uniforms.uPixel.value = 2 / Math.max(1, Math.min(viewport.z, viewport.w));
    };
    return screen;
  }

  update(frame: Frame): void {
    const { seconds, deltaSeconds } = frame;
    const uniforms = this.#uniforms;
    const isCalm = this.#isCalm;
    const depth = this.#journey.travel(seconds, isCalm);
    if (this.#wall.moveTo(depth)) this.#texture.needsUpdate = true;
    // Kept small: numbers of the shader have seven digits.
    uniforms.uDepth.value = ((depth % PERIOD_BEATS) + PERIOD_BEATS) % PERIOD_BEATS;
    const pulse = isCalm ? 0 : frame.pulse;
    if (frame.beat) segmentsOfBeat(uniforms.uFolds.value, frame.beat, this.#lit);
    uniforms.uLitFolds.value.set(this.#lit.first, this.#lit.count);
    uniforms.uLitAmount.value = frame.beat && !isCalm ? 0.35 + 0.65 * pulse : 0;
    uniforms.uRoll.value = this.#startAngle + seconds * this.#rollSpeed;
    uniforms.uPulse.value = pulse;
    uniforms.uBreath.value = isCalm ? 0 : ease(uniforms.uBreath.value, frame.low, deltaSeconds, 0.12);
    uniforms.uLevel.value = ease(uniforms.uLevel.value, frame.level, deltaSeconds, isCalm ? 1.5 : 0.4);
    easeAll(uniforms.uSpectrum.value, frame.spectrum, deltaSeconds, isCalm ? 0.3 : 0.04, isCalm ? 0.8 : 0.16);
  }

  resize(width: number, height: number): void {
    const shorter = Math.max(1, Math.min(width, height));
    this.#uniforms.uStretch.value.set(Math.max(1, width) / shorter, Math.max(1, height) / shorter);
  }

  dispose(): void {
    disposeScene(this.three, [this.#texture]);
  }
}

/** A flight through the sound, in which time is depth. */
export const kaleidoscopicTunnel: SceneKind = {
  name: "kaleidoscopic-tunnel",
  title: msg("Kaleidoscopic tunnel"),
  note: msg(
    "The wall of the tunnel is the spectrum over time, mirrored in as many segments as the metre asks for: low in the middle of a segment, high at its sides. Each ring is a beat, what comes next is seen ahead, and each section has a pattern of its own.",
  ),
  make: (options) => new TunnelScene(options),
  makeFlat: makeFlatTunnel,
  caption: tunnelCaption,
};

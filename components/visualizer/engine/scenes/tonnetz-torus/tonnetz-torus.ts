import { PerspectiveCamera, Scene as ThreeScene, Vector3 } from "three";
import { makeBackdrop } from "@/components/visualizer/engine/backdrop";
import { fitCamera } from "@/components/visualizer/engine/camera-distance";
import { mixColours, type Rgb } from "@/components/visualizer/engine/colour";
import { ease, easeAll, easeAngle } from "@/components/visualizer/engine/easing";
import { type Look, lookOf, paintsOfPitchClasses } from "@/components/visualizer/engine/look";
import type { Piece } from "@/components/visualizer/engine/piece";
import { seededRandom } from "@/components/visualizer/engine/random";
import type { Frame, Scene, SceneKind, SceneOptions } from "@/components/visualizer/engine/scene";
import { disposeScene } from "@/components/visualizer/engine/scene-disposal";
import { lastAt } from "@/components/visualizer/engine/sorted-times";
import { msg, noteNames } from "@/components/visualizer/engine/words";
import { tonnetzCaption } from "./caption";
import { lightOfChords, lightOfNotes, notesOfChords } from "./chord-light";
import { makeFlatTonnetz } from "./flat";
import { PATH_POINTS, writeHarmonyPath } from "./harmony-path";
import { makeNodes, makePatches, makePath, setPath } from "./meshes";
import { makeNameAtlas } from "./name-atlas";
import { sortNodes } from "./node-order";
import { RING_RADIUS, TUBE_RADIUS } from "./shaders";
import { PITCH_CLASSES, regionOfKey, TRIADS, TRIADS_COUNT, triadIndex } from "./tonnetz";

/** How far above the ring the camera is: on a tall screen it looks down, so that the ring fills it. */
const ELEVATION = { wide: 0.7, tall: 1.12 };
/** Where on the ring the chord that sounds is brought to: in front of the camera. */
const SHOWN_RING = Math.PI / 2;
const FOLLOW_SECONDS = { usual: 0.8, calm: 4 };
/** Chroma from a short window trembles; lights do not. */
const NOTE_SECONDS = { rise: 0.09, fall: 0.35 };

type TorusUniforms = ReturnType<typeof makeUniforms>;

function makeUniforms(look: Look, piece: Piece, keyPaint: Rgb) {
  return {
    uTurn: { value: new Vector3() },
    uPitch: { value: Float32Array.from(paintsOfPitchClasses(look.isLight).flat()) },
    uLit: { value: new Float32Array(TRIADS_COUNT) },
    uTrace: { value: new Float32Array(TRIADS_COUNT) },
    uHeard: { value: new Float32Array(TRIADS_COUNT) },
    uRegion: { value: regionOfKey(piece.key) },
    uChroma: { value: new Float32Array(PITCH_CLASSES) },
    uChosen: { value: new Float32Array(PITCH_CLASSES) },
    uNames: { value: makeNameAtlas(noteNames(piece.key)) },
    uKeyColour: { value: new Vector3(...keyPaint) },
    uColour: { value: new Vector3(...mixColours(look.text, look.harmony, 0.35)) },
    uText: { value: new Vector3(...look.text) },
    uBackground: { value: new Vector3(...look.background) },
    // The torus itself means nothing: it is of the page's main colour.
    uGlass: { value: new Vector3(...look.timbre) },
    uPulse: { value: 0 },
    uLevel: { value: 0 },
    uSeconds: { value: 0 },
    uAspect: { value: 1 },
    uDistance: { value: 8 },
  };
}

class TonnetzScene implements Scene {
  readonly three = new ThreeScene();
  readonly camera = new PerspectiveCamera(34, 1, 0.1, 60);
  readonly bloom: number;
  readonly #piece: Piece;
  readonly #isCalm: boolean;
  readonly #uniforms: TorusUniforms;
  readonly #nodes: ReturnType<typeof makeNodes>;
  readonly #path: ReturnType<typeof makePath>;
  readonly #points = new Float32Array(PATH_POINTS * 2);
  readonly #chordStarts: Float64Array;
  /** Where the slow motions begin. */
  readonly #phase: number;
  #elevation = ELEVATION.wide;
  #shownPath = Number.NaN;

  constructor({ piece, seed, isCalm, detail, colours }: SceneOptions) {
    const look = lookOf(colours);
    const keyPaint = (piece.key && paintsOfPitchClasses(look.isLight)[piece.key.tonic]) ?? look.harmony;
    this.bloom = look.isLight ? 0 : 0.5;
    this.#piece = piece;
    this.#isCalm = isCalm;
    this.#phase = seededRandom(seed)() * Math.PI * 2;
    this.#chordStarts = Float64Array.from(piece.chords, ({ startSeconds }) => startSeconds);
    this.#uniforms = makeUniforms(look, piece, keyPaint);
    this.#nodes = makeNodes(look, this.#uniforms);
    this.#path = makePath(look, this.#uniforms);
    this.three.add(makeBackdrop(look, keyPaint), makePatches(look, this.#uniforms, detail), this.#path, this.#nodes);
  }

  update(frame: Frame): void {
    const { seconds, deltaSeconds } = frame;
    const uniforms = this.#uniforms;
    const last = lastAt(this.#chordStarts, seconds);
    lightOfChords(this.#piece.chords, last, seconds, uniforms.uLit.value, uniforms.uTrace.value);
    notesOfChords(uniforms.uLit.value, uniforms.uChosen.value);
    easeAll(uniforms.uChroma.value, frame.chroma, deltaSeconds, NOTE_SECONDS.rise, NOTE_SECONDS.fall);
    lightOfNotes(uniforms.uChroma.value, uniforms.uHeard.value);
    uniforms.uPulse.value = this.#isCalm ? 0 : frame.pulse;
    uniforms.uLevel.value = ease(uniforms.uLevel.value, frame.level, deltaSeconds, 0.3);
    uniforms.uSeconds.value = this.#isCalm ? seconds * 0.25 : seconds;
    this.#turnTo(last, frame);
    this.#showPath(last);
    this.#moveCamera(seconds);
    const order = this.#nodes.geometry.getAttribute("aPitch");
    sortNodes(order.array as Float32Array, uniforms.uTurn.value, this.camera.position);
    order.needsUpdate = true;
  }

  /** Turns the surface so that the chord is in front. Without chords the chord of the key is, and without a key it flows. */
  #turnTo(last: number, { seconds, deltaSeconds }: Frame): void {
    const turn = this.#uniforms.uTurn.value;
    const key = this.#piece.key;
    const chord = this.#piece.chords[last];
    const shown = chord ? triadIndex(chord) : key ? key.tonic + (key.mode === "minor" ? PITCH_CLASSES : 0) : -1;
    const centre = TRIADS[shown]?.centre;
    if (centre) {
      const over = this.#isCalm ? FOLLOW_SECONDS.calm : FOLLOW_SECONDS.usual;
      turn.x = easeAngle(turn.x, this.#elevation * 0.9 - centre.tube, deltaSeconds, over);
      turn.y = easeAngle(turn.y, SHOWN_RING - centre.ring, deltaSeconds, over);
      return;
    }
    turn.x = this.#phase + seconds * (this.#isCalm ? 0.02 : 0.06);
    turn.y = this.#phase + seconds * (this.#isCalm ? 0.03 : 0.1);
  }

  #showPath(last: number): void {
    if (last === this.#shownPath) return;
    this.#path.visible = writeHarmonyPath(this.#piece.chords, last, this.#points) > 1;
    setPath(this.#path.geometry, this.#points);
    this.#shownPath = last;
  }

  #moveCamera(seconds: number): void {
    const sway = this.#isCalm ? 0 : Math.sin(seconds * 0.23 + this.#phase) * 0.22;
    const rise = this.#elevation + (this.#isCalm ? 0 : Math.sin(seconds * 0.17 + this.#phase * 1.7) * 0.07);
    const distance = this.#uniforms.uDistance.value;
    this.camera.position.set(
      Math.sin(sway) * Math.cos(rise) * distance,
      Math.sin(rise) * distance,
      Math.cos(sway) * Math.cos(rise) * distance,
    );
    // A little below the middle: controls cover the lower edge.
    this.camera.lookAt(0, -0.5, 0);
  }

  resize(width: number, height: number): void {
    const isTall = height > width;
    this.#elevation = isTall ? ELEVATION.tall : ELEVATION.wide;
    const reach = 2 * (RING_RADIUS + TUBE_RADIUS);
    const seen = { width: reach * (isTall ? 1.04 : 1.3), height: reach * 1.02 };
    this.#uniforms.uDistance.value = fitCamera(this.camera, { width, height }, seen) + 1;
    this.#uniforms.uAspect.value = this.camera.aspect;
  }

  dispose(): void {
    disposeScene(this.three, [this.#uniforms.uNames.value]);
  }
}

/** The harmony on the torus of fifths and thirds. */
export const tonnetzTorus: SceneKind = {
  name: "tonnetz-torus",
  title: msg("Tonnetz torus"),
  note: msg(
    "The twelve notes on a ring of fifths and thirds, where each triangle is a chord. The chord that sounds is lit, a ribbon shows where the harmony came from, and the chords of the key are tinted.",
  ),
  make: (options) => new TonnetzScene(options),
  makeFlat: makeFlatTonnetz,
  caption: tonnetzCaption,
};

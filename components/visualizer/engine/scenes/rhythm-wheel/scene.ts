import {
  BufferAttribute,
  BufferGeometry,
  Color,
  Group,
  type IUniform,
  Mesh,
  type Object3D,
  PerspectiveCamera,
  PlaneGeometry,
  Points,
  RepeatWrapping,
  ShaderMaterial,
  Sprite,
  Scene as ThreeScene,
  Vector3,
  type WebGLRenderer,
} from "three";
import type { Rgb } from "@/components/visualizer/engine/colour";
import { type Palette, paletteOf } from "@/components/visualizer/engine/palette";
import { seededRandom } from "@/components/visualizer/engine/random";
import type { Frame, Scene, SceneOptions } from "@/components/visualizer/engine/scene";
import { byteTexture, disposeLabel, labelMaterial } from "@/components/visualizer/engine/textures";
import { BarMap, BINS, handOf } from "./bar-map";
import { BACK_FRAGMENT, BACK_VERTEX, GROOVE_FRAGMENT, GROOVE_VERTEX, WHEEL_FRAGMENT, WHEEL_VERTEX } from "./shaders";

/** The groove has faded here; the ring is at 1. */
const REACH = 3.4;
const LABEL_RADIUS = 1.53;
/** How much around the middle is on the screen. */
const SEEN_RADIUS = 1.8;
/** The wheel stands a little above the middle, as controls lie below it. */
const RAISED = 0.16;
/** More beats than this are not numbered. */
const NUMBERS_MAX = 12;
const EASE_PER_SECOND = 3;
const CALM_EASE_PER_SECOND = 0.8;

const colourOf = (rgb: Rgb) => new Color(...rgb);

/** The bar as a ring: onsets gather where they fall, and a hand goes round. */
export class RhythmWheel implements Scene {
  readonly three = new ThreeScene();
  readonly camera = new PerspectiveCamera(38, 1, 0.1, 60);
  readonly bloom: number;
  readonly #map: BarMap;
  readonly #isCalm: boolean;
  readonly #sway: number;
  readonly #wheel = new Group();
  readonly #ring = new Uint8Array(BINS * 4);
  readonly #gathered = new Float32Array(BINS);
  readonly #uniforms: Record<string, IUniform>;
  readonly #numbers: Sprite[] = [];
  readonly #disposables: { dispose(): void }[] = [];
  #tilt = 0;
  #pointPixels = 500;

  constructor(
    { piece, seed, isCalm, colours }: SceneOptions,
    private readonly renderer: WebGLRenderer | null,
  ) {
    const palette = paletteOf(piece.key, colours);
    this.#map = new BarMap(piece);
    this.#isCalm = isCalm;
    this.#sway = seededRandom(seed)() * Math.PI * 2;
    this.bloom = palette.isLight ? 0 : 0.6;
    for (const [channel, band] of [this.#map.shape.low, this.#map.shape.mid, this.#map.shape.high].entries())
      for (let bin = 0; bin < BINS; bin += 1)
        this.#ring[bin * 4 + channel + 1] = Math.round((band[bin] as number) * 255);
    this.#uniforms = this.#makeUniforms(palette);
    this.#addBackground();
    this.#wheel.position.y = RAISED;
    this.three.add(this.#wheel);
    this.#addGroove();
    const plane = new PlaneGeometry(1, 1);
    this.#add(this.#wheel, new Mesh(plane, this.#material(WHEEL_VERTEX, WHEEL_FRAGMENT)), 1);
    this.#addNumbers(palette);
  }

  update(frame: Frame): void {
    const set = (name: string, value: number) => {
      (this.#uniforms[name] as IUniform).value = value;
    };
    const hand = handOf(this.#map, frame);
    set("uHasHand", hand === null ? 0 : 1);
    set("uHand", hand === null ? 0 : hand % 1);
    set("uPulse", frame.pulse);
    // The governor changes how many pixels there are.
    set("uPixels", this.#pointPixels * (this.renderer?.getPixelRatio() ?? 1));
    // Before the first bar nothing has gathered, and after the last one all has.
    const turns = hand ?? (frame.seconds > 0 && this.#isAfterLast(frame.seconds) ? (this.#map.onsets.at(-1) ?? 0) : -1);
    set("uTurns", turns);
    const rate = this.#isCalm ? CALM_EASE_PER_SECOND : EASE_PER_SECOND;
    const share = frame.deltaSeconds > 0 ? 1 - Math.exp(-rate * frame.deltaSeconds) : 1;
    const level = this.#uniforms.uLevel as IUniform<number>;
    level.value += (frame.level - level.value) * share;
    (this.#uniforms.uBands as IUniform<Vector3>).value.lerp(new Vector3(frame.low, frame.mid, frame.high), share);
    this.#map.accumulate(turns, this.#gathered);
    for (let bin = 0; bin < BINS; bin += 1) this.#ring[bin * 4] = Math.round((this.#gathered[bin] as number) * 255);
    (this.#uniforms.uRing as IUniform).value.needsUpdate = true;
    for (const [index, sprite] of this.#numbers.entries()) sprite.visible = frame.beat?.beatInBar === index;
    const moves = this.#isCalm ? 0 : 1;
    this.#wheel.rotation.x = -this.#tilt;
    this.#wheel.rotation.y = Math.sin(frame.seconds * 0.17 + this.#sway) * 0.06 * moves;
  }

  resize(width: number, height: number): void {
    const aspect = width / Math.max(1, height);
    this.camera.aspect = aspect;
    this.#tilt = aspect < 1 ? 0.12 : 0.42;
    const across = Math.tan((this.camera.fov * Math.PI) / 360);
    // The whole ring with its numbers is on the screen, whichever side is the shorter one.
    const distance = SEEN_RADIUS / (across * Math.min(1, aspect * 1.06));
    this.camera.position.set(0, 0.02, distance);
    this.camera.updateProjectionMatrix();
    (this.#uniforms.uAspect as IUniform).value = aspect;
    this.#pointPixels = height / across / 2;
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
    for (const { material } of this.#numbers) disposeLabel(material);
    this.three.clear();
  }

  #isAfterLast(seconds: number): boolean {
    return this.#map.hasBeats && seconds > this.#map.lastBeatSeconds;
  }

  #makeUniforms(palette: Palette): Record<string, IUniform> {
    const ring = byteTexture(this.#ring, BINS, 1, 4);
    ring.wrapS = RepeatWrapping;
    this.#disposables.push(ring);
    const { beatsPerBar, hasBeats, offBeat } = this.#map;
    const values = {
      ...{ uRing: ring, uBins: BINS, uBeats: beatsPerBar, uHasBeats: hasBeats ? 1 : 0, uOffBeat: offBeat ?? 0.5 },
      ...{ uHand: 0, uHasHand: 0, uTurns: 0, uPulse: 0, uLevel: 0, uBands: new Vector3(), uReach: REACH },
      ...{ uAspect: 1, uPixels: 1, uIsLight: palette.isLight ? 1 : 0, uBackground: colourOf(palette.background) },
      ...{ uLow: colourOf(palette.down), uMid: colourOf(palette.key), uHigh: colourOf(palette.up) },
      ...{ uKey: colourOf(palette.key), uUp: colourOf(palette.up), uAcross: colourOf(palette.across) },
      uText: colourOf(palette.text),
    };
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  }

  #material(vertexShader: string, fragmentShader: string): ShaderMaterial {
    const material = new ShaderMaterial({
      ...{ vertexShader, fragmentShader, uniforms: this.#uniforms },
      ...{ transparent: true, depthWrite: false, depthTest: false },
    });
    this.#disposables.push(material);
    return material;
  }

  #add(parent: Object3D, drawn: Mesh | Points, order: number): void {
    drawn.frustumCulled = false;
    drawn.renderOrder = order;
    this.#disposables.push(drawn.geometry);
    parent.add(drawn);
  }

  #addBackground(): void {
    const triangle = new BufferGeometry();
    triangle.setAttribute("position", new BufferAttribute(Float32Array.of(-1, -1, 0, 3, -1, 0, -1, 3, 0), 3));
    this.#add(this.three, new Mesh(triangle, this.#material(BACK_VERTEX, BACK_FRAGMENT)), -1);
  }

  #addGroove(): void {
    const geometry = new BufferGeometry();
    geometry.setAttribute("aTurns", new BufferAttribute(this.#map.onsets, 1));
    geometry.setDrawRange(0, this.#map.onsets.length);
    this.#add(this.#wheel, new Points(geometry, this.#material(GROOVE_VERTEX, GROOVE_FRAGMENT)), 0);
  }

  #addNumbers({ text }: Palette): void {
    const { beatsPerBar, hasBeats } = this.#map;
    if (!hasBeats || beatsPerBar > NUMBERS_MAX) return;
    for (let beat = 0; beat < beatsPerBar; beat += 1) {
      const angle = (beat / beatsPerBar) * Math.PI * 2;
      const written = labelMaterial(String(beat + 1), text);
      if (!written) return;
      written.material.depthTest = false;
      const label = new Sprite(written.material);
      label.scale.set(0.15 * written.aspect, 0.15, 1);
      label.position.set(Math.sin(angle) * LABEL_RADIUS, Math.cos(angle) * LABEL_RADIUS, 0.01);
      label.renderOrder = 2;
      const number = new Sprite(written.material);
      number.scale.set(0.42 * written.aspect, 0.42, 1);
      number.renderOrder = 3;
      this.#numbers.push(number);
      this.#wheel.add(label, number);
    }
  }
}

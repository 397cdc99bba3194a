import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
  PerspectiveCamera,
  PlaneGeometry,
  ShaderMaterial,
  Scene as ThreeScene,
  Vector3,
} from "three";
import type { Rgb } from "@/components/visualizer/engine/colour";
import { type Palette, paletteOf } from "@/components/visualizer/engine/palette";
import type { Piece } from "@/components/visualizer/engine/piece";
import { seededRandom } from "@/components/visualizer/engine/random";
import { type Frame, type Scene, type SceneOptions, SPECTRUM_BANDS } from "@/components/visualizer/engine/scene";
import { lastAt } from "@/components/visualizer/engine/sorted-times";
import { byteTexture } from "@/components/visualizer/engine/textures";
import { TerrainLabels } from "./labels";
import { RIBBON_FRAGMENT, RIBBON_VERTEX, SKY_FRAGMENT, SKY_VERTEX, SURFACE_FRAGMENT, SURFACE_VERTEX } from "./shaders";
import { coarsened, windowOf } from "./window";

const DEPTH = 15;
const WIDTH = 7.2;
const HEIGHT = 1.6;
/** From the camera to the line of now. */
const NEAREST = 5;
/** On a tall screen: down to the line of now and to the middle of the screen, in radians, and how much higher land and letters are. */
const TALL = { pitch: 0.72, look: 0.52, height: 1.9, letters: 1.6 };
const RIBBONS_MAX = 64;
/** The land from its near edge to the horizon, in parts of what lies ahead. */
const REACH = 1.16;
/** How fast what is bright over the whole picture may change, in parts a second: too slow to flash. */
const EASE_PER_SECOND = 3;
const CALM_EASE_PER_SECOND = 0.8;

const colourOf = (rgb: Rgb) => new Color(...rgb);

/** The mel landscape: low tones at the left, the present in front, what is to come at the horizon. */
export class SpectralTerrain implements Scene {
  readonly three = new ThreeScene();
  readonly camera = new PerspectiveCamera(45, 1, 0.1, 60);
  readonly bloom: number;
  readonly #piece: Piece;
  readonly #isCalm: boolean;
  readonly #sway: number;
  readonly #live = new Uint8Array(SPECTRUM_BANDS);
  readonly #uniforms: Record<string, IUniform>;
  readonly #ribbons: InstancedBufferGeometry;
  readonly #now: InstancedBufferGeometry;
  readonly #labels: TerrainLabels;
  readonly #disposables: { dispose(): void }[] = [];
  readonly #ahead: number;
  #away = NEAREST;
  #above = 2;
  #lookAt = -4.7;

  constructor({ piece, seed, isCalm, detail, colours }: SceneOptions) {
    const palette = paletteOf(piece.key, colours);
    const random = seededRandom(seed);
    this.#piece = piece;
    this.#isCalm = isCalm;
    this.#sway = random() * Math.PI * 2;
    this.bloom = palette.isLight ? 0 : 0.6;
    this.#ahead = windowOf(piece).aheadSeconds;
    const rows = Math.round(90 + 130 * detail);
    this.#uniforms = this.#makeUniforms(palette, random(), (this.#ahead * REACH) / rows);
    this.#addSky();
    this.#addSurface(Math.round(60 + 70 * detail), rows);
    this.#ribbons = this.#addRibbons(palette.isLight ? palette.text : palette.up, RIBBONS_MAX, 0);
    this.#now = this.#addRibbons(palette.key, 1, 1);
    const land = { width: WIDTH, depth: DEPTH, aheadSeconds: this.#ahead };
    this.#labels = new TerrainLabels({ sections: piece.sections, colour: palette.text, ...land });
    this.three.add(this.#labels.group);
  }

  update(frame: Frame): void {
    const uniforms = this.#uniforms;
    const set = (name: string, value: number) => {
      (uniforms[name] as IUniform).value = value;
    };
    const ease = (name: string, target: number) => {
      const uniform = uniforms[name] as IUniform<number>;
      const rate = this.#isCalm ? CALM_EASE_PER_SECOND : EASE_PER_SECOND;
      const share = frame.deltaSeconds > 0 ? 1 - Math.exp(-rate * frame.deltaSeconds) : 1;
      uniform.value += (target - uniform.value) * share;
    };
    set("uSeconds", frame.seconds);
    set("uPulse", frame.pulse);
    set("uDrift", this.#sway + frame.seconds * (this.#isCalm ? 0.03 : 0.12));
    ease("uLevel", frame.level);
    ease("uLowLevel", frame.low);
    this.#setLive(frame);
    this.#placeRibbons(frame.seconds);
    this.#labels.place(frame.seconds);
    this.#placeCamera(frame);
  }

  resize(width: number, height: number): void {
    const aspect = width / Math.max(1, height);
    this.camera.aspect = aspect;
    const isTall = aspect < 1;
    this.camera.fov = isTall ? 70 : 42;
    this.camera.updateProjectionMatrix();
    // So far away that the whole line of now is on the screen.
    const across = Math.tan((this.camera.fov * Math.PI) / 360) * aspect;
    const away = Math.max(NEAREST, (WIDTH * 0.57) / across);
    // A tall screen is filled by looking down on steeper land.
    this.#away = isTall ? away * Math.cos(TALL.pitch) : away;
    this.#above = isTall ? away * Math.sin(TALL.pitch) : 1.35 + away * 0.24;
    this.#lookAt = isTall ? this.#away - this.#above / Math.tan(TALL.look) : -4.7;
    this.#labels.resize(isTall ? TALL.letters : 1);
    (this.#uniforms.uAspect as IUniform).value = aspect;
    (this.#uniforms.uHeight as IUniform).value = HEIGHT * (isTall ? TALL.height : 1);
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
    this.#labels.dispose();
    this.three.clear();
  }

  #makeUniforms(palette: Palette, seed: number, secondsPerRow: number): Record<string, IUniform> {
    const { durationSeconds } = this.#piece;
    const mel = this.#piece.mel && coarsened(this.#piece.mel, secondsPerRow);
    const map = mel ? byteTexture(mel.values, mel.bands, mel.columns) : byteTexture(new Uint8Array(4), 2, 2);
    const live = byteTexture(this.#live, SPECTRUM_BANDS, 1);
    this.#disposables.push(map, live);
    const values = {
      ...{ uMel: map, uLive: live, uHasMap: mel ? 1 : 0, uDuration: durationSeconds },
      ...{ uMapSeconds: mel ? mel.columns * mel.secondsPerColumn : 1, uAhead: this.#ahead },
      ...{ uSeconds: 0, uDepth: DEPTH, uWidth: WIDTH, uHeight: HEIGHT, uAspect: 1, uHorizon: 0, uSeed: seed },
      ...{ uPulse: 0, uLevel: 0, uLowLevel: 0, uDrift: 0, uIsLight: palette.isLight ? 1 : 0 },
      ...{ uLow: colourOf(palette.down), uMid: colourOf(palette.key), uHigh: colourOf(palette.up) },
      ...{ uKey: colourOf(palette.key), uUp: colourOf(palette.up), uInk: colourOf(palette.text) },
      uBackground: colourOf(palette.background),
    };
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  }

  /** Shares the uniforms of all, and adds its own. */
  #material(vertexShader: string, fragmentShader: string, own: Record<string, IUniform> = {}): ShaderMaterial {
    const uniforms = { ...this.#uniforms, ...own };
    const material = new ShaderMaterial({ vertexShader, fragmentShader, uniforms, transparent: true });
    this.#disposables.push(material);
    return material;
  }

  #add(geometry: BufferGeometry, material: ShaderMaterial, order: number): void {
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = order;
    this.#disposables.push(geometry);
    this.three.add(mesh);
  }

  #addSky(): void {
    const triangle = new BufferGeometry();
    triangle.setAttribute("position", new BufferAttribute(Float32Array.of(-1, -1, 0, 3, -1, 0, -1, 3, 0), 3));
    const material = this.#material(SKY_VERTEX, SKY_FRAGMENT);
    material.depthWrite = false;
    material.transparent = false;
    this.#add(triangle, material, -1);
  }

  #addSurface(columns: number, rows: number): void {
    const geometry = new PlaneGeometry(1, 1, columns, rows);
    this.#add(geometry, this.#material(SURFACE_VERTEX, SURFACE_FRAGMENT), 0);
  }

  #addRibbons(colour: Rgb, count: number, isNow: 0 | 1): InstancedBufferGeometry {
    const strip = new PlaneGeometry(1, 1, 120, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.index = strip.index;
    for (const name of ["position", "uv"] as const) geometry.setAttribute(name, strip.getAttribute(name));
    for (const name of ["aTime", "aStrength", "aThick"])
      geometry.setAttribute(name, new InstancedBufferAttribute(new Float32Array(count), 1).setUsage(DynamicDrawUsage));
    geometry.instanceCount = 0;
    const own = { uColour: { value: colourOf(colour) }, uIsNow: { value: isNow } };
    const material = this.#material(RIBBON_VERTEX, RIBBON_FRAGMENT, own);
    material.depthWrite = false;
    // What is heard now is seen whatever stands before it.
    material.depthTest = isNow === 0;
    this.#add(geometry, material, 1 + isNow);
    return geometry;
  }

  #setLive({ spectrum }: Frame): void {
    for (let band = 0; band < SPECTRUM_BANDS; band += 1) {
      const target = (spectrum[band] as number) * 255;
      const before = this.#live[band] as number;
      this.#live[band] = target > before || !this.#isCalm ? target : before + (target - before) * 0.2;
    }
    (this.#uniforms.uLive as IUniform).value.needsUpdate = true;
  }

  #placeRibbons(seconds: number): void {
    const { beats, downbeats } = this.#piece;
    const from = seconds - this.#ahead * 0.1;
    const to = Math.min(seconds + this.#ahead, this.#piece.durationSeconds);
    const every = Math.max(1, Math.ceil((lastAt(beats, to) - lastAt(beats, from)) / (RIBBONS_MAX - 1)));
    let count = 0;
    for (let at = lastAt(beats, from) + 1; at < beats.length && count < RIBBONS_MAX; at += every) {
      const time = beats[at] as number;
      if (time > to) break;
      const isOne = Math.abs((downbeats[lastAt(downbeats, time + 0.002)] ?? Number.NaN) - time) < 0.003;
      setRibbon(this.#ribbons, count, time, isOne ? 0.9 : 0.34, isOne ? 0.05 : 0.028);
      count += 1;
    }
    show(this.#ribbons, count);
    setRibbon(this.#now, 0, seconds, 1, 0.075);
    show(this.#now, 1);
  }

  #placeCamera({ seconds, pulse }: Frame): void {
    const moves = this.#isCalm ? 0 : 1;
    const sway = Math.sin(seconds * 0.21 + this.#sway) * 0.3 * moves;
    this.camera.position.set(sway, this.#above - pulse * 0.03 * moves, this.#away);
    this.camera.lookAt(sway * 0.5, 0, this.#lookAt);
    this.camera.updateMatrixWorld();
    const horizon = new Vector3(0, 0, -DEPTH * 1.6).project(this.camera);
    (this.#uniforms.uHorizon as IUniform).value = horizon.y;
  }
}

function setRibbon(geometry: InstancedBufferGeometry, at: number, time: number, strength: number, thick: number): void {
  geometry.getAttribute("aTime").setX(at, time);
  geometry.getAttribute("aStrength").setX(at, strength);
  geometry.getAttribute("aThick").setX(at, thick);
}

function show(geometry: InstancedBufferGeometry, count: number): void {
  geometry.instanceCount = count;
  for (const name of ["aTime", "aStrength", "aThick"]) geometry.getAttribute(name).needsUpdate = true;
}

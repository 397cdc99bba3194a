import { type BufferGeometry, type Material, Mesh, Points, ShaderMaterial, type Texture } from "three";
import { describe, expect, it } from "vitest";
import { FrameSource } from "@/components/visualizer/engine/frame-source";
import type { Piece } from "@/components/visualizer/engine/piece";
import { emptyPiece, testPiece } from "@/components/visualizer/engine/test-piece";
import { ENGLISH } from "@/components/visualizer/engine/testing/english";
import { SCENES } from "./list";

const colours = {
  ...{ background: "rgb(7, 10, 16)", rhythm: "rgb(255, 200, 60)", harmony: "rgb(240, 90, 190)" },
  ...{ timbre: "rgb(30, 230, 240)", loudness: "rgb(90, 220, 150)", text: "rgb(240, 244, 246)" },
};
const options = (piece: Piece) => ({ piece, seed: 3, isCalm: false, detail: 0.4, colours });
const PIECES: [name: string, piece: Piece][] = [
  ["a piece with everything", testPiece()],
  ["5 ms of nothing known", emptyPiece()],
  ["three hours without a spectrogram", { ...emptyPiece(10_800), beats: [0, 0.5, 1] }],
  ["no key and no chords", testPiece({ key: null, chords: [], sections: [] })],
  [
    "a spectrogram of one column",
    testPiece({ mel: { ...testPiece().mel, columns: 1, bands: 96, secondsPerColumn: 8, values: new Uint8Array(96) } }),
  ],
];
const MOMENTS = [-1, 0, 0.002, 3.3, 7.999, 8, 99];
const frameAt = (source: FrameSource, seconds: number) =>
  source.at({ seconds, deltaSeconds: 0.016, isPlaying: true, heard: null });

/** Takes what a canvas is told, and fails where that is no number. */
function recordingContext(): { context: CanvasRenderingContext2D; calls: () => number } {
  let calls = 0;
  const gradient = { addColorStop: () => undefined };
  const context = new Proxy({} as Record<string | symbol, unknown>, {
    get: (target, name) =>
      target[name] ??
      ((...values: unknown[]) => {
        calls += 1;
        // An `expect` for each of these takes seconds.
        if (values.some(Number.isNaN)) throw new Error(`${String(name)}(${values.join()})`);
        return gradient;
      }),
  });
  return { context: context as unknown as CanvasRenderingContext2D, calls: () => calls };
}

class FakePath {
  lineTo = (...at: number[]) => {
    if (at.some(Number.isNaN)) throw new Error(`a path through ${at.join()}`);
  };
  moveTo = this.lineTo;
  quadraticCurveTo = this.lineTo;
  arc = this.lineTo;
  closePath = () => undefined;
}

describe.each(SCENES)("$name", (kind) => {
  it("has a title, and a note of what it shows", () => {
    expect(kind.title.length).toBeGreaterThan(3);
    expect(kind.note).toMatch(/\.$/);
  });

  it.each(PIECES)("draws %s, at every moment, and gives everything back", (_, piece) => {
    const scene = kind.make(options(piece), null);
    scene.resize(390, 844);
    const source = new FrameSource(piece);
    for (const seconds of MOMENTS) scene.update(frameAt(source, seconds));
    expect(scene.camera.position.toArray().every(Number.isFinite)).toBe(true);
    const owned = new Set<BufferGeometry | Material | Texture>();
    scene.three.traverse((one) => {
      if (!(one instanceof Mesh || one instanceof Points)) return;
      owned.add(one.geometry).add(one.material);
      if (!(one.material instanceof ShaderMaterial)) return;
      for (const { value } of Object.values(one.material.uniforms)) {
        if (value?.isTexture) owned.add(value);
        if (typeof value === "number") expect(value).not.toBeNaN();
      }
    });
    let disposed = 0;
    for (const one of owned) {
      (one as Texture).addEventListener("dispose", () => {
        disposed += 1;
      });
    }
    scene.dispose();
    expect(owned.size).toBeGreaterThan(2);
    expect(disposed).toBe(owned.size);
  });

  it.each(PIECES)("draws %s on a flat canvas, and says what is to be seen", (_, piece) => {
    const globals = globalThis as { Path2D?: unknown };
    globals.Path2D = FakePath;
    const draw = kind.makeFlat(options(piece));
    const source = new FrameSource(piece);
    for (const seconds of MOMENTS) {
      const { context, calls } = recordingContext();
      const frame = frameAt(source, seconds);
      draw(context, frame, { width: 390, height: 300 });
      expect(calls()).toBeGreaterThan(3);
      expect(kind.caption(piece, frame, ENGLISH)).not.toMatch(/NaN|undefined|null/);
    }
    delete globals.Path2D;
  });
});

it("each scene has a name of its own", () => {
  expect(new Set(SCENES.map(({ name }) => name)).size).toBe(SCENES.length);
});

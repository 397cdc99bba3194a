import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  type IUniform,
  LineSegments,
  Mesh,
  Points,
  type ShaderMaterial,
  Vector4,
} from "three";
import { type Look, paintMaterial } from "@/components/visualizer/engine/look";
import type { Piece } from "@/components/visualizer/engine/piece";
import type { Nebula } from "./nebula";
import * as shaders from "./shaders";
import { heightOf, type Spiral, timbreOfLine, writePathPoint, writePlace } from "./spiral";
import type { TimbreLine } from "./timbre";

export interface NebulaUniforms {
  [name: string]: IUniform;
  uPixels: { value: number };
}

const PATH_POINTS_MAX = 900;
const GATE_SIDES = 40;
const GATES_MAX = 40;

/** The particles: one point each. */
export function makeCloud(
  look: Look,
  nebula: Nebula,
  uniforms: NebulaUniforms,
): Points<BufferGeometry, ShaderMaterial> {
  return pointsOf(look, nebula, 1, uniforms, shaders.PARTICLE_VERTEX, shaders.PARTICLE_FRAGMENT, 1);
}

/** Gas between the particles: a few of them, large and faint. */
export function makeGas(
  look: Look,
  nebula: Nebula,
  count: number,
  uniforms: NebulaUniforms,
): Points<BufferGeometry, ShaderMaterial> {
  const every = Math.max(1, Math.floor(nebula.count / count));
  return pointsOf(look, nebula, every, uniforms, shaders.GAS_VERTEX, shaders.GAS_FRAGMENT, 0);
}

function pointsOf(
  look: Look,
  nebula: Nebula,
  every: number,
  uniforms: NebulaUniforms,
  vertexShader: string,
  fragmentShader: string,
  order: number,
): Points<BufferGeometry, ShaderMaterial> {
  const geometry = new BufferGeometry();
  const taken = (values: Float32Array, size: number) =>
    new BufferAttribute(every === 1 ? values : values.filter((_, i) => Math.floor(i / size) % every === 0), size);
  geometry.setAttribute("position", taken(nebula.positions, 3));
  geometry.setAttribute("aSeconds", taken(nebula.times, 1));
  geometry.setAttribute("aBand", taken(nebula.bands, 1));
  geometry.setAttribute("aStrength", taken(nebula.strengths, 1));
  geometry.setAttribute("aChance", taken(nebula.chances, 1));
  const points = new Points(geometry, paintMaterial(look, { vertexShader, fragmentShader, uniforms }));
  const viewport = new Vector4();
  // Points are sized in pixels of what is drawn on, which the canvas does not tell.
  points.onBeforeRender = (renderer) => {
    renderer.getCurrentViewport(viewport);
    uniforms.uPixels.value = viewport.w / 2;
  };
  points.frustumCulled = false;
  points.renderOrder = order;
  return points;
}

/** The path of timbre: a ribbon of two vertices for each point. */
export function makePath(
  look: Look,
  piece: Piece,
  line: TimbreLine,
  spiral: Spiral,
  uniforms: NebulaUniforms,
): Mesh<BufferGeometry, ShaderMaterial> {
  const points = line.source === "none" ? 200 : Math.min(PATH_POINTS_MAX, Math.max(60, line.steps));
  const places = new Float32Array((points + 1) * 3);
  for (let i = 0; i <= points; i++) writePathPoint(spiral, line, i / (points - 1), places, i);
  const doubled = (offset: number) =>
    Float32Array.from({ length: points * 6 }, (_, i) => places[(Math.floor(i / 6) + offset) * 3 + (i % 3)] ?? 0);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(doubled(0), 3));
  geometry.setAttribute("aNext", new BufferAttribute(doubled(1), 3));
  const seconds = (i: number) => (Math.floor(i / 2) / (points - 1)) * piece.durationSeconds;
  const vertices = { length: points * 2 };
  geometry.setAttribute(
    "aSeconds",
    new BufferAttribute(
      Float32Array.from(vertices, (_, i) => seconds(i)),
      1,
    ),
  );
  geometry.setAttribute(
    "aSide",
    new BufferAttribute(
      Float32Array.from(vertices, (_, i) => (i % 2 ? 1 : -1)),
      1,
    ),
  );
  const indices: number[] = [];
  for (let i = 0; i < points - 1; i++) indices.push(2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 2, 2 * i + 1, 2 * i + 3);
  geometry.setIndex(indices);
  const material = paintMaterial(look, {
    vertexShader: shaders.PATH_VERTEX,
    fragmentShader: shaders.PATH_FRAGMENT,
    uniforms,
    side: DoubleSide,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 2;
  return mesh;
}

/** A hoop around the arm where each section begins. */
export function makeGates(
  look: Look,
  piece: Piece,
  line: TimbreLine,
  spiral: Spiral,
  uniforms: NebulaUniforms,
): LineSegments<BufferGeometry, ShaderMaterial> {
  const starts = piece.sections.map(({ startSeconds }) => startSeconds).slice(0, GATES_MAX);
  const places = new Float32Array(starts.length * GATE_SIDES * 6);
  const seconds = new Float32Array(starts.length * GATE_SIDES * 2);
  const moment = { brightness: 0, level: 0, noisiness: 0 };
  starts.forEach((start, gate) => {
    const share = piece.durationSeconds > 0 ? start / piece.durationSeconds : 0;
    const middle = heightOf(timbreOfLine(line, share, moment).level);
    for (let end = 0; end < GATE_SIDES * 2; end++) {
      const angle = (Math.ceil(end / 2) / GATE_SIDES) * 2 * Math.PI;
      const vertex = gate * GATE_SIDES * 2 + end;
      writePlace(spiral, share, Math.cos(angle) * 0.5, middle + Math.sin(angle) * 0.42, places, vertex);
      seconds[vertex] = start;
    }
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(places, 3));
  geometry.setAttribute("aSeconds", new BufferAttribute(seconds, 1));
  const material = paintMaterial(look, {
    vertexShader: shaders.GATE_VERTEX,
    fragmentShader: shaders.GATE_FRAGMENT,
    uniforms,
  });
  const gates = new LineSegments(geometry, material);
  gates.frustumCulled = false;
  gates.visible = starts.length > 0;
  gates.renderOrder = 1;
  return gates;
}

/** The present: a light on the path. */
export function makeHead(look: Look, uniforms: NebulaUniforms): Mesh<BufferGeometry, ShaderMaterial> {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0]), 3));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  const material = paintMaterial(look, {
    vertexShader: shaders.HEAD_VERTEX,
    fragmentShader: shaders.HEAD_FRAGMENT,
    uniforms,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 3;
  return mesh;
}

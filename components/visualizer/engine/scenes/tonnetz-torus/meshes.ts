import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
  type ShaderMaterial,
} from "three";
import { type Look, paintMaterial } from "@/components/visualizer/engine/look";
import { PATH_POINTS } from "./harmony-path";
import { NODE_FRAGMENT, NODE_VERTEX, PATCH_FRAGMENT, PATCH_VERTEX, PATH_FRAGMENT, PATH_VERTEX } from "./shaders";
import { PITCH_CLASSES, tonnetzPatches } from "./tonnetz";

export type Uniforms = Record<string, IUniform>;
type Drawn<Geometry extends BufferGeometry> = Mesh<Geometry, ShaderMaterial>;

/** The 24 triangles. */
export function makePatches(look: Look, uniforms: Uniforms, detail: number): Drawn<BufferGeometry> {
  const { places, shares, triads, indices } = tonnetzPatches(8 + Math.round(8 * detail));
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(shares, 3));
  geometry.setAttribute("aPlace", new BufferAttribute(places, 2));
  geometry.setAttribute("aShares", new BufferAttribute(shares, 3));
  geometry.setAttribute("aTriad", new BufferAttribute(triads, 1));
  geometry.setIndex(new BufferAttribute(indices, 1));
  const material = paintMaterial(look, {
    vertexShader: PATCH_VERTEX,
    fragmentShader: PATCH_FRAGMENT,
    uniforms,
    side: DoubleSide,
  });
  // The far side first.
  material.forceSinglePass = false;
  return placed(new Mesh(geometry, material), 0);
}

/** The twelve notes: squares that face the camera. `aPitch` says in which order they are drawn. */
export function makeNodes(look: Look, uniforms: Uniforms): Drawn<InstancedBufferGeometry> {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0]), 3));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  const order = new InstancedBufferAttribute(
    Float32Array.from({ length: PITCH_CLASSES }, (_, pitch) => pitch),
    1,
  );
  geometry.setAttribute("aPitch", order.setUsage(DynamicDrawUsage));
  geometry.instanceCount = PITCH_CLASSES;
  const material = paintMaterial(look, { vertexShader: NODE_VERTEX, fragmentShader: NODE_FRAGMENT, uniforms });
  return placed(new Mesh(geometry, material), 2);
}

/** The way of the harmony: a ribbon of two vertices for each point. */
export function makePath(look: Look, uniforms: Uniforms): Drawn<BufferGeometry> {
  const geometry = new BufferGeometry();
  const vertices = PATH_POINTS * 2;
  const place = new BufferAttribute(new Float32Array(vertices * 2), 2).setUsage(DynamicDrawUsage);
  const next = new BufferAttribute(new Float32Array(vertices * 2), 2).setUsage(DynamicDrawUsage);
  geometry.setAttribute("aPlace", place);
  geometry.setAttribute("aNext", next);
  const side = Float32Array.from({ length: vertices }, (_, i) => (i % 2 ? 1 : -1));
  const along = Float32Array.from({ length: vertices }, (_, i) => Math.floor(i / 2) / (PATH_POINTS - 1));
  geometry.setAttribute("aSide", new BufferAttribute(side, 1));
  geometry.setAttribute("aAlong", new BufferAttribute(along, 1));
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(vertices * 3), 3));
  const indices: number[] = [];
  for (let i = 0; i < PATH_POINTS - 1; i++) indices.push(2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 2, 2 * i + 1, 2 * i + 3);
  geometry.setIndex(indices);
  const material = paintMaterial(look, {
    vertexShader: PATH_VERTEX,
    fragmentShader: PATH_FRAGMENT,
    uniforms,
    side: DoubleSide,
  });
  return placed(new Mesh(geometry, material), 1);
}

/** Copies the points of the path to both vertices of each. */
export function setPath(geometry: BufferGeometry, points: Float32Array): void {
  const place = geometry.getAttribute("aPlace") as BufferAttribute;
  const next = geometry.getAttribute("aNext") as BufferAttribute;
  for (let point = 0; point < PATH_POINTS; point++) {
    const after = Math.min(point, PATH_POINTS - 2) + 1;
    const [tube = 0, ring = 0] = [points[point * 2], points[point * 2 + 1]];
    const [nextTube = 0, nextRing = 0] = [points[after * 2], points[after * 2 + 1]];
    // The last point has no next one: it looks on in the direction in which the path came.
    const [beforeTube = 0, beforeRing = 0] = [points[(after - 1) * 2], points[(after - 1) * 2 + 1]];
    const isLast = point === PATH_POINTS - 1;
    for (let side = 0; side < 2; side++) {
      place.setXY(point * 2 + side, tube, ring);
      if (isLast) next.setXY(point * 2 + side, 2 * tube - beforeTube, 2 * ring - beforeRing);
      else next.setXY(point * 2 + side, nextTube, nextRing);
    }
  }
  place.needsUpdate = true;
  next.needsUpdate = true;
}

function placed<M extends Mesh>(mesh: M, order: number): M {
  mesh.frustumCulled = false;
  mesh.renderOrder = order;
  return mesh;
}

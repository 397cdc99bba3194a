import { type CameraRig, FIELD_DEGREES } from "@/components/visualizer/galaxy/engine/camera-rig";
import { paint, type Theme } from "@/components/visualizer/galaxy/engine/colours";
import { NOWHERE, project } from "@/components/visualizer/galaxy/engine/projection";
import type { GalaxyPoints } from "@/lib/galaxy/schema";

const NEAR = 0.005;
const FAR = 20;
/** About as much as the smallest points in space cover. */
const ALPHA = 0.62;
/** A point's width in CSS pixels. */
const WIDTH_PX = 2;

export interface Raster {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel, from the top left. */
  data: Uint8ClampedArray;
}

/** What WebGL would be given for a camera: from the space of the points to clip space, column-major. */
export function cameraMatrix(rig: CameraRig, aspect: number): Float64Array {
  const [ex, ey, ez] = rig.eye();
  const { x, y, z } = rig.now;
  const length = Math.hypot(ex - x, ey - y, ez - z);
  // The axes of the camera: back, right and up.
  const [bx, by, bz] = [(ex - x) / length, (ey - y) / length, (ez - z) / length];
  const flat = Math.hypot(bx, bz);
  const [rx, rz] = [bz / flat, -bx / flat];
  const [ux, uy, uz] = [by * rz, bz * rx - bx * rz, -by * rx];
  const scale = 1 / Math.tan((FIELD_DEGREES * Math.PI) / 360);
  const [depth, shift] = [(FAR + NEAR) / (NEAR - FAR), (2 * FAR * NEAR) / (NEAR - FAR)];
  const right = -(rx * ex + rz * ez);
  const up = -(ux * ex + uy * ey + uz * ez);
  const back = -(bx * ex + by * ey + bz * ez);
  const wide = scale / aspect;
  return Float64Array.from([
    ...[wide * rx, scale * ux, depth * bx, -bx],
    ...[0, scale * uy, depth * by, -by],
    ...[wide * rz, scale * uz, depth * bz, -bz],
    ...[wide * right, scale * up, depth * back + shift, -back],
  ]);
}

/** Draws all points by type, each as one small square, over what is transparent. `pixelRatio`: pixels of the raster in one of CSS. */
export function plotPoints(
  points: GalaxyPoints,
  rig: CameraRig,
  raster: Raster,
  pixelRatio: number,
  theme: Theme,
): void {
  const { width, height, data } = raster;
  const xy = new Float32Array(points.count * 2);
  project(points.positions, cameraMatrix(rig, width / height), raster, xy);
  const { rgb } = paint(points, "type", theme, []);
  const side = Math.max(1, Math.round(WIDTH_PX * pixelRatio));
  for (let index = 0; index < points.count; index++) {
    if (xy[index * 2] === NOWHERE) continue;
    const left = Math.round((xy[index * 2] as number) - side / 2);
    const top = Math.round((xy[index * 2 + 1] as number) - side / 2);
    if (left < 0 || top < 0 || left + side > width || top + side > height) continue;
    for (let row = top; row < top + side; row++) {
      for (let at = (row * width + left) * 4; at < (row * width + left + side) * 4; at += 4) {
        const below = (1 - ALPHA) * ((data[at + 3] as number) / 255);
        const alpha = ALPHA + below;
        for (let channel = 0; channel < 3; channel++)
          data[at + channel] =
            ((rgb[index * 3 + channel] as number) * ALPHA + (data[at + channel] as number) * below) / alpha;
        data[at + 3] = alpha * 255;
      }
    }
  }
}

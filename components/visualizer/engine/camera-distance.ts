import type { PerspectiveCamera } from "three";

/** Fits the camera to a canvas. Returns how far away it must be for a width and a height around the origin to be seen. */
export function fitCamera(
  camera: PerspectiveCamera,
  size: { width: number; height: number },
  seen: { width: number; height: number },
): number {
  camera.aspect = Math.max(1, size.width) / Math.max(1, size.height);
  camera.updateProjectionMatrix();
  const half = Math.tan((camera.fov * Math.PI) / 360);
  return Math.max(seen.height / (2 * half), seen.width / (2 * half * camera.aspect));
}

import { PerspectiveCamera } from "three";
import { describe, expect, it } from "vitest";
import { CameraRig, FIELD_DEGREES } from "@/components/visualizer/galaxy/engine/camera-rig";
import { madeGalaxy } from "@/tests/factories/galaxy-points";
import { cameraMatrix, plotPoints } from "./plot-points";

const SIZE = { width: 160, height: 90 };
const emptyRaster = () => ({ ...SIZE, data: new Uint8ClampedArray(SIZE.width * SIZE.height * 4) });
const entering = () => {
  const rig = new CameraRig();
  rig.enter();
  return rig;
};

describe("the first picture of a galaxy", () => {
  it("is seen by the camera that three.js would place there", () => {
    const rig = entering();
    const camera = new PerspectiveCamera(FIELD_DEGREES, 16 / 9, 0.005, 20);
    camera.position.set(...rig.eye());
    camera.lookAt(rig.now.x, rig.now.y, rig.now.z);
    camera.updateMatrixWorld();
    const wanted = camera.projectionMatrix.clone().multiply(camera.matrixWorldInverse).elements;
    const made = cameraMatrix(rig, 16 / 9);
    for (const [at, value] of wanted.entries()) expect(made[at]).toBeCloseTo(value, 6);
  });

  it("has points of the colours of their types, in the middle more than at the edges", () => {
    const raster = emptyRaster();
    plotPoints(madeGalaxy(2000).points, entering(), raster, 1, "dark");
    const drawn = (from: number, to: number) => {
      let count = 0;
      for (let row = 0; row < SIZE.height; row++)
        for (let x = from; x < to; x++) if ((raster.data[(row * SIZE.width + x) * 4 + 3] as number) > 0) count += 1;
      return count;
    };
    expect(drawn(40, 120)).toBeGreaterThan(300);
    expect(drawn(40, 120)).toBeGreaterThan(2 * (drawn(0, 40) + drawn(120, 160)));
    const reds = new Set<number>();
    for (let at = 0; at < raster.data.length; at += 4) if (raster.data[at + 3]) reds.add(raster.data[at] as number);
    expect(reds.size).toBeGreaterThan(3);
  });

  it("is empty where there is nothing", () => {
    const raster = emptyRaster();
    plotPoints(madeGalaxy(0).points, entering(), raster, 1, "light");
    expect(raster.data.every((value) => value === 0)).toBe(true);
  });
});

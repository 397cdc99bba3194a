import { Matrix4, PerspectiveCamera, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { FlatView } from "./flat-view";
import { NOWHERE, Projection, project } from "./projection";

const SIZE = { width: 800, height: 600 };

describe("a point on screen", () => {
  it("is where the camera draws it, and nowhere behind the camera", () => {
    const camera = new PerspectiveCamera(46, 4 / 3, 0.01, 20);
    camera.position.set(1, 0.7, 2);
    camera.lookAt(0, 0, 0);
    camera.updateMatrixWorld();
    const { elements } = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const positions = Float32Array.of(0, 0, 0, 0.5, -0.3, 0.2, 4, 3, 9);
    const xy = new Float32Array(6);
    project(positions, elements, SIZE, xy);
    const expected = new Vector3(0.5, -0.3, 0.2).project(camera);
    expect(xy[0]).toBeCloseTo(400, 3);
    expect(xy[1]).toBeCloseTo(300, 3);
    expect(xy[2]).toBeCloseTo(400 + 400 * expected.x, 2);
    expect(xy[3]).toBeCloseTo(300 - 300 * expected.y, 2);
    expect([xy[4], xy[5]]).toEqual([NOWHERE, NOWHERE]);
  });

  it("is worked out again only when the view has changed", () => {
    const view = Object.assign(new FlatView(), SIZE);
    const projection = new Projection();
    projection.update(Float32Array.of(0, 0, 0), view.matrix(), SIZE);
    view.pan(50, 0);
    projection.update(Float32Array.of(0, 0, 0), view.matrix(), SIZE);
    expect(projection.xy[0]).toBeCloseTo(400, 3);
    projection.invalidate();
    projection.update(Float32Array.of(0, 0, 0), view.matrix(), SIZE);
    expect(projection.xy[0]).toBeCloseTo(450, 3);
  });
});

describe("the flat view", () => {
  const view = () => Object.assign(new FlatView(), SIZE);
  const seen = (from: FlatView, x: number, y: number) => {
    const xy = new Float32Array(2);
    project(Float32Array.of(x, y, 0.4), from.matrix(), SIZE, xy);
    return [...xy];
  };

  it("shows the whole at first, with up at the top", () => {
    const [left = -1] = seen(view(), -1, 0);
    const [, top = -1] = seen(view(), 0, 1);
    expect(left).toBeGreaterThan(0);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(300);
  });

  it("keeps in place what is under the fingers while it zooms", () => {
    const near = view();
    near.lookAt(0.2, 0.1, 2);
    const before = seen(near, 0.3, 0.05);
    near.zoomAt(1.7, before[0] ?? 0, before[1] ?? 0);
    const after = seen(near, 0.3, 0.05);
    expect(after[0]).toBeCloseTo(before[0] ?? 0, 2);
    expect(after[1]).toBeCloseTo(before[1] ?? 0, 2);
  });
});

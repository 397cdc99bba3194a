import { describe, expect, it } from "vitest";
import { CameraRig } from "./camera-rig";

/** Lets it come to rest, and says after how many seconds. */
function rest(rig: CameraRig): number {
  let seconds = 0;
  while (rig.update(1 / 60) && seconds < 20) seconds += 1 / 60;
  return seconds;
}

describe("the camera", () => {
  it("flies to a place and comes to rest there, at the distance asked for", () => {
    const rig = new CameraRig();
    rig.flyTo([0.5, -0.2, 0.1], 0.4);
    rig.update(0.5);
    // On its way it rises, to show where it goes.
    expect(rig.now.x).toBeGreaterThan(0);
    expect(rig.now.x).toBeLessThan(0.5);
    expect(rest(rig)).toBeLessThan(2);
    expect(rig.now.x).toBeCloseTo(0.5, 3);
    const [x, y, z] = rig.eye();
    expect(Math.hypot(x - 0.5, y + 0.2, z - 0.1)).toBeCloseTo(0.4, 3);
  });

  it("jumps where less motion is asked for", () => {
    const rig = new CameraRig();
    rig.isStill = true;
    rig.flyTo([0.5, 0, 0], 0.4);
    expect(rig.update(1 / 60)).toBe(true);
    expect(rig.now.x).toBe(0.5);
    expect(rig.update(1 / 60)).toBe(false);
  });

  it("stops a flight when somebody takes hold of it", () => {
    const rig = new CameraRig();
    rig.flyTo([1, 0, 0], 0.4);
    rig.update(0.3);
    const { x } = rig.now;
    rig.orbit(0.1, 0);
    rest(rig);
    expect(rig.now.x).toBeCloseTo(x, 3);
  });

  it("never turns over, nor leaves the galaxy", () => {
    const rig = new CameraRig();
    rig.orbit(0, 40);
    rest(rig);
    expect(rig.now.pitch).toBeLessThan(Math.PI / 2);
    for (let step = 0; step < 100; step++) rig.move(0, 0, 1);
    rig.zoom(1e9);
    rest(rig);
    expect(rig.now.distance).toBeGreaterThan(0);
    expect(Math.max(...[rig.now.x, rig.now.y, rig.now.z].map(Math.abs))).toBeLessThan(2);
  });

  it("flies forward to where it looks", () => {
    const rig = new CameraRig();
    const before = rig.eye();
    rig.move(0, 0, 0.5);
    rest(rig);
    const after = rig.eye();
    const ahead = before.map((value) => -value / Math.hypot(...before));
    after.forEach((value, axis) => {
      expect(value - (before[axis] ?? 0)).toBeCloseTo((ahead[axis] ?? 0) * 0.5, 2);
    });
  });
});

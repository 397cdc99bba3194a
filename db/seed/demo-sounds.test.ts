import { describe, expect, it } from "vitest";
import { demoSounds } from "./demo-sounds";

describe("the demo sounds", () => {
  const rendered = demoSounds.map((sound) => ({ ...sound, bytes: sound.render() }));

  it("are about a dozen different WAV files between half a second and twenty seconds long", () => {
    expect(rendered.length).toBeGreaterThanOrEqual(12);
    expect(new Set(rendered.map(({ bytes }) => Buffer.from(bytes).toString("base64"))).size).toBe(rendered.length);
    for (const { fileName, bytes } of rendered) {
      const view = new DataView(bytes.buffer);
      const seconds = (bytes.length - 44) / 4 / view.getUint32(24, true);
      expect(seconds, fileName).toBeGreaterThan(0.5);
      expect(seconds, fileName).toBeLessThan(20);
    }
  });

  it("are audible and never clip", () => {
    for (const { fileName, bytes } of rendered) {
      const samples = new Int16Array(bytes.buffer, 44);
      const peak = samples.reduce((loudest, value) => Math.max(loudest, Math.abs(value)), 0);
      expect(peak, fileName).toBeGreaterThan(0.5 * 32_767);
      expect(peak, fileName).toBeLessThan(32_767);
    }
  });
});

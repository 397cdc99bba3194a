import { describe, expect, it } from "vitest";
import { KeptPoints } from "./kept-points";

const bytes = (length: number) => async () => new Uint8Array(length);
const never = async () => {
  throw new Error("read again");
};

describe("points that are kept", () => {
  it("are read once for each version", async () => {
    const kept = new KeptPoints();
    const first = await kept.get("a", "1", bytes(3));
    expect(await kept.get("a", "1", never)).toBe(first);
    expect(await kept.get("a", "2", bytes(4))).toHaveLength(4);
    await expect(kept.get("a", "1", never)).rejects.toThrow("read again");
    expect(await kept.get("a", "2", never)).toHaveLength(4);
  });

  it("make room for others, those asked for longest ago first", async () => {
    const kept = new KeptPoints(10);
    await kept.get("a", "1", bytes(4));
    await kept.get("b", "1", bytes(4));
    await kept.get("a", "1", never);
    await kept.get("c", "1", bytes(4));
    expect(await kept.get("a", "1", never)).toHaveLength(4);
    await expect(kept.get("b", "1", never)).rejects.toThrow("read again");
    expect(await kept.get("d", "1", bytes(11))).toHaveLength(11);
    await expect(kept.get("d", "1", never)).rejects.toThrow("read again");
  });
});

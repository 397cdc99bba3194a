import { describe, expect, it } from "vitest";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";
import { soundVector } from "@/tests/factories/sound-rows";
import { PublicSounds } from "./public-sounds";

const idOf = (number: number) => `0199aaaa-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
const like = (seed: number, more: { kind?: string | null; limit?: number; except?: number } = {}) => ({
  vector: fromStoredVector(soundVector(seed)),
  kind: more.kind === undefined ? "loop" : more.kind,
  exceptId: idOf(more.except ?? 999),
  limit: more.limit ?? 3,
});

function filled(): PublicSounds {
  const sounds = new PublicSounds();
  for (let seed = 0; seed < 400; seed++)
    sounds.put({ id: idOf(seed), kind: seed % 2 ? "loop" : null, revision: seed }, soundVector(seed));
  return sounds;
}

describe("public sounds", () => {
  it("are compared with all of their kind, however old they are", async () => {
    const sounds = filled();
    expect((await sounds.nearest(like(1, { limit: 500 }))).length).toBe(200);
    expect((await sounds.nearest(like(1)))[0]).toBe(idOf(1));
    expect((await sounds.nearest(like(399)))[0]).toBe(idOf(399));
    expect((await sounds.nearest(like(0, { kind: null })))[0]).toBe(idOf(0));
    expect(await sounds.nearest(like(1, { except: 1 }))).not.toContain(idOf(1));
    expect(await sounds.nearest(like(1, { kind: "track" }))).toEqual([]);
  });

  it("that change are compared anew, and those that go are found no more", async () => {
    const sounds = filled();
    const changed = { id: idOf(1), kind: "track", revision: 1000 };
    expect(sounds.unknown([changed, { id: idOf(3), kind: "loop", revision: 3 }])).toEqual([changed]);
    sounds.put(changed, soundVector(1));
    expect(sounds.unknown([changed])).toEqual([]);
    expect(await sounds.nearest(like(1, { kind: "track" }))).toEqual([idOf(1)]);
    expect(await sounds.nearest(like(1))).not.toContain(idOf(1));
    sounds.put({ ...changed, revision: 1001 }, null);
    expect(await sounds.nearest(like(1, { kind: "track" }))).toEqual([]);
    sounds.keepOnly(new Set([idOf(3)]));
    expect(sounds.count).toBe(1);
    expect(await sounds.nearest(like(1))).toEqual([idOf(3)]);
  });

  it("without a vector of this version are passed over", async () => {
    const sounds = new PublicSounds();
    sounds.put({ id: idOf(1), kind: "loop", revision: 1 }, Buffer.alloc(10));
    expect(await sounds.nearest(like(1))).toEqual([]);
    expect(await sounds.nearest({ ...like(1), vector: new Float32Array(96) })).toEqual([]);
  });
});

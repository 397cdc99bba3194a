import { describe, expect, it } from "vitest";
import { parseQueue } from "./stored-queue";

const track = { id: "1", title: "kick.wav", src: "/api/v1/samples/1/audio", durationSeconds: 1 };

describe("the queue over a reload", () => {
  it("comes back as it was stored", () => {
    const stored = { track, positionSeconds: 0.4, list: { id: "/search", tracks: [track] }, goesOn: true };
    expect(parseQueue(JSON.stringify(stored))).toEqual(stored);
    expect(parseQueue(JSON.stringify({ ...stored, list: null, goesOn: 1 }))).toEqual({
      ...stored,
      list: null,
      goesOn: false,
    });
  });

  it("is forgotten if it makes no sense, or would play from elsewhere", () => {
    const elsewhere = { ...track, src: "https://elsewhere.example/a.wav" };
    for (const stored of [
      null,
      "",
      "{",
      "3",
      JSON.stringify({ track }),
      JSON.stringify({ track: elsewhere, positionSeconds: 1 }),
    ])
      expect(parseQueue(stored)).toBeNull();
    const list = { id: "/", tracks: [{ ...track, src: "//elsewhere.example" }] };
    expect(parseQueue(JSON.stringify({ track, positionSeconds: 0, list }))?.list).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { type Hearing, hear } from "./hearing";
import type { Heartbeat } from "./schema";

const nothing: Hearing = { heardSeconds: 0, lastPositionSeconds: 0, heartbeats: 0, wasAudible: false, mark: null };
const recording = { seconds: 180, kind: "track" } as const;
const beat = (changes: Partial<Heartbeat>): Heartbeat => ({
  publicationId: "01a1fbfb-bd28-714a-bdb4-646dd4da4a09",
  number: 1,
  parts: [[0, 10]],
  positionSeconds: 10,
  isMuted: false,
  hiddenSeconds: 0,
  clockSeconds: 10,
  ...changes,
});
const at = (elapsedSeconds: number) => ({ recording, elapsedSeconds });

describe("what is known after a heartbeat", () => {
  it("is how much of the recording was heard, each part once", () => {
    const first = hear(nothing, beat({}), at(10));
    expect(first).toMatchObject({ heardSeconds: 10, heartbeats: 1, wasAudible: true, mark: null });
    const again = hear(
      first ?? nothing,
      beat({
        number: 2,
        parts: [
          [0, 10],
          [5, 12],
        ],
        clockSeconds: 20,
      }),
      at(20),
    );
    expect(again).toMatchObject({ heardSeconds: 12, heartbeats: 2 });
  });

  it("does not change by an old or repeated one", () => {
    const known = { ...nothing, heartbeats: 3 };
    for (const number of [1, 2, 3]) expect(hear(known, beat({ number }), at(10))).toBeNull();
  });

  it("loses nothing if some never came", () => {
    expect(hear(nothing, beat({ number: 9, parts: [[0, 90]], clockSeconds: 90 }), at(90))).toMatchObject({
      heardSeconds: 90,
    });
  });

  it("is a mark, and none of what it says, if it is impossible", () => {
    const known = hear(nothing, beat({}), at(10)) ?? nothing;
    const fast = hear(known, beat({ number: 2, parts: [[0, 170]], clockSeconds: 11 }), at(11));
    expect(fast).toEqual({ ...known, heartbeats: 2, mark: "impossible_speed" });
    const later = hear(fast ?? nothing, beat({ number: 3, parts: [[0, 100]], clockSeconds: 100 }), at(100));
    expect(later).toMatchObject({ heardSeconds: 10, mark: "impossible_speed" });
  });

  it("is never audible while it is muted, or nobody has seen the page for hours", () => {
    expect(hear(nothing, beat({ isMuted: true }), at(10))).toMatchObject({ wasAudible: false });
    expect(hear(nothing, beat({ hiddenSeconds: 7300 }), at(10))).toMatchObject({ wasAudible: false });
    expect(hear(nothing, beat({ parts: [] }), at(10))).toMatchObject({ wasAudible: false });
  });
});

import { describe, expect, it } from "vitest";
import type { JudgedPlay } from "./evidence";
import { LISTENER_PATTERNS } from "./listener-patterns";
import { aPlay, ofListener, times } from "./testing-plays";

const seen = (plays: JudgedPlay[]) =>
  Object.entries(LISTENER_PATTERNS)
    .filter(([, pattern]) => pattern(ofListener(plays)))
    .map(([name]) => name);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const song = (seconds: number) => ({ seconds, kind: "track" }) as const;
/** Different songs of different artists, one after the other, as a queue plays them. */
const queue = (count: number, change: (index: number) => Partial<JudgedPlay> = () => ({})) => {
  let startedAtMs = 0;
  return times(count, (index) => {
    const seconds = 150 + ((index * 37) % 90);
    const play = aPlay({
      startedAtMs,
      recording: song(seconds),
      heardSeconds: seconds,
      publicationId: `song ${index}`,
      ownerId: `artist ${index % 9}`,
      ...change(index),
    });
    startedAtMs += seconds * 1000 + 400;
    return play;
  });
};
/** Pauses as people make them: most short, a few long. */
const humanGap = (index: number) => [40, 7, 95, 310, 22, 61, 4, 900, 33, 130][index % 10] ?? 1;

describe("what a listener shows", () => {
  it("is nothing over a long evening of a queue", () => {
    expect(seen(queue(90))).toEqual([]);
  });

  it("is nothing where one loop is heard again and again, and songs are looked through", () => {
    const loop = { seconds: 8, kind: "loop" } as const;
    const again = times(100, (index) =>
      aPlay({ startedAtMs: index * 8000, recording: loop, heardSeconds: 8, publicationId: "loop" }),
    );
    expect(seen(again)).toEqual([]);
    let at = 0;
    const through = times(60, (index) => {
      at += humanGap(index) * 1000;
      return aPlay({
        startedAtMs: at,
        heardSeconds: humanGap(index + 3),
        publicationId: `song ${index}`,
        ownerId: `${index % 20}`,
      });
    });
    expect(seen(through)).toEqual([]);
  });

  it("is nothing where somebody looks through a pack of samples", () => {
    let at = 0;
    const pack = times(300, (index) => {
      at += 400 + humanGap(index) * 50;
      return aPlay({
        startedAtMs: at,
        recording: { seconds: 0.5, kind: "one-shot" },
        heardSeconds: 0.5,
        publicationId: `${index}`,
        ownerId: "one",
      });
    });
    expect(seen(pack)).toEqual([]);
  });

  it("stops_when_it_counts", () => {
    const halves = queue(12, (index) => ({ heardSeconds: (150 + ((index * 37) % 90)) / 2 + 1 }));
    expect(seen(halves)).toContain("stops_when_it_counts");
  });

  it("same_from_each", () => {
    expect(seen(queue(14, () => ({ heardSeconds: 31 })))).toContain("same_from_each");
  });

  it("never_sleeps", () => {
    expect(seen(times(24, (hour) => aPlay({ startedAtMs: hour * HOUR + (hour % 7) * MINUTE })))).toContain(
      "never_sleeps",
    );
    expect(seen(times(17, (hour) => aPlay({ startedAtMs: hour * HOUR })))).not.toContain("never_sleeps");
  });

  it("hears_all_day, but not many who share an address", () => {
    expect(seen(queue(330))).toContain("hears_all_day");
    const school = times(200, (index) =>
      aPlay({ id: `${index}`, startedAtMs: (index % 20) * 1000, heardSeconds: 400 }),
    );
    expect(seen(school)).not.toContain("hears_all_day");
  });

  it("at_the_same_time, but not of strangers who share an address", () => {
    const tabs = (userId: string | null) =>
      times(6, (index) => aPlay({ userId, startedAtMs: index * 500, publicationId: `song ${index}`, id: `${index}` }));
    expect(seen(tabs("somebody"))).toContain("at_the_same_time");
    expect(seen(tabs(null))).not.toContain("at_the_same_time");
  });

  it("on_repeat", () => {
    let at = 0;
    const same = times(45, (index) => {
      at += 181_000 + humanGap(index) * 1000;
      return aPlay({ startedAtMs: at });
    });
    expect(seen(same)).toEqual(["on_repeat"]);
  });

  it("regular_starts", () => {
    const clock = times(12, (index) =>
      aPlay({ startedAtMs: index * 97_000, heardSeconds: 91, publicationId: `${index}`, recording: song(170 + index) }),
    );
    expect(seen(clock)).toContain("regular_starts");
  });

  it("starts_without_tail", () => {
    let at = 0;
    const uniform = times(30, (index) => {
      at += 100_000 + ((index * 7919) % 60) * 1000;
      return aPlay({
        startedAtMs: at,
        heardSeconds: 91 + (index % 5),
        publicationId: `${index}`,
        recording: song(175 + index),
      });
    });
    expect(seen(uniform)).toContain("starts_without_tail");
  });

  it("many_starts_a_minute", () => {
    const hasty = times(45, (index) =>
      aPlay({ startedAtMs: index * 1000 + humanGap(index), publicationId: `${index}` }),
    );
    expect(seen(hasty)).toContain("many_starts_a_minute");
  });

  it("one_artist_all_day", () => {
    expect(seen(queue(160, () => ({ ownerId: "one" })))).toEqual(["one_artist_all_day"]);
  });
});

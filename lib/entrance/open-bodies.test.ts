import { describe, expect, it } from "vitest";
import { crowdNotice } from "./crowd-notice";
import { BODY_LIMITS, type Crowd, EXECUTOR_BODY_LIMITS, OpenBodies } from "./open-bodies";

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** Bodies on a clock that only the test moves. Each says by itself if it was ended. */
function bodies(limits = BODY_LIMITS) {
  let now = 0;
  const crowds: Crowd[] = [];
  const open = new OpenBodies(limits, { onCrowd: (crowd) => crowds.push(crowd), now: () => now });
  const begin = (address: string, bytes: number) => {
    const state = { isEnded: false, end: () => {} };
    const body = open.begin(address, () => {
      state.isEnded = true;
    });
    state.end = () => body.end();
    if (!body.take(bytes)) state.isEnded = true;
    return state;
  };
  const many = (count: number, address: string, bytes: number) =>
    Array.from({ length: count }, () => begin(address, bytes));
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { begin, many, pass, crowds };
}

const endedOf = (some: { isEnded: boolean }[]) => some.filter(({ isEnded }) => isEnded).length;

describe("room for bodies", () => {
  it("is there for a newcomer, however many addresses hold all of it", () => {
    const { begin, many, pass, crowds } = bodies();
    const slow = Array.from({ length: 40 }, (_, index) => many(32, `stranger ${index}`, MEGABYTE - 1)).flat();
    pass(10);
    // Somebody who began a while ago, and newcomers, also with a large body.
    const honest = begin("somebody", 16 * KILOBYTE);
    pass(1);
    const newcomers = [...many(20, "another", 16 * KILOBYTE), begin("a third", MEGABYTE)];
    expect([honest, ...newcomers].filter(({ isEnded }) => isEnded)).toEqual([]);
    expect((slow.length - endedOf(slow)) * MEGABYTE).toBeLessThanOrEqual(BODY_LIMITS.inAll.bytes);
    expect(crowds.at(-1)).toMatchObject({
      limit: "inAll",
      measure: "bytes",
      address: expect.stringMatching(/^stranger/),
    });
  });

  it("is there by number, too, for who has begun one of a thousand", () => {
    const { begin, many, pass } = bodies();
    const silent = Array.from({ length: 100 }, (_, index) => many(20, `stranger ${index}`, 0)).flat();
    pass(5);
    const honest = begin("somebody", 200 * KILOBYTE);
    pass(0.5);
    many(200, "another stranger", 0);
    expect(honest.isEnded).toBe(false);
    expect(silent.length - endedOf(silent)).toBeLessThan(BODY_LIMITS.inAll.count);
  });

  it("is there for 64 people behind one address, even if one of them takes all of it", () => {
    const honest = bodies();
    expect(endedOf(honest.many(64, "school", 128 * KILOBYTE))).toBe(0);
    expect(honest.crowds).toEqual([]);
    const { many, pass, crowds } = bodies();
    const greedy = many(64, "school", MEGABYTE);
    expect(greedy.length - endedOf(greedy)).toBe(8);
    pass(3);
    const pupils = many(63, "school", 64 * KILOBYTE);
    pass(0.2);
    expect(endedOf([...pupils, ...many(1, "school", 64 * KILOBYTE)])).toBe(0);
    expect(crowds.at(-1)).toMatchObject({ limit: "perAddress", address: "school" });
  });

  it("is made by who took more memory, for longer, from an address that holds more", () => {
    const byMemory = bodies();
    const small = byMemory.begin("school", 16 * KILOBYTE);
    byMemory.pass(0.1);
    const large = byMemory.many(8, "school", MEGABYTE - 16 * KILOBYTE);
    byMemory.pass(1);
    byMemory.begin("school", 256 * KILOBYTE);
    expect([small.isEnded, endedOf(large)]).toEqual([false, 1]);

    const byTime = bodies();
    const silent = byTime.many(63, "school", 0);
    byTime.pass(10);
    const quick = byTime.begin("school", 900 * KILOBYTE);
    byTime.pass(0.5);
    byTime.begin("school", 0);
    expect([quick.isEnded, endedOf(silent)]).toEqual([false, 1]);

    const byAddress = bodies();
    const alone = byAddress.begin("somebody", 16 * KILOBYTE);
    byAddress.pass(0.1);
    const crowd = Array.from({ length: 16 }, (_, index) => byAddress.many(64, `stranger ${index}`, 0)).flat();
    byAddress.pass(1);
    byAddress.begin("another", 0);
    expect([alone.isEnded, endedOf(crowd)]).toEqual([false, 2]);
  });

  it("is given back by a body that ends, once", () => {
    const { begin, many } = bodies({ perAddress: { count: 2, bytes: 10 }, inAll: { count: 3, bytes: 20 } });
    const first = begin("somebody", 10);
    first.end();
    first.end();
    expect(endedOf(many(2, "somebody", 5))).toBe(0);
    expect(endedOf([begin("another", 10)])).toBe(0);
  });

  it("of the executor is enough for its largest calls", () => {
    const { many } = bodies(EXECUTOR_BODY_LIMITS);
    expect(endedOf(many(6, "executor", 4 * MEGABYTE))).toBe(0);
  });
});

describe("the notice of a crowd", () => {
  it("names the address and the limit, at most once a minute", () => {
    let now = 0;
    const lines: [Record<string, unknown>, string][] = [];
    const notice = crowdNotice(
      (...line) => lines.push(line),
      () => now,
    );
    const crowd: Crowd = { address: "203.0.113.7", limit: "perAddress", measure: "bytes", count: 9, bytes: 8_000_000 };
    for (let ended = 0; ended < 500; ended += 1) notice(crowd);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.[0]).toEqual({ address: "203.0.113.7", open: 9, bytes: 8_000_000, ended: 1 });
    expect(lines[0]?.[1]).toMatch(/the memory that one address may have/);
    now += 60_000;
    notice({ ...crowd, limit: "inAll", measure: "count" });
    expect(lines[1]?.[0]).toMatchObject({ ended: 500 });
    expect(lines[1]?.[1]).toMatch(/the number that all addresses may have/);
  });
});

import { describe, expect, it } from "vitest";
import { PageStore } from "./page-store";

function setUp() {
  const clock = { now: 0 };
  let made = 0;
  const makers: ((page: string | null) => void)[] = [];
  const store = new PageStore<string>(() => clock.now);
  const get = (key = "/") =>
    store.get(key, () => {
      made += 1;
      return new Promise((resolve) => makers.push(resolve));
    });
  return { clock, get, finish: (page: string | null) => makers.shift()?.(page), made: () => made };
}

describe("a shared page", () => {
  it("is made once for all who wait, and again after a second", async () => {
    const { clock, get, finish, made } = setUp();
    const waiting = [get(), get(), get()];
    finish("first");
    expect(await Promise.all(waiting)).toEqual(["first", "first", "first"]);
    clock.now = 900;
    expect(await get()).toBe("first");
    expect(made()).toBe(1);
    clock.now = 1200;
    // Nobody waits for the next one, but nobody sees one of the day before either.
    expect(await get()).toBe("first");
    expect(made()).toBe(2);
    clock.now = 10_000;
    const late = get();
    finish("second");
    expect(await late).toBe("second");
  });

  it("is as old as the beginning of its making", async () => {
    const { clock, get, finish, made } = setUp();
    const slow = get();
    clock.now = 1500;
    finish("slow");
    expect(await slow).toBe("slow");
    await get();
    expect(made()).toBe(2);
  });

  it("is none if it cannot be shared, or could not be made", async () => {
    const { get, finish } = setUp();
    const none = get();
    finish(null);
    expect(await none).toBeNull();
    const store = new PageStore<string>();
    expect(await store.get("/", () => Promise.reject(new Error("away")))).toBeNull();
  });

  it("makes room: a visitor can make addresses up", async () => {
    const clock = { now: 0 };
    const store = new PageStore<string>(() => clock.now);
    let made = 0;
    const get = (key: string) => store.get(key, async () => String(++made));
    for (let at = 0; at < 60; at++) await get(`http://h${at}/`);
    await get("http://h59/");
    expect(made).toBe(60);
    await get("http://h0/");
    expect(made).toBe(61);
  });
});

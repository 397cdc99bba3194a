import { describe, expect, it } from "vitest";
import { RevisedPages } from "./revised-pages";

interface Page {
  revision: string | null;
  bytes: number;
  text: string;
}

/** Pages of addresses that show how often they were made; what the database says is `now`. */
function setUp({ bytes = 100 } = {}) {
  const now = { revision: "a" };
  const count = { made: 0, asked: 0 };
  const waiting: (() => void)[] = [];
  const held = { isHeld: false };
  const pages = new RevisedPages<Page>();
  const get = async (key = "/gallery?q=a") => {
    const page = await pages.get(key, {
      revisionNow: async () => {
        count.asked += 1;
        return now.revision;
      },
      make: async () => {
        const { revision } = now;
        const text = `${++count.made}`;
        if (held.isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
        return { revision, bytes, text };
      },
    });
    return page?.text ?? null;
  };
  const finish = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { now, count, held, get, finish };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("the page of a question", () => {
  it("is kept from the second time, and asked about each time", async () => {
    const { count, get } = setUp();
    expect([await get(), await get(), await get(), await get()]).toEqual([null, "1", "1", "1"]);
    expect(count).toEqual({ made: 1, asked: 3 });
  });

  it("is made anew at once when what it shows has changed, and also when it changes back", async () => {
    const { now, get } = setUp();
    await get();
    expect(await get()).toBe("1");
    now.revision = "b";
    expect(await get()).toBe("2");
    expect(await get()).toBe("2");
    now.revision = "a";
    expect(await get()).toBe("3");
  });

  it("is not one whose making began before the last change", async () => {
    const { now, held, get, finish } = setUp();
    await get();
    held.isHeld = true;
    const early = get();
    await settle();
    now.revision = "b";
    const late = get();
    await settle();
    finish();
    expect(await early).toBe("1");
    expect(await late).toBeNull();
    held.isHeld = false;
    expect(await get()).toBe("2");
  });

  it("is made once for all who wait", async () => {
    const { held, count, get, finish } = setUp();
    await get();
    held.isHeld = true;
    const all = [get(), get(), get()];
    await settle();
    finish();
    expect(await Promise.all(all)).toEqual(["1", "1", "1"]);
    expect(count.made).toBe(1);
  });

  it("that does not say what it is made of is never kept", async () => {
    const pages = new RevisedPages<Page>();
    let made = 0;
    const make = async () => ({ revision: null, bytes: 1, text: `${++made}` });
    const get = () => pages.get("/", { revisionNow: async () => "a", make });
    for (let time = 0; time < 6; time++) await get();
    expect(made).toBe(3);
  });

  it("takes no more room than there is, and what was asked for last stays", async () => {
    const { count, get } = setUp({ bytes: 1024 * 1024 });
    const keys = Array.from({ length: 40 }, (_, at) => `/gallery?q=${at}`);
    for (const key of keys) {
      await get(key);
      await get(key);
    }
    expect(count.made).toBe(40);
    await get(keys[39]);
    await get(keys[8]);
    expect(count.made).toBe(40);
    // 32 fit, so the first eight are gone; the first time of the next ones is their own again.
    expect([await get(keys[7]), await get(keys[7])]).toEqual([null, "41"]);
    await get(keys[8]);
    expect(count.made).toBe(41);
    const large = setUp({ bytes: 1024 * 1024 + 1 });
    for (let time = 0; time < 4; time++) await large.get();
    expect(large.count.made).toBe(2);
  });

  it("is no page of a number of small ones without end", async () => {
    const { count, get } = setUp({ bytes: 1 });
    for (let at = 0; at < 501; at++) {
      await get(`${at}`);
      await get(`${at}`);
    }
    expect(await get("1")).not.toBeNull();
    expect(count.made).toBe(501);
    expect(await get("0")).toBeNull();
  });

  it("is none if the database does not answer", async () => {
    const pages = new RevisedPages<Page>();
    const get = () => pages.get("/", { revisionNow: () => Promise.reject(new Error("away")), make: async () => null });
    expect(await get()).toBeNull();
    await expect(get()).rejects.toThrow("away");
  });
});

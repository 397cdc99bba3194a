import { describe, expect, it } from "vitest";
import type { Heartbeat } from "@/lib/plays/schema";
import { PlayReporter } from "./play-reports";

const publicationId = "01a1fbfb-bd28-714a-bdb4-646dd4da4a09";

/** A browser whose clock and network the test has in its hands. */
function fakeBrowser() {
  const browser = {
    nowMs: 0,
    requests: [] as { url: string; body: Heartbeat & { isDriven?: boolean }; by: "fetch" | "beacon" }[],
    beacons: [] as Promise<void>[],
    answers: {
      begin: () => Response.json({ data: { id: `play-${++begun}` } }, { status: 201 }),
      beat: () => Response.json({ data: { state: "open" } }),
    },
    takesBeacons: true,
    isDriven: false,
    isVisible: true,
    now: () => browser.nowMs,
    async fetch(url: string, init: RequestInit): Promise<Response> {
      expect(init).toMatchObject({ method: "POST", keepalive: true });
      browser.requests.push({ url, body: JSON.parse(String(init.body)), by: "fetch" });
      return url === "/plays" ? browser.answers.begin() : browser.answers.beat();
    },
    sendBeacon(url: string, blob: Blob): boolean {
      if (!browser.takesBeacons) return false;
      browser.beacons.push(
        blob.text().then((text) => void browser.requests.push({ url, body: JSON.parse(text), by: "beacon" })),
      );
      return true;
    },
  };
  let begun = 0;
  const reporter = new PlayReporter({ publicationId, context: "page" }, browser);
  /** The sound plays for so long, in the steps of a player. */
  const plays = async (from: number, to: number) => {
    for (let at = from; at < to; at += 0.25) {
      browser.nowMs += 250;
      reporter.heard(at, Math.min(to, at + 0.25));
      await settled();
    }
  };
  const beats = () => browser.requests.filter(({ url }) => url !== "/plays");
  return { browser, reporter, plays, beats };
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a player's reports", () => {
  it("begin once, and say every ten seconds of sound what was heard so far", async () => {
    const { browser, reporter, plays, beats } = fakeBrowser();
    await Promise.all([reporter.begin(), reporter.begin()]);
    expect(browser.requests).toEqual([
      { url: "/plays", body: { publicationId, context: "page", isDriven: false }, by: "fetch" },
    ]);
    await plays(0, 35);
    expect(beats().map(({ body }) => [body.number, body.parts])).toEqual([
      [1, [[0, 10]]],
      [2, [[0, 20]]],
      [3, [[0, 30]]],
    ]);
    expect(beats()[2]?.body).toMatchObject({ positionSeconds: 30, clockSeconds: 30, hiddenSeconds: 0, isMuted: false });
  });

  it("say at the end what is left, by a beacon, or by a request if the browser takes none", async () => {
    for (const takesBeacons of [true, false]) {
      const { browser, reporter, plays, beats } = fakeBrowser();
      browser.takesBeacons = takesBeacons;
      await reporter.begin();
      await plays(0, 4);
      reporter.end();
      reporter.end();
      await Promise.all(browser.beacons);
      expect(beats().map(({ by, body }) => [by, body.parts])).toEqual([[takesBeacons ? "beacon" : "fetch", [[0, 4]]]]);
    }
  });

  it("come also of a sound that is over before its id is there", async () => {
    const { browser, reporter, beats } = fakeBrowser();
    void reporter.begin();
    reporter.heard(0, 0.3);
    reporter.end();
    await settled();
    await Promise.all(browser.beacons);
    expect(beats().map(({ body }) => body.parts)).toEqual([[[0, 0.3]]]);
  });

  it("name each part of what was jumped about in, and nothing that was muted", async () => {
    const { browser, reporter, plays, beats } = fakeBrowser();
    await reporter.begin();
    await plays(0, 4);
    reporter.muted(true);
    await plays(4, 6);
    reporter.muted(false);
    await plays(100, 105);
    reporter.end();
    await Promise.all(browser.beacons);
    expect(beats().at(-1)?.body).toMatchObject({
      parts: [
        [0, 4],
        [100, 105],
      ],
      isMuted: false,
    });
  });

  it("say that a play was muted all the time, and for how long nobody saw it", async () => {
    const { browser, reporter, plays, beats } = fakeBrowser();
    reporter.muted(true);
    reporter.visible(false);
    await reporter.begin();
    await plays(0, 10);
    expect(beats()[0]?.body).toMatchObject({ parts: [], isMuted: true, hiddenSeconds: 10 });
    reporter.visible(true);
    await plays(10, 20);
    expect(beats().at(-1)?.body).toMatchObject({ hiddenSeconds: 0 });
    expect(browser.requests.filter(({ url }) => url === "/plays")).toHaveLength(1);
  });

  it("begin anew after a pause in which the play was closed, with nothing of what was heard before", async () => {
    const { browser, reporter, plays, beats } = fakeBrowser();
    await reporter.begin();
    browser.answers.beat = () => Response.json({ data: { state: "closed" } });
    await plays(0, 10);
    browser.answers.beat = () => Response.json({ data: { state: "open" } });
    await plays(10, 21);
    expect(beats().at(-1)).toMatchObject({
      url: "/plays/play-2/heartbeats",
      body: { number: 1, parts: [[10, 20]] },
    });
  });

  it("stop when it is gone, wait when there were too many, and go on when the network comes back", async () => {
    const gone = fakeBrowser();
    gone.browser.answers.begin = () => new Response(null, { status: 410 });
    await gone.reporter.begin();
    await gone.plays(0, 30);
    expect(gone.browser.requests).toHaveLength(1);

    const limited = fakeBrowser();
    await limited.reporter.begin();
    limited.browser.answers.beat = () => new Response(null, { status: 429, headers: { "Retry-After": "15" } });
    await limited.plays(0, 22);
    expect(limited.beats()).toHaveLength(1);

    const away = fakeBrowser();
    const answer = away.browser.answers.beat;
    await away.reporter.begin();
    away.browser.answers.beat = () => {
      throw new Error("no network");
    };
    await away.plays(0, 10);
    away.browser.answers.beat = answer;
    await away.plays(10, 20);
    expect(away.beats().at(-1)?.body).toMatchObject({ number: 2, parts: [[0, 20]] });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PlayReporter } from "./play-reports";
import { reportElement } from "./report-element";

/** An audio element as far as it matters here, and what was reported of it. */
class FakeSound extends EventTarget {
  currentTime = 0;
  paused = true;
  muted = false;
  volume = 1;
  seeking = false;
  tell(name: string, changes: Partial<FakeSound> = {}): void {
    Object.assign(this, changes);
    this.dispatchEvent(new Event(name));
  }
}

function reported(sound = new FakeSound()) {
  const calls: string[] = [];
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void calls.push([name, ...values].join(" "));
  const reporter = {
    begin: note("begin"),
    heard: note("heard"),
    visible: note("visible"),
    muted: note("muted"),
    end: note("end"),
  };
  const made: string[] = [];
  const stop = reportElement(sound, { publicationId: "one", context: "page" }, ({ context }) => {
    made.push(context);
    return reporter as unknown as PlayReporter;
  });
  return { sound, calls, made, stop };
}

beforeEach(() => {
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

describe("the plays of an audio element", () => {
  it("are what sounds between its events, without what was jumped over", () => {
    const { sound, calls } = reported();
    sound.tell("playing", { paused: false });
    sound.tell("timeupdate", { currentTime: 0.25 });
    sound.tell("timeupdate", { currentTime: 0.5 });
    sound.tell("seeking", { currentTime: 60, seeking: true });
    sound.tell("timeupdate");
    sound.tell("seeked", { seeking: false });
    sound.tell("timeupdate", { currentTime: 60.25 });
    sound.tell("pause", { currentTime: 60.4, paused: true });
    sound.tell("seeking", { currentTime: 5 });
    sound.tell("seeked");
    expect(calls.filter((call) => call.startsWith("heard"))).toEqual([
      ...["heard 0 0.25", "heard 0.25 0.5", "heard 60 60.25", "heard 60.25 60.4"],
    ]);
  });

  it("end with the sound or the page, and the next one is another", () => {
    const { sound, calls, made, stop } = reported();
    sound.tell("playing", { paused: false });
    sound.tell("ended", { paused: true });
    sound.tell("playing", { paused: false });
    window.dispatchEvent(new Event("pagehide"));
    expect(made).toEqual(["page", "page"]);
    expect(calls.filter((call) => call === "end")).toHaveLength(2);
    stop();
    sound.tell("playing");
    expect(made).toHaveLength(2);
  });

  it("say whether anybody can hear them", () => {
    const { sound, calls } = reported();
    sound.tell("playing", { paused: false, volume: 0 });
    sound.tell("volumechange", { volume: 0.5 });
    sound.tell("volumechange", { muted: true });
    expect(calls.filter((call) => call.startsWith("muted"))).toEqual(["muted true", "muted false", "muted true"]);
  });

  it("are also those that began before the script was there", () => {
    const sound = new FakeSound();
    Object.assign(sound, { paused: false, currentTime: 7 });
    const { calls } = reported(sound);
    sound.tell("timeupdate", { currentTime: 8 });
    expect(calls).toContain("heard 7 8");
  });
});

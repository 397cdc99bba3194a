import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SoundTap } from "./sound-tap";

/** What of Web Audio the tap uses; Node has none. Counts what is open and what is connected. */
const open = { contexts: 0, sources: 0 };
class Context {
  state = "running";
  suspend() {
    this.state = "suspended";
  }
  resume() {
    this.state = "running";
  }
  constructor() {
    open.contexts += 1;
  }
  close() {
    open.contexts -= 1;
    return Promise.resolve();
  }
}
class Source {
  readonly to: unknown[] = [];
  constructor(_: Context, { mediaStream }: { mediaStream: MediaStream }) {
    open.sources += 1;
    sources.push({ stream: mediaStream, to: this.to });
  }
  connect(node: unknown) {
    this.to.push(node);
  }
  disconnect() {
    open.sources -= 1;
  }
}
class Destination {
  readonly stream = { getAudioTracks: () => [this] };
}
const sources: { stream: MediaStream; to: unknown[] }[] = [];
const FAKES = {
  AudioContext: Context,
  AnalyserNode: class {},
  MediaStreamAudioSourceNode: Source,
  MediaStreamAudioDestinationNode: Destination,
};
const gesture = { hasBeenActive: true };
const ownNavigator = Object.getOwnPropertyDescriptor(globalThis, "navigator");

beforeEach(() => {
  Object.assign(globalThis, FAKES);
  Object.defineProperty(globalThis, "navigator", { value: { userActivation: gesture }, configurable: true });
  gesture.hasBeenActive = true;
  sources.length = 0;
});
afterEach(() => {
  for (const name of Object.keys(FAKES)) Reflect.deleteProperty(globalThis, name);
  Reflect.deleteProperty(globalThis, "navigator");
  if (ownNavigator) Object.defineProperty(globalThis, "navigator", ownNavigator);
  expect(open).toEqual({ contexts: 0, sources: 0 });
});

const streamOf = () => ({}) as MediaStream;

describe("listening in to the player", () => {
  it("opens nothing before a gesture, and nothing while nothing plays", () => {
    let heard: MediaStream | null = streamOf();
    gesture.hasBeenActive = false;
    const tap = new SoundTap(() => heard);
    expect(tap.analyser()).toBeNull();
    expect(tap.track()).toBeNull();
    gesture.hasBeenActive = true;
    heard = null;
    expect(tap.analyser()).toBeNull();
    expect(open.contexts).toBe(0);
    tap.dispose();
  });

  it("goes over to another output, with the same analyser and the same track of a recording", () => {
    let heard: MediaStream | null = streamOf();
    const tap = new SoundTap(() => heard);
    const analyser = tap.analyser();
    const track = tap.track();
    expect(analyser).not.toBeNull();
    heard = streamOf();
    expect(tap.analyser()).toBe(analyser);
    expect(tap.track()).toBe(track);
    expect(open).toEqual({ contexts: 1, sources: 1 });
    expect(sources.at(-1)).toEqual({ stream: heard, to: [analyser, track] });
    tap.dispose();
  });

  it("captures an element once, again when its copy has ended, and never a file that may not be read", () => {
    let captures = 0;
    let isSecret = false;
    let stopped = 0;
    const track = { readyState: "live", stop: () => (stopped += 1) };
    const element = {
      ...{ play: () => undefined, currentSrc: "a", readyState: 4, HAVE_CURRENT_DATA: 2 },
      captureStream() {
        captures += 1;
        if (isSecret) throw new DOMException("no", "SecurityError");
        track.readyState = "live";
        return { getAudioTracks: () => [track] };
      },
    };
    const tap = new SoundTap(() => element as unknown as HTMLAudioElement);
    expect(tap.analyser()).not.toBeNull();
    expect(tap.analyser()).not.toBeNull();
    expect(captures).toBe(1);
    track.readyState = "ended";
    expect(tap.analyser()).not.toBeNull();
    expect(captures).toBe(2);
    isSecret = true;
    element.currentSrc = "b";
    expect(tap.analyser()).toBeNull();
    expect(tap.analyser()).toBeNull();
    expect(captures).toBe(3);
    expect(stopped).toBe(2);
    isSecret = false;
    element.currentSrc = "c";
    expect(tap.analyser()).not.toBeNull();
    tap.dispose();
    expect(stopped).toBe(3);
  });

  it("gives the sound to one more node, made once, and lets go of one that is made too late", async () => {
    let heard: MediaStream | null = streamOf();
    let connected = 0;
    let made = 0;
    const node = { disconnect: () => (connected -= 1) } as unknown as AudioNode;
    const make = () => {
      made += 1;
      connected += 1;
      return Promise.resolve(node);
    };
    const tap = new SoundTap(() => heard, make);
    tap.analyser();
    await Promise.resolve();
    expect(sources.at(-1)?.to).toContain(node);
    heard = streamOf();
    tap.analyser();
    expect(sources.at(-1)?.to).toContain(node);
    expect(made).toBe(1);
    tap.dispose();
    expect(connected).toBe(0);
    const late = new SoundTap(() => heard, make);
    late.analyser();
    late.dispose();
    await Promise.resolve();
    expect(connected).toBe(0);
  });

  it("rests until somebody looks again", () => {
    const contexts: AudioContext[] = [];
    const make = (context: AudioContext) => {
      contexts.push(context);
      return Promise.resolve(null);
    };
    const stream = streamOf();
    const tap = new SoundTap(() => stream, make);
    tap.analyser();
    tap.rest();
    expect(contexts[0]?.state).toBe("suspended");
    tap.analyser();
    expect(contexts[0]?.state).toBe("running");
    tap.dispose();
  });

  it("says that a browser hands out no sound of an element, but does of a loop", () => {
    const element = { play: () => undefined, currentSrc: "a", readyState: 4, HAVE_CURRENT_DATA: 2 };
    let heard: unknown = element;
    const tap = new SoundTap(() => heard as MediaStream);
    expect(tap.analyser()).toBeNull();
    expect(tap.isWithheld).toBe(true);
    heard = streamOf();
    expect(tap.isWithheld).toBe(false);
    tap.dispose();
  });

  it("has a silent track for a recording that begins before the sound does", () => {
    let heard: MediaStream | null = null;
    const tap = new SoundTap(() => heard);
    const track = tap.track();
    expect(track).not.toBeNull();
    expect(tap.wasHeard).toBe(false);
    heard = streamOf();
    tap.analyser();
    expect(sources.at(-1)?.to).toContain(track);
    expect(tap.wasHeard).toBe(true);
    tap.dispose();
  });
});

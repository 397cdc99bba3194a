import { describe, expect, it } from "vitest";
import { NO_QUEUE, PlayQueue } from "./play-queue";
import { IDLE, type PlayerState, type Track } from "./track";

const tracks: Track[] = ["a", "b", "c", "d"].map((id) => ({ id, title: id, src: `/${id}`, durationSeconds: 1 }));
const track = (at: number) => tracks[at] as Track;
const LIST = { id: "/collections/1", tracks };

/** A player without sound. */
function silentPlayer() {
  let state: PlayerState = IDLE;
  const [listeners, ends] = [new Set<() => void>(), new Set<() => void>()];
  const ahead: string[][] = [];
  const set = (change: Partial<PlayerState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const player = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenEnded: (listener: () => void) => {
      ends.add(listener);
      return () => ends.delete(listener);
    },
    state: () => state,
    play: (played: Track) => set({ track: played, status: "playing" }),
    seek: (played: Track) => state.track?.id !== played.id && set({ ...IDLE, track: played, status: "paused" }),
    stop: () => set(IDLE),
    loadAhead: (next: readonly Track[]) => ahead.push(next.map(({ id }) => id)),
  };
  const end = () => {
    set({ status: "paused" });
    for (const listener of ends) listener();
  };
  return { player, end, set, ahead, playing: () => (state.status === "playing" ? (state.track?.id ?? null) : null) };
}

function queueOf(goesOn: boolean, at: number) {
  const silent = silentPlayer();
  const said: string[] = [];
  const queue = new PlayQueue(silent.player, (...texts) => said.push(texts.join(": ")));
  queue.open(LIST, track(at).id, goesOn);
  silent.player.play(track(at));
  return { ...silent, queue, said };
}

describe("the queue", () => {
  it("goes through a list to its end, with the neighbours fetched ahead", () => {
    const { queue, end, ahead, playing } = queueOf(true, 1);
    expect(ahead.at(-1)).toEqual(["c", "a"]);
    end();
    expect(playing()).toBe("c");
    end();
    expect(ahead.at(-1)).toEqual(["c"]);
    end();
    expect(playing()).toBeNull();
    expect(queue.state().previous?.id).toBe("c");
  });

  it("stops after a preview, but can be stepped through", () => {
    const { queue, end, playing } = queueOf(false, 1);
    end();
    expect(playing()).toBeNull();
    expect(queue.step(-1)).toBe(true);
    expect(playing()).toBe("a");
    expect(queue.step(-1)).toBe(false);
  });

  it("is left when something else is played, and kept within the list", () => {
    const { queue, player } = queueOf(true, 0);
    player.play(track(2));
    expect(queue.state().next?.id).toBe("d");
    player.play({ id: "x", title: "x", src: "/x", durationSeconds: 1 });
    expect(queue.state()).toEqual(NO_QUEUE);
  });

  it("says that what plays was deleted, and goes on with the next that is left", () => {
    const { queue, playing, said } = queueOf(true, 1);
    queue.forget(["b", "c"], false);
    expect(playing()).toBe("d");
    expect(said).toEqual(["b was deleted: d plays now."]);
    expect(queue.state().previous?.id).toBe("a");
    queue.forget(["d"], false);
    expect(playing()).toBeNull();
    expect(said.at(-1)).toBe("d was deleted: It plays no more.");
  });

  it("takes what was deleted out of the list, without a word if another plays", () => {
    const { queue, playing, said } = queueOf(true, 1);
    queue.forget(["c"], false);
    expect(playing()).toBe("b");
    expect(queue.state().next?.id).toBe("d");
    expect(said).toEqual([]);
  });

  it("passes over what cannot be played", () => {
    const { set, playing, said } = queueOf(true, 0);
    set({ status: "failed" });
    expect(playing()).toBe("b");
    expect(said).toEqual(["a could not be played: b plays instead."]);
  });

  it("follows the list as it grows or is put into another order", () => {
    const { queue } = queueOf(true, 3);
    expect(queue.state().next).toBeNull();
    queue.refresh({ ...LIST, tracks: [track(3), track(0)] });
    expect(queue.state().next?.id).toBe("a");
    queue.refresh({ id: "/collections/2", tracks: [track(3), track(1)] });
    expect(queue.state().next?.id).toBe("a");
  });
});

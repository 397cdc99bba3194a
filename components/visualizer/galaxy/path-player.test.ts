import { expect, it } from "vitest";
import { IDLE, type PlayerState, type Track } from "@/components/player/track";
import { PathPlayer } from "./path-player";

const track = (id: string): Track => ({ id, title: id, src: `/${id}`, durationSeconds: 1 });

/** Says what it was told to play, and ends or fails when the test wants. */
class SilentPlayer {
  current: PlayerState = IDLE;
  readonly played: string[] = [];
  #listener = () => {};
  subscribe = (listener: () => void) => {
    this.#listener = listener;
    return () => {
      this.#listener = () => {};
    };
  };
  state = () => this.current;
  loadAhead = () => {};
  seek = (next: Track) => this.become({ track: next, status: "paused" });
  play = (next: Track) => {
    this.played.push(next.id);
    this.become({ track: next, status: "playing", positionSeconds: 0.4 });
  };
  become(change: Partial<PlayerState>): void {
    this.current = { ...this.current, positionSeconds: 0, ...change };
    this.#listener();
  }
}

it("a path is played sound after sound, passes over what fails, and ends where somebody plays another", () => {
  const player = new SilentPlayer();
  const heard: (string | null)[] = [];
  const path = new PathPlayer(player, (id) => heard.push(id));
  path.play([track("a"), track("b"), track("c")]);
  player.become({ status: "paused" });
  expect(player.played).toEqual(["a", "b"]);
  // A pause in the middle is no end.
  player.become({ status: "paused", positionSeconds: 0.5 });
  expect(player.played).toEqual(["a", "b"]);
  player.become({ status: "failed" });
  expect(player.played).toEqual(["a", "b", "c"]);
  player.become({ status: "paused" });
  expect(heard).toEqual(["a", "b", "c", null]);

  path.play([track("a"), track("b")]);
  player.become({ track: track("other"), status: "playing" });
  player.become({ status: "paused" });
  expect(player.played.slice(3)).toEqual(["a"]);
});

import { msg } from "@/lib/language/text";
import type { AudioPlayer } from "./audio-player";
import type { Track } from "./track";

/** Sounds in order, as they stand on a page. */
export interface PlayList {
  /** The address of the list: the same list may come again with more in it. */
  id: string;
  tracks: readonly Track[];
}

export interface QueueState {
  readonly list: PlayList | null;
  /** Whether the next one plays by itself at the end: what is previewed stops there. */
  readonly goesOn: boolean;
  readonly previous: Track | null;
  readonly next: Track | null;
}

type Player = Pick<AudioPlayer, "subscribe" | "state" | "play" | "seek" | "stop" | "loadAhead" | "whenEnded">;

export const NO_QUEUE: QueueState = { list: null, goesOn: false, previous: null, next: null };

/** What plays before and after the loaded track: the list that it was started in. */
export class PlayQueue {
  #state = NO_QUEUE;
  #id: string | null = null;
  readonly #listeners = new Set<() => void>();

  /** @param say tells the person what they did not do themselves, in marked texts */
  constructor(
    private readonly player: Player,
    private readonly say: (title: string, description: string) => void,
  ) {
    player.subscribe(() => this.#follow());
    player.whenEnded(() => {
      if (this.#state.goesOn) this.step(1);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): QueueState => this.#state;

  /** This track is about to be played out of this list. */
  open(list: PlayList, id: string, goesOn: boolean): void {
    this.#id = id;
    this.#set(list, goesOn);
    if (goesOn) this.#loadAhead();
  }

  /** The same list, as it is now: another order, or more of it. */
  refresh(list: PlayList): void {
    if (this.#state.list?.id === list.id && list.tracks.some(({ id }) => id === this.#id))
      this.#set(list, this.#state.goesOn);
  }

  /** To the next one or the one before. Returns whether there is one. */
  step(direction: 1 | -1): boolean {
    const track = direction === 1 ? this.#state.next : this.#state.previous;
    if (!track || !this.#state.list) return false;
    this.open(this.#state.list, track.id, this.#state.goesOn);
    this.player.seek(track, 0);
    this.player.play(track);
    this.#loadAhead();
    return true;
  }

  /** These were deleted. If one of them plays, the next one does, or nothing. */
  forget(ids: readonly string[], isKnown: boolean): void {
    const gone = new Set(ids);
    const { list, goesOn } = this.#state;
    const { track, status } = this.player.state();
    const wasOn = status === "playing" || status === "loading";
    const left = list && { ...list, tracks: list.tracks.filter(({ id }) => !gone.has(id)) };
    if (!track || !gone.has(track.id)) {
      if (left) this.#set(left, goesOn);
      return;
    }
    const at = list?.tracks.findIndex(({ id }) => id === track.id) ?? -1;
    const next = list?.tracks.find(({ id }, index) => index > at && !gone.has(id)) ?? null;
    const goes = left !== null && next !== null && goesOn && wasOn;
    if (!isKnown)
      this.say(msg`${track.title} was deleted`, goes ? msg`${next.title} plays now.` : msg("It plays no more."));
    this.player.stop();
    if (!goes) return;
    this.open(left, next.id, true);
    this.player.play(next);
  }

  /** Another track may have been loaded, or this one cannot be played. */
  #follow(): void {
    const { track, status } = this.player.state();
    const id = track?.id ?? null;
    if (id !== this.#id) {
      this.#id = id;
      const { list, goesOn } = this.#state;
      if (list) this.#set(list.tracks.some((one) => one.id === id) ? list : null, goesOn);
    }
    if (status !== "failed" || !this.#state.goesOn || !track) return;
    const { next } = this.#state;
    if (!next) return;
    this.say(msg`${track.title} could not be played`, msg`${next.title} plays instead.`);
    this.step(1);
  }

  #loadAhead(): void {
    const { next, previous } = this.#state;
    this.player.loadAhead([next, previous].filter((track) => track !== null));
  }

  #set(list: PlayList | null, goesOn: boolean): void {
    const at = list?.tracks.findIndex(({ id }) => id === this.#id) ?? -1;
    this.#state =
      list && at >= 0
        ? { list, goesOn, previous: list.tracks[at - 1] ?? null, next: list.tracks[at + 1] ?? null }
        : NO_QUEUE;
    for (const listener of this.#listeners) listener();
  }
}

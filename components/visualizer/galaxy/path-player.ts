import type { AudioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";

/** Plays tracks one after the other. It ends when all were heard, or when something else is played. */
export class PathPlayer {
  #left: Track[] = [];
  #unsubscribe: (() => void) | null = null;
  #wasOn = false;

  constructor(
    private readonly player: Pick<AudioPlayer, "subscribe" | "state" | "loadAhead" | "seek" | "play">,
    private readonly onTrack: (id: string | null) => void,
  ) {}

  play(tracks: readonly Track[]): void {
    this.stop();
    this.#left = [...tracks];
    this.#unsubscribe = this.player.subscribe(() => this.#follow());
    this.#next();
  }

  /** Leaves off; what sounds goes on. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#left = [];
  }

  #next(): void {
    const [track, ...left] = this.#left;
    this.onTrack(track?.id ?? null);
    if (!track) {
      this.stop();
      return;
    }
    this.#wasOn = false;
    this.player.loadAhead([track, ...left.slice(0, 1)]);
    this.player.seek(track, 0);
    this.player.play(track);
  }

  #follow(): void {
    const { track, status, positionSeconds } = this.player.state();
    if (track?.id !== this.#left[0]?.id) {
      // Somebody has chosen another sound.
      this.stop();
      this.onTrack(null);
      return;
    }
    if (status === "playing") this.#wasOn = true;
    // At its end a track stands at its beginning. One that cannot be played is passed over.
    const hasEnded = this.#wasOn && status === "paused" && positionSeconds === 0;
    if (!hasEnded && status !== "failed") return;
    this.#left = this.#left.slice(1);
    this.#next();
  }
}

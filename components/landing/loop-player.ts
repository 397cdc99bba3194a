import { type DemoLoop, LOOP_RATE_HZ, LOOP_SECONDS } from "./demo-loop";

export interface LoopPlayer {
  /** The position that is audible right now, 0–1 of the loop. */
  position: () => number;
  stop: () => void;
}

/** Plays the loop again and again. Must be called from a click, or the browser mutes it. */
export function playLoop(loop: DemoLoop): LoopPlayer {
  const context = new AudioContext();
  const buffer = context.createBuffer(1, loop.mix.length, LOOP_RATE_HZ);
  buffer.copyToChannel(loop.mix, 0);
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, context.currentTime);
  gain.gain.linearRampToValueAtTime(0.5, context.currentTime + 0.03);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  source.connect(gain).connect(context.destination);
  const startSeconds = context.currentTime;
  source.start(startSeconds);
  return {
    position: () => {
      const heardSeconds = context.currentTime - startSeconds - (context.outputLatency || 0);
      return (Math.max(0, heardSeconds) % LOOP_SECONDS) / LOOP_SECONDS;
    },
    stop: () => {
      source.stop();
      void context.close();
    },
  };
}

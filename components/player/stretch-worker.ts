import { timeStretch } from "@/lib/dsp/transform/time-stretch";
import type { StretchAnswer, StretchOrder } from "./stretch-messages";

addEventListener("message", ({ data: { id, channels, options } }: MessageEvent<StretchOrder>) => {
  const answer: StretchAnswer = { id, channels: timeStretch(channels, options) };
  postMessage(answer, { transfer: answer.channels.map(({ buffer }) => buffer) });
});

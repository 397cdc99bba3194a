import { LOOP_RATE_HZ, renderDemoLoop } from "./demo-loop";

/** Two bars are a loop; played four times they are music that one can be sure of. */
const TIMES = 4;
const HEADER_BYTES = 44;

/** The two bars as a WAV file: 16 bits, one channel. */
export function wavOfLoop(): Uint8Array<ArrayBuffer> {
  const loop = renderDemoLoop();
  const dataBytes = loop.length * TIMES * 2;
  const bytes = new Uint8Array(HEADER_BYTES + dataBytes);
  const view = new DataView(bytes.buffer);
  const tag = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  tag(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  tag(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, LOOP_RATE_HZ, true);
  view.setUint32(28, LOOP_RATE_HZ * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  tag(36, "data");
  view.setUint32(40, dataBytes, true);
  for (let at = 0; at < loop.length * TIMES; at++) {
    view.setInt16(HEADER_BYTES + 2 * at, Math.round((loop[at % loop.length] ?? 0) * 32_000), true);
  }
  return bytes;
}

export const fileOfLoop = (): File => new File([wavOfLoop()], "two-bars.wav", { type: "audio/wav" });

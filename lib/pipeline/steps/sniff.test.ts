import { describe, expect, it } from "vitest";
import { toneRecording, wav } from "@/tests/fixtures/container-files";
import { HEAD_BYTES, refuseByHead } from "./sniff";

describe("the first bytes of a file", () => {
  const text = Buffer.alloc(HEAD_BYTES, "a letter ");

  it("refuse what they show to be something else", () => {
    expect(refuseByHead(text, text.length)).toMatchObject({ code: "not_audio" });
    const midi = Buffer.concat([Buffer.from("MThd"), text]).subarray(0, HEAD_BYTES);
    expect(refuseByHead(midi, 10 * HEAD_BYTES)).toMatchObject({ code: "unsupported_format", found: "midi" });
  });

  it("leave to the worker what may still come", () => {
    expect(refuseByHead(wav(toneRecording(4)).subarray(0, HEAD_BYTES), 700_000)).toBeNull();
    // Zeros or rubbish may be before the sound.
    expect(refuseByHead(Buffer.alloc(HEAD_BYTES), 2 * HEAD_BYTES)).toBeNull();
    expect(refuseByHead(text, 2 * HEAD_BYTES)).toBeNull();
  });
});

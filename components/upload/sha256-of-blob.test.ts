import { describe, expect, it } from "vitest";
import { sha256OfBlob } from "./sha256-of-blob";

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255);
const { subtle } = globalThis.crypto;

async function expected(data: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await subtle.digest("SHA-256", data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

describe("the hash of a file", () => {
  it("is the published hash of a known text", async () => {
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(await sha256OfBlob(new Blob(["abc"]), { subtle })).toBe(abc);
    expect(await sha256OfBlob(new Blob(["abc"]), { subtle: undefined })).toBe(abc);
  });

  it("is the same without the crypto of the browser, as on a plain-http address", async () => {
    const data = bytes(300_000);
    const file = new Blob([data]);
    expect(await sha256OfBlob(file, { subtle })).toBe(await expected(data));
    expect(await sha256OfBlob(file, { subtle: undefined })).toBe(await expected(data));
  });

  it("is computed in slices for a large file, with progress", async () => {
    const data = bytes(9 * 1024 * 1024 + 17);
    const seen: number[] = [];
    const options = { subtle, onProgress: (at: number) => seen.push(at) };
    expect(await sha256OfBlob(new Blob([data]), options)).toBe(await expected(data));
    expect(seen).toEqual([4 * 1024 * 1024, 8 * 1024 * 1024, data.length]);
  });

  it("stops when cancelled", async () => {
    const controller = new AbortController();
    const options = { subtle: undefined, signal: controller.signal, onProgress: () => controller.abort() };
    await expect(sha256OfBlob(new Blob([bytes(9 * 1024 * 1024)]), options)).rejects.toThrow();
  });
});

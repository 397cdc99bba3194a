import { describe, expect, it } from "vitest";
import { compositeChecksum, createChecksumHasher, isChecksumValue } from "./streaming-checksum";

/** The published check values: each algorithm over the text "123456789". */
const CHECK_VALUES = {
  crc32: "cbf43926",
  crc32c: "e3069283",
  crc64nvme: "ae8b14860a799888",
  sha1: "f7c3bc1d808e04732adf679965ccc34ca7ae3441",
  sha256: "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
} as const;

describe("streaming checksums", () => {
  it.each(Object.entries(CHECK_VALUES))("of %s match the published value in any pieces", async (name, hex) => {
    const algorithm = name as keyof typeof CHECK_VALUES;
    for (const pieces of [["123456789"], ["1", "2345678", "9"]]) {
      const hasher = await createChecksumHasher(algorithm);
      for (const piece of pieces) hasher.update(Buffer.from(piece));
      const value = hasher.digestBase64();
      expect(Buffer.from(value, "base64").toString("hex")).toBe(hex);
      expect(isChecksumValue(algorithm, value)).toBe(true);
    }
  });

  it("are recognised only with the right length and in base64", () => {
    expect(isChecksumValue("crc32", "AAAA")).toBe(false);
    expect(isChecksumValue("crc32", "AAAAAA=")).toBe(false);
    expect(isChecksumValue("crc64nvme", "AAAAAA==")).toBe(false);
  });

  it("of parts are the checksum of their checksums, with the number of parts", async () => {
    const { value } = await compositeChecksum("crc32", ["MTIzNA==", "NTY3OQ=="]);
    const whole = await createChecksumHasher("crc32");
    whole.update(Buffer.from("12345679"));
    expect(value).toBe(`${whole.digestBase64()}-2`);
  });
});

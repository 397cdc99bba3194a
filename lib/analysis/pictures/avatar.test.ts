import { describe, expect, it } from "vitest";
import { greyPng } from "@/tests/fixtures/tagged-files";
import { drawAvatar } from "./avatar";

const { default: sharp } = await import("sharp");
const FOUR = { raw: { width: 4, height: 4, channels: 3 } } as const;
const coloured = sharp(Buffer.alloc(48, 90), FOUR);

async function drawn(bytes: Uint8Array) {
  const result = await drawAvatar(bytes);
  if (result.outcome !== "drawn") throw new Error(result.reason);
  return result;
}
const refusal = async (bytes: Uint8Array) => {
  const result = await drawAvatar(bytes);
  return result.outcome === "refused" ? result.reason : "drawn";
};

describe("a person's picture", () => {
  it("is two squares without what the file says besides", async () => {
    const { large, small } = await drawn(greyPng(900));
    expect(await sharp(large).metadata()).toMatchObject({ format: "webp", width: 512, height: 512 });
    expect(await sharp(small).metadata()).toMatchObject({ format: "webp", width: 128, height: 128 });
    for (const bytes of [large, small]) expect(Buffer.from(bytes).includes("where it was taken")).toBe(false);
  });

  it("loses its place and its camera", async () => {
    const place = { IFD0: { Make: "Camera of Ada" }, IFD3: { GPSLatitudeRef: "N" } };
    const taken = await coloured.clone().withExif(place).jpeg().toBuffer();
    expect(taken.includes("Camera of Ada")).toBe(true);
    const { large } = await drawn(taken);
    expect((await sharp(large).metadata()).exif).toBeUndefined();
  });

  it("is only a picture afterwards, whatever else its file was", async () => {
    const page = Buffer.from("<html><script>alert(1)</script></html>");
    const { large, small } = await drawn(Buffer.concat([await coloured.clone().jpeg().toBuffer(), page]));
    for (const bytes of [large, small]) expect(Buffer.from(bytes).includes("script")).toBe(false);
  });

  it("is refused if it claims billions of pixels", async () => {
    expect(await refusal(greyPng(8, 60_000))).toBe("too_many_pixels");
  });

  it("is refused if it moves", async () => {
    const two = Buffer.concat([Buffer.alloc(48, 10), Buffer.alloc(48, 200)]);
    const frames = sharp(two, { raw: { width: 4, height: 8, channels: 3, pageHeight: 4 } });
    expect(
      await refusal(
        await frames
          .clone()
          .webp({ loop: 0, delay: [100, 100] })
          .toBuffer(),
      ),
    ).toBe("moving_picture");
    expect(
      await refusal(
        await frames
          .clone()
          .gif({ loop: 0, delay: [100, 100] })
          .toBuffer(),
      ),
    ).toBe("moving_picture");
  });

  it("is refused if it is broken off, empty, or no picture of people", async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
    const whole = await coloured.clone().jpeg().toBuffer();
    const files = [greyPng(64).subarray(0, 90), whole.subarray(0, whole.length / 2), "", drawing, "not a picture"];
    for (const bytes of files) expect(await refusal(Buffer.from(bytes))).toBe("not_a_picture");
  });
});

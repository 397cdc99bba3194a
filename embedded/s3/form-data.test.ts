import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readForm } from "./form-data";

const BOUNDARY = "----boundary7";
const CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

function encode(fields: Record<string, string>, file: string): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const fileHead = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a b.wav"\r\nContent-Type: audio/wav\r\n\r\n`;
  return `${parts.join("")}${fileHead}${file}\r\n--${BOUNDARY}--\r\n`;
}

async function read(text: string, pieceBytes: number) {
  async function* pieces() {
    const bytes = Buffer.from(text);
    for (let i = 0; i < bytes.length; i += pieceBytes) yield bytes.subarray(i, i + pieceBytes);
  }
  const form = await readForm(pieces(), CONTENT_TYPE);
  const chunks: Uint8Array[] = [];
  for await (const chunk of form.file) chunks.push(chunk);
  return { fields: Object.fromEntries(form.fields), fileName: form.fileName, file: Buffer.concat(chunks).toString() };
}

describe("a form", () => {
  it("reads the same however it is cut into pieces, even with contents that look like a boundary", async () => {
    const contents = fc.string({ unit: fc.constantFrom("\r\n", "--", "----boundary", "x", "\r", "7") });
    await fc.assert(
      fc.asyncProperty(contents, fc.integer({ min: 1, max: 50 }), async (text, pieceBytes) => {
        fc.pre(!text.includes(`\r\n--${BOUNDARY}`));
        const form = await read(encode({ Key: "k", "Content-Type": "audio/wav" }, text), pieceBytes);
        expect(form).toEqual({ fields: { key: "k", "content-type": "audio/wav" }, fileName: "a b.wav", file: text });
      }),
    );
  });

  it("is refused if it is cut short, has no file or gives a field twice", async () => {
    const whole = encode({ key: "k" }, "contents");
    await expect(read(whole.slice(0, -12), 10)).rejects.toMatchObject({ code: "IncompleteBody" });
    const noFile = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="key"\r\n\r\nk\r\n--${BOUNDARY}--\r\n`;
    await expect(read(noFile, 10)).rejects.toMatchObject({ code: "MalformedPOSTRequest" });
    await expect(read(encode({ key: "k", KEY: "other" }, ""), 10)).rejects.toMatchObject({
      code: "MalformedPOSTRequest",
    });
  });
});

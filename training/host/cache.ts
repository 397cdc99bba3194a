import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Rendered and measured sound is kept here, so that a second training takes minutes instead of hours. */
export const cacheFolder = (): string => process.env.TRAIN_CACHE ?? join(process.cwd(), ".cache/train");

/** The text kept under `name`; made first if there is none. A file is never seen half written. */
export async function keptText(name: string, make: () => string | Promise<string>): Promise<string> {
  const path = join(cacheFolder(), name);
  if (!existsSync(path)) {
    const fresh = await make();
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, fresh);
    renameSync(unfinished, path);
  }
  return readFileSync(path, "utf8");
}

/** A table of 32-bit floats, and what its rows are in any shape that JSON has. */
export type Rows<Facts> = { facts: Facts; values: Float32Array };

/** The table kept under `name`; made first if there is none. Facts are written last: where they are, all is there. */
export async function keptRows<Facts>(
  name: string,
  make: () => Promise<{ facts: Facts; rows: readonly Float32Array[] }>,
): Promise<Rows<Facts>> {
  const path = join(cacheFolder(), name);
  const text = await keptText(`${name}.json`, async () => {
    const { facts, rows } = await make();
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.f32`, Buffer.concat(rows.map(bytesOf)));
    return JSON.stringify(facts);
  });
  const bytes = readFileSync(`${path}.f32`);
  return { facts: JSON.parse(text), values: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4) };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) => Buffer.from(buffer, byteOffset, byteLength);

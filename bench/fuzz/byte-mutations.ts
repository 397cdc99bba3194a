import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { resealed } from "./checksums";
import type { CorpusFile } from "./corpus";
import { extremeInteger } from "./extreme-integers";

/** One way of damaging a file; `other` is a second good file to take parts from. */
type Mutation = (bytes: Buffer, random: SeededRandom, other: Buffer) => Buffer;

const HEAD_BYTES = 512;
const MOST_STEPS = 4;
/** Files that grow, by repeated blocks for example, are cut to this. */
const MOST_BYTES = 1024 * 1024;

const MUTATIONS: readonly (readonly [name: string, Mutation])[] = [
  ["flip bits", (bytes, random) => flipped(bytes, random, bytes.length, random.whole(1, 64))],
  ["flip bits of the head", (bytes, random) => flipped(bytes, random, HEAD_BYTES, random.whole(1, 8))],
  ["flip many bits", (bytes, random) => flipped(bytes, random, bytes.length, Math.ceil(bytes.length / 200))],
  ["truncate", (bytes, random) => bytes.subarray(0, random.whole(0, bytes.length))],
  ["lose the start", (bytes, random) => bytes.subarray(random.whole(0, Math.min(bytes.length, 4096)))],
  ["splice", spliced],
  ["swap the head", headSwapped],
  ["repeat a block", repeated],
  ["remove a block", removed],
  ["fill a block", filled],
  ["insert noise", noiseInserted],
  ["extreme integer", extremeInteger],
  ["extreme integer again", extremeInteger],
];

export interface MutatedFile {
  bytes: Buffer;
  /** The name of the good file, and what was done to it, in order. */
  recipe: string[];
}

/** Damages one file of the corpus in one to four ways. The same draws give the same bytes. */
export function mutate(corpus: readonly CorpusFile[], random: SeededRandom): MutatedFile {
  const original = random.pick(corpus);
  const recipe = [original.name];
  let bytes: Buffer = Buffer.from(original.bytes);
  for (let steps = random.whole(1, MOST_STEPS); steps > 0; steps--) {
    const [name, change] = random.pick(MUTATIONS);
    if (bytes.length < 16) break;
    bytes = Buffer.from(change(bytes, random, random.pick(corpus).bytes).subarray(0, MOST_BYTES));
    recipe.push(name);
  }
  // Damage behind a wrong checksum never reaches the decoder.
  if (random.chance(0.5)) {
    const sealed = resealed(bytes);
    if (sealed) recipe.push("reseal");
    bytes = sealed ?? bytes;
  }
  return { bytes, recipe };
}

function flipped(original: Buffer, random: SeededRandom, within: number, count: number): Buffer {
  const bytes = Buffer.from(original);
  for (let index = 0; index < count; index++) {
    const at = random.whole(0, Math.min(within, bytes.length) - 1);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.whole(0, 7)), at);
  }
  return bytes;
}

/** Start and end of a stretch of up to `most` bytes. */
function stretch(bytes: Buffer, random: SeededRandom, most: number): [number, number] {
  const start = random.whole(0, bytes.length - 1);
  return [start, Math.min(bytes.length, start + random.whole(1, most))];
}

function spliced(bytes: Buffer, random: SeededRandom, other: Buffer): Buffer {
  const cut = random.whole(0, bytes.length);
  return Buffer.concat([bytes.subarray(0, cut), other.subarray(random.whole(0, other.length))]);
}

function headSwapped(bytes: Buffer, random: SeededRandom, other: Buffer): Buffer {
  const length = 2 ** random.whole(3, 12);
  return Buffer.concat([other.subarray(0, length), bytes.subarray(length)]);
}

function repeated(bytes: Buffer, random: SeededRandom): Buffer {
  const [start, end] = stretch(bytes, random, 2 ** random.whole(2, 15));
  const copies = Array.from({ length: random.whole(2, 200) }, () => bytes.subarray(start, end));
  return Buffer.concat([bytes.subarray(0, end), ...copies, bytes.subarray(end)]);
}

function removed(bytes: Buffer, random: SeededRandom): Buffer {
  const [start, end] = stretch(bytes, random, 2 ** random.whole(0, 15));
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
}

function filled(original: Buffer, random: SeededRandom): Buffer {
  const bytes = Buffer.from(original);
  const [start, end] = stretch(bytes, random, 2 ** random.whole(0, 15));
  return bytes.fill(random.pick([0, 0xff, 0x7f, 0x80]), start, end);
}

function noiseInserted(bytes: Buffer, random: SeededRandom): Buffer {
  const at = random.whole(0, bytes.length);
  const noise = Buffer.from(Array.from({ length: random.whole(1, 300) }, () => random.whole(0, 255)));
  return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
}

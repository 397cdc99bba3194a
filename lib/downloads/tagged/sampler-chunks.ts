import type { WantedTags } from "./wanted-tags";

/** What the chunks need to know of the sound besides. */
export interface WavSound {
  sampleRateHz: number;
  frames: number;
}

const ACID_BYTES = 24;
const ONE_SHOT = 1;
const ROOT_SET = 2;
const STRETCH = 4;
/** As loop editors write it for "no root". */
const NO_ROOT = 60;
const SAMPLER_BYTES = 36;
const LOOP_BYTES = 24;

/** The note that plays the sound as it is: its own, or its key's tonic around middle C. */
function rootNote({ note, key }: WantedTags): number | null {
  if (note) return note.midi;
  return key ? NO_ROOT + key.tonic : null;
}

/**
 * `acid`: whether the sound is a one-shot, its root, and the tempo and beats of a loop. What is not known stays as the file
 * has it. Null if there is nothing to say: a track is neither loop nor one-shot.
 */
export function acidChunk(old: Uint8Array | null, wanted: WantedTags, _sound: WavSound): Buffer | null {
  const { kind, bpm, durationSeconds } = wanted;
  if (kind !== "one-shot" && !(kind === "loop" && bpm !== null)) return null;
  const isReadable = old !== null && old.length >= ACID_BYTES;
  const bytes = isReadable ? Buffer.from(old) : Buffer.alloc(ACID_BYTES);
  if (!isReadable) {
    bytes.writeUInt16LE(NO_ROOT, 4);
    bytes.writeUInt16LE(0x8000, 6);
    bytes.writeUInt16LE(4, 16);
    bytes.writeUInt16LE(4, 18);
  }
  const isOneShot = kind === "one-shot";
  const root = rootNote(wanted);
  const flags = bytes.readUInt32LE(0) & ~(ONE_SHOT | (isOneShot ? STRETCH : 0));
  const kindFlags = isOneShot ? ONE_SHOT : STRETCH;
  bytes.writeUInt32LE((flags | kindFlags | (root === null ? 0 : ROOT_SET)) >>> 0, 0);
  if (root !== null) bytes.writeUInt16LE(root, 4);
  if (isOneShot || bpm === null) return bytes;
  bytes.writeUInt32LE(Math.max(1, Math.round((durationSeconds * bpm) / 60)), 12);
  bytes.writeFloatLE(bpm, 20);
  return bytes;
}

/**
 * `smpl`: the root note with its cents, and for a loop all of it as loop points. Loop points that are there stay. Null if
 * neither is known.
 */
export function samplerChunk(old: Uint8Array | null, wanted: WantedTags, sound: WavSound): Buffer | null {
  const root = rootNote(wanted);
  if (old !== null && old.length >= SAMPLER_BYTES) {
    if (root === null) return null;
    const bytes = Buffer.from(old);
    writeRoot(bytes, wanted, root);
    return bytes;
  }
  const isLoop = wanted.kind === "loop" && sound.frames > 0;
  const isNote = wanted.kind === "one-shot" && wanted.note !== null;
  if ((!isLoop && !isNote) || sound.sampleRateHz === 0) return null;
  const bytes = Buffer.alloc(SAMPLER_BYTES + (isLoop ? LOOP_BYTES : 0));
  bytes.writeUInt32LE(Math.round(1e9 / sound.sampleRateHz), 8);
  writeRoot(bytes, wanted, root ?? NO_ROOT);
  if (!isLoop) return bytes;
  bytes.writeUInt32LE(1, 28);
  // The last sample of a loop is played.
  bytes.writeUInt32LE(sound.frames - 1, SAMPLER_BYTES + 12);
  return bytes;
}

/** The fraction counts upwards only; below the note it would change its name, so it is left out there. */
function writeRoot(bytes: Buffer, { note }: WantedTags, root: number): void {
  bytes.writeUInt32LE(root, 12);
  const cents = note ? Math.max(0, note.cents) : 0;
  bytes.writeUInt32LE(Math.round((cents / 100) * 2 ** 32), 16);
}

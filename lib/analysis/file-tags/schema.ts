import { z } from "zod";

const text = z.string().nullable();
const key = z.object({ tonic: z.int().min(0).max(11), mode: z.enum(["major", "minor"]).nullable() }).nullable();

/** What a file says about itself in its tags and chunks. Claims of whoever wrote them, never measured values. */
export const fileTagsSchema = z.object({
  title: text,
  artist: text,
  album: text,
  albumArtist: text,
  track: z.int().nullable(),
  disc: z.int().nullable(),
  year: z.int().nullable(),
  genres: z.array(z.string()),
  comment: text,
  keywords: z.array(z.string()),
  bpm: z.number().nullable(),
  key,
  /** 0–1. */
  rating: z.number().nullable(),
  /** Whether `acid` says that the sound is a loop or a one-shot. */
  kind: z.enum(["loop", "one-shot"]).nullable(),
  /** Number of beats of a loop, from `acid`. */
  beats: z.int().nullable(),
  /** MIDI note number, from `smpl` or `acid`. */
  rootNote: z.int().min(0).max(127).nullable(),
  loops: z.array(z.object({ startSeconds: z.number(), endSeconds: z.number() })),
  cues: z.array(z.object({ seconds: z.number(), label: text })),
  /** What was shortened, mended or left out, as codes. */
  notes: z.array(z.enum(["shortened", "encoding_mended", "damaged_tags", "cover_left_out"])),
});
export type FileTags = z.infer<typeof fileTagsSchema>;
export type FileTagNote = FileTags["notes"][number];

export const NO_FILE_TAGS: FileTags = {
  title: null,
  artist: null,
  album: null,
  albumArtist: null,
  track: null,
  disc: null,
  year: null,
  genres: [],
  comment: null,
  keywords: [],
  bpm: null,
  key: null,
  rating: null,
  kind: null,
  beats: null,
  rootNote: null,
  loops: [],
  cues: [],
  notes: [],
};

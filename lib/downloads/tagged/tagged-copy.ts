import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { ByteReader } from "./byte-reader";
import { taggedFlac } from "./flac";
import { taggedAiff, taggedWav } from "./iff-tags";
import { taggedMp3 } from "./mp3";
import { taggedMp4 } from "./mp4";
import { taggedOgg } from "./ogg";
import { joined, type Piece } from "./pieces";
import { texts, type WantedTags } from "./wanted-tags";

type Container = AnalysisRecord["container"];
type Tagger = (reader: ByteReader, wanted: WantedTags) => Promise<Piece[] | null>;

const TAGGERS: Partial<Record<Container, Tagger>> = {
  wav: taggedWav,
  aiff: taggedAiff,
  flac: taggedFlac,
  ogg: taggedOgg,
  mp3: taggedMp3,
  mp4: taggedMp4,
};

/** Why a copy has no tags of ours. */
export type Untagged = "nothing_known" | "format_without_tags" | "unreadable_tags";

/**
 * What a copy with tags consists of: new bytes where tags are, stretches of the original everywhere else. No sound is
 * read. Where no tags can be written without risk, it says why, and the original is the better copy.
 */
export async function taggedCopy(
  reader: ByteReader,
  container: Container,
  wanted: WantedTags,
): Promise<{ pieces: Piece[]; untagged: Untagged | null }> {
  const original = (untagged: Untagged) => ({ pieces: [{ from: 0, to: reader.sizeBytes }], untagged });
  const tagger = TAGGERS[container];
  if (!tagger) return original("format_without_tags");
  const isSampler = container === "wav" && wanted.kind !== null && wanted.kind !== "track";
  if (Object.keys(texts(wanted)).length === 0 && !isSampler) return original("nothing_known");
  const pieces = await tagger(reader, wanted);
  return pieces ? { pieces: joined(pieces), untagged: null } : original("unreadable_tags");
}

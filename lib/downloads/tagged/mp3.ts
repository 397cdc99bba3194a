import { ascii, type ByteReader } from "./byte-reader";
import { editedId3, id3Length, newId3 } from "./id3";
import type { Piece } from "./pieces";
import { texts, type WantedTags } from "./wanted-tags";

/** MP3: the ID3v2 tag in front. Frames, and tags of other kinds at the end, are copied. */
export async function taggedMp3(reader: ByteReader, wanted: WantedTags): Promise<Piece[] | null> {
  const frames = texts(wanted);
  const all = { from: 0, to: reader.sizeBytes };
  if (ascii(await reader.read(0, 3), 0, 3) !== "ID3") return [newId3(frames), all];
  const length = await id3Length(reader, 0);
  // A tag that claims more than there is would swallow the sound.
  if (length === null || length > reader.sizeBytes) return null;
  const tag = await editedId3(reader, { from: 0, to: length }, frames);
  return tag && [...tag, { from: length, to: reader.sizeBytes }];
}

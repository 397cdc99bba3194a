/** What names a cover: with the bytes and the reader the same, the picture is the same. */
export interface StoredCover {
  coverKey: string | null;
  sha256: string;
  readerVersion: number;
}

export const coverVersion = ({ sha256, readerVersion }: Pick<StoredCover, "sha256" | "readerVersion">) =>
  `${sha256.slice(0, 16)}-${readerVersion}`;

/** The address of a sample's cover on this origin. Null if it has none. */
export const coverAddress = (sampleId: string, tags: StoredCover | null) =>
  tags?.coverKey ? `/api/v1/samples/${sampleId}/cover?v=${coverVersion(tags)}` : null;

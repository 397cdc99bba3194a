/** Keys of stored objects. They consist of ids and hashes only: nothing a person typed becomes part of one. */

/** How keys begin. The sweep looks only at these: a bucket may hold other things too. */
export const OBJECT_PREFIXES = ["originals/", "artefacts/", "exports/", "previews/", "avatars/"] as const;
export type ObjectPrefix = (typeof OBJECT_PREFIXES)[number];

/** A sample's original bytes, as uploaded. */
export const originalKey = (sampleId: string): string => `originals/${sampleId}`;

/** Made from these bytes by this version of the analyser. All samples with the same bytes share it. */
const artefactKey = (sha256: string, version: string, name: string): string => `artefacts/${sha256}/${version}/${name}`;

export const peaksKey = (sha256: string, analyserVersion: string): string =>
  artefactKey(sha256, analyserVersion, "peaks.bin");

export const spectrogramKey = (sha256: string, analyserVersion: string): string =>
  artefactKey(sha256, analyserVersion, "spectrogram.png");

/**
 * A copy of these bytes that every browser plays. Each attempt to make it has its own key; samples with the same bytes
 * share the result.
 */
export const playableKey = (sha256: string, attemptId: string): string =>
  artefactKey(sha256, "playable", `${attemptId}.flac`);

/** The cover of these bytes, encoded anew. Keyed and shared like the playable copy. */
export const coverKey = (sha256: string, attemptId: string): string =>
  artefactKey(sha256, "cover", `${attemptId}.webp`);

/** What strangers hear of a publication. Each attempt to make it has its own key. */
export const previewKey = (publicationId: string, attemptId: string): string =>
  `previews/${publicationId}/${attemptId}`;

/** A person's picture, in its large square. Each attempt to set one has its own key. */
export const avatarKey = (ownerId: string, attemptId: string): string => `avatars/${ownerId}/${attemptId}`;

const SMALL = ".small";
/** The small square beside it. */
export const smallAvatarKey = (key: string): string => `${key}${SMALL}`;

/** Both squares of a person's picture. */
export const avatarObjects = (key: string) => [{ objectKey: key }, { objectKey: smallAvatarKey(key) }];

/** The key by which a row names an object: that of the large square stands for both. */
export const keyInRow = (key: string): string =>
  key.startsWith("avatars/") && key.endsWith(SMALL) ? key.slice(0, -SMALL.length) : key;

/** One person's export. Each attempt to build it has its own key, so that two attempts never write the same object. */
export const exportKey = (exportId: string, attemptId: string): string => `exports/${exportId}/${attemptId}`;

/** The hash of the bytes that an artefact was made from. Null for other keys. */
export const artefactContent = (key: string): string | null => /^artefacts\/([0-9a-f]{64})\//.exec(key)?.[1] ?? null;

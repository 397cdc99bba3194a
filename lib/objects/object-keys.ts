/** Where objects lie in storage. A key is made of ids and hashes only: nothing that a person typed is part of one. */

/** The bytes of one sample, as they were uploaded. */
export const originalKey = (sampleId: string): string => `originals/${sampleId}`;

/** What was made of these bytes by this analyser: shared by all samples of the same bytes. */
const artefactKey = (sha256: string, analyserVersion: string, name: string): string =>
  `artefacts/${sha256}/${analyserVersion}/${name}`;

export const peaksKey = (sha256: string, analyserVersion: string): string =>
  artefactKey(sha256, analyserVersion, "peaks.bin");

export const spectrogramKey = (sha256: string, analyserVersion: string): string =>
  artefactKey(sha256, analyserVersion, "spectrogram.png");

/** One person's export. Each attempt to build it has a key of its own, so that two never write the same object. */
export const exportKey = (exportId: string, attemptId: string): string => `exports/${exportId}/${attemptId}`;

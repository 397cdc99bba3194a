import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "./key-lock";
import {
  isAbsent,
  makeDirectory,
  type ObjectRecord,
  type OpenObject,
  openObjectFile,
  readBytes,
  type StagedFile,
  syncDirectory,
} from "./object-file";
import { type ObjectStore, OWNER_TERMS, type Precondition, type WriteTerms } from "./object-store";
import { S3Error } from "./s3-error";
import {
  type Checksum,
  type ChecksumAlgorithm,
  type ChecksumHasher,
  compositeChecksum,
  createChecksumHasher,
} from "./streaming-checksum";

const MIN_PART_BYTES = 5 * 1024 * 1024;
export const MAX_PARTS = 10_000;
const UPLOAD_ID = /^[0-9a-f]{48}$/;
const MANIFEST = "upload.json";

/** The settings that the upload began with. */
export interface MultipartManifest {
  key: string;
  initiatedMs: number;
  headers: ObjectRecord["headers"];
  metadata: ObjectRecord["metadata"];
  checksum?: { algorithm: ChecksumAlgorithm; type: Checksum["type"] };
}

export interface UploadAddress {
  bucket: string;
  key: string;
  uploadId: string;
}

export interface ClaimedPart {
  partNumber: number;
  etag: string;
  checksum?: string;
}

/** Multipart uploads. Each has a folder under `uploads/`, with a manifest and one object file for each part. */
export class MultipartUploads {
  constructor(private readonly store: ObjectStore) {}

  async create(bucket: string, manifest: MultipartManifest): Promise<string> {
    const uploadId = randomBytes(24).toString("hex");
    const directory = this.directory(bucket, uploadId);
    await makeDirectory(directory);
    await writeFile(join(directory, MANIFEST), JSON.stringify(manifest), { flush: true });
    await syncDirectory(directory);
    return uploadId;
  }

  async manifest({ bucket, key, uploadId }: UploadAddress): Promise<MultipartManifest> {
    if (!UPLOAD_ID.test(uploadId)) throw noSuchUpload();
    const text = await readFile(join(this.directory(bucket, uploadId), MANIFEST), "utf8").catch((error: unknown) => {
      throw isAbsent(error) ? noSuchUpload() : error;
    });
    const manifest = JSON.parse(text) as MultipartManifest;
    if (manifest.key !== key) throw noSuchUpload();
    return manifest;
  }

  async writePart(
    upload: UploadAddress,
    partNumber: number,
    terms: WriteTerms,
    fill: (file: StagedFile) => Promise<Pick<ObjectRecord, "etag" | "checksum">>,
  ): Promise<ObjectRecord> {
    await this.manifest(upload);
    const directory = this.directory(upload.bucket, upload.uploadId);
    return this.store.stage(terms, async (file) => {
      const filled = await fill(file);
      const record = await file.seal({
        ...filled,
        key: upload.key,
        headers: {},
        metadata: {},
        lastModifiedMs: Date.now(),
      });
      // Under the lock that completing and aborting take: neither may find a part that appears halfway.
      await withLock(directory, async () => {
        await terms.confirm?.();
        await this.manifest(upload);
        await file.moveTo(join(directory, String(partNumber)));
      });
      return record;
    });
  }

  /** The stored parts, by number. */
  async parts(upload: UploadAddress): Promise<{ partNumber: number; record: ObjectRecord }[]> {
    await this.manifest(upload);
    const directory = this.directory(upload.bucket, upload.uploadId);
    const numbers = (await readdir(directory)).map(Number).filter(Number.isInteger);
    const parts: { partNumber: number; record: ObjectRecord }[] = [];
    for (const partNumber of numbers.sort((a, b) => a - b)) {
      const part = await openObjectFile(join(directory, String(partNumber)));
      await part?.handle.close();
      if (part) parts.push({ partNumber, record: part.record });
    }
    return parts;
  }

  /** Uploads that are neither completed nor aborted, by key. */
  async open(bucket: string): Promise<{ uploadId: string; manifest: MultipartManifest }[]> {
    const open: { uploadId: string; manifest: MultipartManifest }[] = [];
    for (const uploadId of await readdir(this.store.uploadsDirectory(bucket))) {
      const text = await readFile(join(this.directory(bucket, uploadId), MANIFEST), "utf8").catch((error: unknown) => {
        if (isAbsent(error)) return null;
        throw error;
      });
      if (text !== null) open.push({ uploadId, manifest: JSON.parse(text) as MultipartManifest });
    }
    const position = ({ uploadId, manifest }: (typeof open)[number]) => `${manifest.key}\0${uploadId}`;
    return open.sort((a, b) => (position(a) < position(b) ? -1 : 1));
  }

  /** Joins the named parts into one object. A repeated call gets the same answer. */
  async complete(
    upload: UploadAddress,
    claimed: ClaimedPart[],
    options: { precondition?: Precondition; maxObjectBytes: number; expectedChecksum?: string },
  ): Promise<ObjectRecord> {
    return withLock(this.directory(upload.bucket, upload.uploadId), async () => {
      const manifest = await this.manifest(upload).catch((error: unknown) => ({ missing: error }));
      if ("missing" in manifest) {
        const finished = await this.store.record(upload.bucket, upload.key);
        if (finished && finished.uploadId === upload.uploadId) return finished;
        throw manifest.missing;
      }
      const { bucket, key, uploadId } = upload;
      const where = { bucket, key, precondition: options.precondition, terms: OWNER_TERMS };
      const record = await this.store.write(where, async (file) => {
        const joined = await this.join(upload, manifest, claimed, file, options.maxObjectBytes);
        const { headers, metadata } = manifest;
        if (options.expectedChecksum !== undefined && options.expectedChecksum !== joined.checksum?.value) {
          throw new S3Error("BadDigest", "The checksum you specified did not match the object's.");
        }
        return { ...joined, headers, metadata, uploadId, lastModifiedMs: Date.now() };
      });
      await rm(this.directory(bucket, uploadId), { recursive: true, force: true });
      return record;
    });
  }

  async abort(upload: UploadAddress): Promise<void> {
    await withLock(this.directory(upload.bucket, upload.uploadId), async () => {
      await this.manifest(upload);
      await rm(this.directory(upload.bucket, upload.uploadId), { recursive: true, force: true });
      await syncDirectory(this.store.uploadsDirectory(upload.bucket));
    });
  }

  /** Removes uploads that have not changed since then. Returns how many. */
  async sweep(bucket: string, untouchedSince: Date): Promise<number> {
    let swept = 0;
    for (const uploadId of await readdir(this.store.uploadsDirectory(bucket))) {
      const directory = this.directory(bucket, uploadId);
      const { mtime } = await stat(directory);
      if (mtime >= untouchedSince) continue;
      await withLock(directory, () => rm(directory, { recursive: true, force: true }));
      swept += 1;
    }
    return swept;
  }

  private async join(
    upload: UploadAddress,
    manifest: MultipartManifest,
    claimed: ClaimedPart[],
    file: StagedFile,
    maxObjectBytes: number,
  ): Promise<Pick<ObjectRecord, "etag" | "checksum">> {
    const directory = this.directory(upload.bucket, upload.uploadId);
    // A long completion must not look abandoned to the sweep.
    await utimes(directory, new Date(), new Date());
    const { algorithm, type } = manifest.checksum ?? {};
    const whole = algorithm && type === "FULL_OBJECT" ? await createChecksumHasher(algorithm) : null;
    const md5 = createHash("md5");
    const partChecksums: string[] = [];
    let byteCount = 0;
    for (const [index, claim] of claimed.entries()) {
      const part = await openObjectFile(join(directory, String(claim.partNumber)));
      try {
        const { sizeBytes, etag, checksum } = requirePart(part, claim);
        byteCount += sizeBytes;
        if (sizeBytes < MIN_PART_BYTES && index < claimed.length - 1) throw tooSmall(claim.partNumber);
        if (byteCount > maxObjectBytes) throw new S3Error("EntityTooLarge", `At most ${maxObjectBytes} bytes.`);
        md5.update(Buffer.from(etag, "hex"));
        if (checksum && checksum.algorithm === algorithm) partChecksums.push(checksum.value);
        if (part) await appendPart(part, file, whole);
      } finally {
        await part?.handle.close();
      }
    }
    const etag = `${md5.digest("hex")}-${claimed.length}`;
    if (algorithm && whole) return { etag, checksum: { algorithm, value: whole.digestBase64(), type: "FULL_OBJECT" } };
    const isComplete = algorithm && partChecksums.length === claimed.length;
    return { etag, checksum: isComplete ? await compositeChecksum(algorithm, partChecksums) : undefined };
  }

  private directory(bucket: string, uploadId: string): string {
    return join(this.store.uploadsDirectory(bucket), uploadId);
  }
}

function requirePart(part: OpenObject | null, claim: ClaimedPart): ObjectRecord {
  const isClaimed = part !== null && part.record.etag === claim.etag;
  if (!isClaimed || (claim.checksum !== undefined && claim.checksum !== part.record.checksum?.value)) {
    throw new S3Error("InvalidPart", `Part ${claim.partNumber} was not found, or is not the one you name.`);
  }
  return part.record;
}

async function appendPart(part: OpenObject, file: StagedFile, whole: ChecksumHasher | null): Promise<void> {
  for await (const chunk of readBytes(part, 0, part.record.sizeBytes)) {
    whole?.update(chunk);
    await file.append(chunk);
  }
}

function tooSmall(partNumber: number): S3Error {
  return new S3Error("EntityTooSmall", `Part ${partNumber} is smaller than 5 MiB and not the last.`);
}

function noSuchUpload(): S3Error {
  return new S3Error("NoSuchUpload", "The specified upload does not exist. It may have been aborted or completed.");
}

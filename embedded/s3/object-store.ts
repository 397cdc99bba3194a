import { createHash } from "node:crypto";
import { readdir, rm, rmdir, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DiskSpace, type Writer } from "./disk-space";
import { KeyIndex } from "./key-index";
import { withLock } from "./key-lock";
import {
  isAbsent,
  makeDirectory,
  type ObjectRecord,
  type OpenObject,
  openObjectFile,
  type StagedFile,
  syncDirectory,
  withStagedFile,
} from "./object-file";
import { S3Error } from "./s3-error";

/** Throws if this write must not replace the current object (null if there is none). */
export type Precondition = (current: ObjectRecord | null) => void;

/** What is known about a write before its first byte. */
export interface WriteTerms {
  writer: Writer;
  /** 0 if nobody knows. */
  announcedBytes: number;
  /** Called when all bytes are there, right before they are put in place. Throws if they must not be. */
  confirm?: () => Promise<void>;
}

/** The terms of writes by a holder of the secret. */
export const OWNER_TERMS: WriteTerms = { writer: "owner", announcedBytes: 0 };

/**
 * `<directory>/staging/…` and `<directory>/buckets/<name>/{objects/<2 hex>/<62 hex>,uploads/<id>/…}`: an object's
 * file is named after the SHA-256 of its key, so that a key cannot choose where a file is written.
 */
export class ObjectStore {
  private readonly stagingDirectory: string;
  private readonly bucketsDirectory: string;
  private readonly space: DiskSpace;
  private readonly indexes = new Map<string, KeyIndex>();

  constructor(directory: string, minFreeBytes?: () => number | undefined) {
    this.stagingDirectory = join(directory, "staging");
    this.bucketsDirectory = join(directory, "buckets");
    this.space = new DiskSpace(directory, minFreeBytes);
  }

  async prepare(): Promise<void> {
    await makeDirectory(this.stagingDirectory);
    await makeDirectory(this.bucketsDirectory);
  }

  /** Returns false if the bucket already existed. */
  async createBucket(bucket: string): Promise<boolean> {
    const isNew = !(await this.hasBucket(bucket));
    await makeDirectory(join(this.bucketsDirectory, bucket, "uploads"));
    await makeDirectory(join(this.bucketsDirectory, bucket, "objects"));
    return isNew;
  }

  async hasBucket(bucket: string): Promise<boolean> {
    return stat(join(this.bucketsDirectory, bucket, "objects")).then(
      () => true,
      (error: unknown) => {
        if (isAbsent(error)) return false;
        throw error;
      },
    );
  }

  async requireBucket(bucket: string): Promise<void> {
    if (!(await this.hasBucket(bucket))) throw new S3Error("NoSuchBucket", "The specified bucket does not exist.");
  }

  async listBuckets(): Promise<{ name: string; createdAt: Date }[]> {
    const names = (await readdir(this.bucketsDirectory)).sort();
    return Promise.all(
      names.map(async (name) => ({ name, createdAt: (await stat(join(this.bucketsDirectory, name))).birthtime })),
    );
  }

  /** Deletes an empty bucket together with its unfinished uploads. */
  async deleteBucket(bucket: string): Promise<void> {
    if ((await this.index(bucket).keys()).length > 0) {
      throw new S3Error("BucketNotEmpty", "The bucket you tried to delete is not empty.");
    }
    const directory = join(this.bucketsDirectory, bucket);
    for (const shard of await readdir(join(directory, "objects"))) await rmdir(join(directory, "objects", shard));
    await rmdir(join(directory, "objects"));
    await rm(directory, { recursive: true, force: true });
    this.indexes.delete(bucket);
  }

  index(bucket: string): KeyIndex {
    const known = this.indexes.get(bucket);
    if (known) return known;
    const index = new KeyIndex(join(this.bucketsDirectory, bucket, "objects"));
    this.indexes.set(bucket, index);
    return index;
  }

  uploadsDirectory(bucket: string): string {
    return join(this.bucketsDirectory, bucket, "uploads");
  }

  async open(bucket: string, key: string): Promise<OpenObject | null> {
    return openObjectFile(this.objectPath(bucket, key));
  }

  async record(bucket: string, key: string): Promise<ObjectRecord | null> {
    const object = await this.open(bucket, key);
    await object?.handle.close();
    return object?.record ?? null;
  }

  /** Runs one write in a file of its own, if there is room for it. */
  async stage<T>({ writer, announcedBytes }: WriteTerms, write: (file: StagedFile) => Promise<T>): Promise<T> {
    return withStagedFile(this.stagingDirectory, await this.space.reserve(writer, announcedBytes), write);
  }

  /** Paths of the files of running and killed writes. */
  async staged(): Promise<string[]> {
    return (await readdir(this.stagingDirectory)).map((name) => join(this.stagingDirectory, name));
  }

  /** Writes one object: `fill` appends the bytes and returns what it learned about them. */
  async write(
    where: { bucket: string; key: string; precondition?: Precondition; terms: WriteTerms },
    fill: (file: StagedFile) => Promise<Omit<ObjectRecord, "sizeBytes" | "key">>,
  ): Promise<ObjectRecord> {
    const path = this.objectPath(where.bucket, where.key);
    // A write that is sure to fail is refused before its bytes are read. It is checked again when it is put in place.
    if (where.precondition) where.precondition(await this.record(where.bucket, where.key));
    return this.stage(where.terms, async (file) => {
      const record = await file.seal({ ...(await fill(file)), key: where.key });
      await withLock(path, async () => {
        await where.terms.confirm?.();
        if (where.precondition) where.precondition(await this.record(where.bucket, where.key));
        await makeDirectory(dirname(path));
        await file.moveTo(path);
      });
      return record;
    });
  }

  /** Deleting an object that does not exist is not an error. */
  async remove(bucket: string, key: string, precondition?: Precondition): Promise<void> {
    const path = this.objectPath(bucket, key);
    await withLock(path, async () => {
      precondition?.(await this.record(bucket, key));
      try {
        await unlink(path);
        await syncDirectory(dirname(path));
      } catch (error) {
        if (!isAbsent(error)) throw error;
      }
    });
  }

  private objectPath(bucket: string, key: string): string {
    const name = createHash("sha256").update(key).digest("hex");
    return join(this.bucketsDirectory, bucket, "objects", name.slice(0, 2), name.slice(2));
  }
}

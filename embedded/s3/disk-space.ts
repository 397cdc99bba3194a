import { defaultFloorBytes, readDiskSpace } from "@/runtime/disk-floor";
import { S3Error } from "./s3-error";

const CHECKED_EVERY_BYTES = 4 * 1024 * 1024;

/** Who writes: somebody with a presigned address, or a holder of the secret, who may use half of the floor too. */
export type Writer = "address" | "owner";

/**
 * Keeps a floor of free space on the store's disk. Other programs break when the disk is full, a database above all,
 * so writes are refused before that. Announced bytes that have not arrived yet count as used.
 */
export class DiskSpace {
  #awaitedBytes = 0;

  constructor(
    private readonly directory: string,
    private readonly minFreeBytes?: () => number | undefined,
  ) {}

  /** @throws S3Error `StorageFull` if the announced bytes do not fit above the floor. */
  async reserve(writer: Writer, announcedBytes: number): Promise<Reservation> {
    const reservation = new Reservation(writer, announcedBytes, this);
    this.#awaitedBytes += announcedBytes;
    try {
      await this.require(writer);
      return reservation;
    } catch (error) {
      reservation.release();
      throw error;
    }
  }

  /** Called by reservations when bytes have arrived, or will not come any more. */
  settle(byteCount: number): void {
    this.#awaitedBytes -= byteCount;
  }

  async require(writer: Writer): Promise<void> {
    const space = await readDiskSpace(this.directory);
    const floorBytes = (this.minFreeBytes?.() ?? defaultFloorBytes(space)) * (writer === "owner" ? 0.5 : 1);
    if (space.freeBytes - this.#awaitedBytes < floorBytes) throw new S3Error("StorageFull", "The store has no room.");
  }
}

/** The room of one write. */
export class Reservation {
  #awaitedBytes: number;
  #uncheckedBytes = 0;

  constructor(
    private readonly writer: Writer,
    announcedBytes: number,
    private readonly space: DiskSpace,
  ) {
    this.#awaitedBytes = announcedBytes;
  }

  /** Call it before bytes are written. Looks at the disk again after every few megabytes. */
  async use(byteCount: number): Promise<void> {
    this.#settle(Math.min(byteCount, this.#awaitedBytes));
    this.#uncheckedBytes += byteCount;
    if (this.#uncheckedBytes < CHECKED_EVERY_BYTES) return;
    this.#uncheckedBytes = 0;
    await this.space.require(this.writer);
  }

  release(): void {
    this.#settle(this.#awaitedBytes);
  }

  #settle(byteCount: number): void {
    this.#awaitedBytes -= byteCount;
    this.space.settle(byteCount);
  }
}

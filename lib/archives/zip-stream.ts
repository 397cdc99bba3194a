import { PassThrough, type Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

interface EntryOptions {
  /** Sound is compressed already or hardly compresses. Only text is worth it. */
  compress?: boolean;
  mtime?: Date;
  /** If given, a stream of another length is an error: a file is never shorter than it should be without anybody's notice. */
  sizeBytes?: number;
}

/** A ZIP that is written while it is read: neither it nor any file in it is held in memory. */
export class ZipStream {
  readonly output = new PassThrough();
  readonly #zip = new ZipFile();
  #source: Readable | null = null;

  constructor() {
    this.#zip.on("error", (error: Error) => this.fail(error));
    this.#zip.outputStream.pipe(this.output);
    // If the reader stops, close the connection to storage.
    this.output.once("close", () => this.#source?.destroy());
  }

  /** Whether nobody reads any more, or something has failed. */
  get isClosed(): boolean {
    return this.output.destroyed;
  }

  /** Resolves when the stream has been read, so that the next one is opened only then. */
  async add(path: string, stream: Readable, { sizeBytes, ...options }: EntryOptions = {}): Promise<void> {
    if (this.output.destroyed) stream.destroy();
    this.#source = stream;
    const isRead = finished(stream);
    this.#zip.addReadStream(stream, path, sizeBytes === undefined ? options : { ...options, size: sizeBytes });
    await isRead;
  }

  addBytes(path: string, bytes: Buffer): void {
    this.#zip.addBuffer(bytes, path);
  }

  end(): void {
    this.#zip.end();
  }

  /** Breaks the output off, so that nobody takes what came before for a whole archive. */
  fail(error: Error): void {
    this.output.destroy(error);
  }
}

import { createHash } from "node:crypto";
import { S3Error } from "./s3-error";
import { EMPTY_SHA256, equalHex, type Signature, signString } from "./signature-v4";

const MAX_LINE_BYTES = 4096;
const MAX_TRAILERS = 16;
const CRLF = Buffer.from("\r\n");

interface ChunkedOptions {
  /** If given, the chunks are signed, and their signatures are verified. */
  signature?: Signature;
  hasTrailers: boolean;
  onTrailer(name: string, value: string): void;
}

/** Reads exact lengths and lines from a stream of chunks of any size. Holds at most one chunk and one line. */
class ChunkReader {
  private pending: Buffer = Buffer.alloc(0);

  constructor(private readonly source: AsyncIterator<Uint8Array>) {}

  async line(): Promise<string> {
    for (;;) {
      const end = this.pending.indexOf(CRLF);
      if (end > MAX_LINE_BYTES || (end < 0 && this.pending.length > MAX_LINE_BYTES)) throw incomplete();
      if (end >= 0) {
        const line = this.pending.toString("latin1", 0, end);
        this.pending = this.pending.subarray(end + 2);
        return line;
      }
      if (!(await this.more())) throw incomplete();
    }
  }

  async *take(byteCount: number): AsyncGenerator<Uint8Array> {
    let left = byteCount;
    while (left > 0) {
      if (this.pending.length === 0 && !(await this.more())) throw incomplete();
      const piece = this.pending.subarray(0, left);
      this.pending = this.pending.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async more(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return false;
    const bytes = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    this.pending = this.pending.length ? Buffer.concat([this.pending, bytes]) : bytes;
    return true;
  }

  get isDrained(): boolean {
    return this.pending.length === 0;
  }
}

/**
 * Decodes `aws-chunked`: `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n … 0\r\n<trailers>\r\n`. With `signature`
 * every chunk's own signature is verified and chained. Trailers go to `onTrailer` with names in lower case.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Uint8Array>,
  options: ChunkedOptions,
): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  try {
    yield* decodeChunks(new ChunkReader(iterator), options);
  } finally {
    await iterator.return?.();
  }
}

async function* decodeChunks(reader: ChunkReader, options: ChunkedOptions): AsyncGenerator<Uint8Array> {
  const chain = options.signature ? new SignatureChain(options.signature) : null;
  for (;;) {
    const [size = "", extension = ""] = (await reader.line()).split(";");
    if (!/^[0-9a-fA-F]{1,12}$/.test(size)) throw new S3Error("InvalidChunkSizeError", "A chunk size is not a number.");
    const byteCount = Number.parseInt(size, 16);
    const hash = chain ? createHash("sha256") : null;
    for await (const piece of reader.take(byteCount)) {
      hash?.update(piece);
      yield piece;
    }
    if (hash) chain?.checkChunk(hash.digest("hex"), /^chunk-signature=([0-9a-f]{64})$/.exec(extension)?.[1]);
    if (byteCount === 0) break;
    if ((await reader.line()) !== "") throw incomplete();
  }
  await readTrailers(reader, chain, options);
}

async function readTrailers(reader: ChunkReader, chain: SignatureChain | null, options: ChunkedOptions): Promise<void> {
  let canonical = "";
  let signature: string | undefined;
  // An encoder may leave out the last empty line if the body ends there.
  for (let count = 0; !(reader.isDrained && !(await reader.more())); count += 1) {
    const line = await reader.line();
    if (line === "") continue;
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (colon < 1 || count > MAX_TRAILERS)
      throw new S3Error("MalformedTrailerError", "The request's trailer is malformed.");
    if (name === "x-amz-trailer-signature") signature = value;
    else {
      canonical += `${name}:${value}\n`;
      options.onTrailer(name, value);
    }
  }
  if (chain && options.hasTrailers) chain.checkTrailer(createHash("sha256").update(canonical).digest("hex"), signature);
}

class SignatureChain {
  private previous: string;

  constructor(private readonly seed: Signature) {
    this.previous = seed.signature;
  }

  checkChunk(chunkHash: string, given: string | undefined): void {
    this.check("AWS4-HMAC-SHA256-PAYLOAD", [EMPTY_SHA256, chunkHash], given);
  }

  checkTrailer(trailerHash: string, given: string | undefined): void {
    this.check("AWS4-HMAC-SHA256-TRAILER", [trailerHash], given);
  }

  private check(algorithm: string, hashes: string[], given: string | undefined): void {
    const { signingKey, amzDate, scope } = this.seed;
    const expected = signString(signingKey, algorithm, amzDate, scope, this.previous, ...hashes);
    if (!given || !equalHex(expected, given)) {
      throw new S3Error("SignatureDoesNotMatch", "A chunk's signature does not match.");
    }
    this.previous = expected;
  }
}

function incomplete(): S3Error {
  return new S3Error("IncompleteBody", "The request body ended or was malformed before its announced length.");
}

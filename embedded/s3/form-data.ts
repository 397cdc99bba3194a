import { S3Error } from "./s3-error";

const MAX_HEADER_BYTES = 8 * 1024;
const MAX_FIELDS_BYTES = 64 * 1024;
const MAX_FIELDS = 64;
const BLANK_LINE = Buffer.from("\r\n\r\n");

/** A browser's form: its fields (names in lower case), and the file as it arrives. */
export interface Form {
  fields: Map<string, string>;
  fileName: string;
  file: AsyncIterable<Uint8Array>;
}

/** Reads `multipart/form-data` up to the field `file`. Ignores what follows the file, as the protocol requires. */
export async function readForm(source: AsyncIterable<Uint8Array>, contentType: string): Promise<Form> {
  const boundary = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  if (!boundary) throw malformed("The content type has no boundary.");
  const reader = new DelimitedReader(source[Symbol.asyncIterator](), `\r\n--${boundary[1] ?? boundary[2]}`);
  const fields = new Map<string, string>();
  let fieldBytes = 0;
  await reader.skipPreamble();
  while (fields.size < MAX_FIELDS) {
    const { name, fileName } = partNames((await reader.upTo(BLANK_LINE, MAX_HEADER_BYTES)).toString("utf8"));
    if (name === "file") return { fields, fileName, file: reader.untilDelimiter() };
    const value = await reader.upTo(reader.delimiter, MAX_FIELDS_BYTES);
    fieldBytes += value.length;
    if (fields.has(name) || fieldBytes > MAX_FIELDS_BYTES) throw malformed("A field is given twice or is too large.");
    fields.set(name, value.toString("utf8"));
    await reader.endOfDelimiter();
  }
  throw malformed("The form has too many fields.");
}

/** Cuts a stream at delimiters and holds back no more than one delimiter's length. */
class DelimitedReader {
  readonly delimiter: Buffer;
  private pending: Buffer = Buffer.from("\r\n");

  constructor(
    private readonly source: AsyncIterator<Uint8Array>,
    delimiter: string,
  ) {
    this.delimiter = Buffer.from(delimiter);
  }

  async skipPreamble(): Promise<void> {
    await this.upTo(this.delimiter, MAX_HEADER_BYTES);
    await this.endOfDelimiter();
  }

  /** A delimiter ends in a line break, or in `--` after the last part. */
  async endOfDelimiter(): Promise<void> {
    while (this.pending.length < 2) await this.more();
    const ending = this.pending.toString("latin1", 0, 2);
    this.pending = this.pending.subarray(2);
    if (ending !== "\r\n") throw malformed("The form has no field named file.");
  }

  /** Reads up to and including the mark. Returns what came before it. */
  async upTo(mark: Buffer, maxBytes: number): Promise<Buffer> {
    for (;;) {
      const end = this.pending.indexOf(mark);
      if (end > maxBytes || (end < 0 && this.pending.length > maxBytes + mark.length))
        throw malformed("A field is too large.");
      if (end >= 0) {
        const before = this.pending.subarray(0, end);
        this.pending = this.pending.subarray(end + mark.length);
        return before;
      }
      await this.more();
    }
  }

  async *untilDelimiter(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.pending.indexOf(this.delimiter);
      const safeBytes = end >= 0 ? end : Math.max(0, this.pending.length - this.delimiter.length + 1);
      const piece = this.pending.subarray(0, safeBytes);
      this.pending = this.pending.subarray(safeBytes);
      if (piece.length > 0) yield piece;
      if (end >= 0) break;
      await this.more();
    }
    // Reads what follows the file, so that the sender is not cut off while it still writes.
    for (let next = await this.source.next(); !next.done; ) next = await this.source.next();
  }

  private async more(): Promise<void> {
    const next = await this.source.next();
    if (next.done) throw new S3Error("IncompleteBody", "The form ended before its last boundary.");
    this.pending = Buffer.concat([this.pending, next.value]);
  }
}

function partNames(headerText: string): { name: string; fileName: string } {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headerText)?.[1] ?? "";
  const name = /(?:^|[;\s])name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed("A part of the form has no name.");
  const fileName = /(?:^|[;\s])filename="([^"]*)"/i.exec(disposition)?.[1] ?? "";
  return { name: name.toLowerCase(), fileName };
}

function malformed(message: string): S3Error {
  return new S3Error("MalformedPOSTRequest", message);
}

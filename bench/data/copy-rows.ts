import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Sql } from "postgres";

/** A value of a row as `COPY … FROM STDIN` takes it. Arrays of texts and JSON values are written as Postgres reads them. */
export type CopyValue = string | number | boolean | null | Date | readonly string[] | { json: unknown };

const CHUNK_CHARACTERS = 256 * 1024;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Writes rows into one table, on a connection of its own. */
export class CopyTarget {
  private text = "";

  private constructor(
    private readonly stream: Writable,
    private readonly columns: readonly string[],
  ) {}

  static async open(sql: Sql, table: string, columns: readonly string[]): Promise<CopyTarget> {
    const statement = sql`copy ${sql(table)} (${sql(columns as string[])}) from stdin`;
    return new CopyTarget(await statement.writable(), columns);
  }

  /** One value for each column, in their order. Waits while the server is behind. */
  async write(values: readonly CopyValue[]): Promise<void> {
    if (values.length !== this.columns.length) throw new RangeError("a value for each column");
    this.text += `${values.map(copyText).join("\t")}\n`;
    if (this.text.length < CHUNK_CHARACTERS) return;
    const hasRoom = this.stream.write(this.text);
    this.text = "";
    if (!hasRoom) await once(this.stream, "drain");
  }

  async close(): Promise<void> {
    const ended = once(this.stream, "finish");
    this.stream.end(this.text);
    await ended;
  }
}

function copyText(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === "string" ? value : "json" in value ? JSON.stringify(value.json) : arrayText(value);
  return text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string);
}

function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

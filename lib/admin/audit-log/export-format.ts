import { csvLine } from "@/lib/archives/csv";
import type { AuditRow, ExportFormat } from "./schema";

/** The file's columns, in order. People appear only by id, as in the log. */
const COLUMNS = [
  "seq",
  "at",
  "actorKind",
  "actorId",
  "apiKeyId",
  "action",
  "targetType",
  "targetId",
  "address",
  "userAgent",
  "requestId",
  "before",
  "after",
  "hash",
] as const satisfies readonly (keyof AuditRow)[];

const cellOf = (value: unknown): string | number | null => {
  if (value === null || typeof value === "number" || typeof value === "string") return value;
  return JSON.stringify(value);
};

const asCsv = (row: AuditRow): string => csvLine(COLUMNS.map((column) => cellOf(row[column])));
const asJsonLine = (row: AuditRow): string =>
  `${JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, row[column]])))}\n`;

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/jsonl; charset=utf-8",
};

/** The text before the first row. */
export const exportHead = (format: ExportFormat): string => (format === "csv" ? csvLine(COLUMNS) : "");

export const exportRows = (format: ExportFormat, rows: readonly AuditRow[]): string =>
  rows.map(format === "csv" ? asCsv : asJsonLine).join("");

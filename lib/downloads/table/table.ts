import { csvLine } from "@/lib/archives/csv";
import type { ListedSample } from "@/lib/downloads/data";
import type { TableFormat } from "@/lib/downloads/schema";
import { COLUMN_NAMES, cellsOf } from "./columns";

/** Excel takes a file without it for one in an old Windows encoding. Other readers of CSV skip it. */
const BYTE_ORDER_MARK = "\uFEFF";

export const TABLE_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
};

/** A table as text, portion by portion: nothing but the portion is held. */
export async function* tableText(
  format: TableFormat,
  portions: AsyncIterable<readonly ListedSample[]>,
): AsyncGenerator<string> {
  if (format === "csv") {
    yield BYTE_ORDER_MARK + csvLine(COLUMN_NAMES);
    for await (const portion of portions) yield portion.map((sample) => csvLine(cellsOf(sample))).join("");
    return;
  }
  yield "[";
  let separator = "\n";
  for await (const portion of portions) {
    const text = portion.map((sample) => JSON.stringify(itemOf(sample))).join(",\n");
    if (text === "") continue;
    yield separator + text;
    separator = ",\n";
  }
  yield "\n]\n";
}

/** As the API shows a sample, with what was measured and what the file says beside it. */
function itemOf({ row, sha256, measured, corrections, fileTags }: ListedSample): object {
  return { ...row, sha256, corrections, measured, fileTags };
}

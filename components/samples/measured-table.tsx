"use client";

import { Info } from "lucide-react";
import { Tooltip } from "@/components/ui/tooltip";
import type { MeasuredRow } from "./measured-rows";

/** Names, values with units, and on demand what each one tells. */
export function MeasuredTable({ rows, caption }: { rows: readonly MeasuredRow[]; caption: string }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <tbody className="divide-y divide-border">
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row" className="py-2 text-left font-normal text-muted-foreground">
              <span className="inline-flex items-center gap-1.5">
                {row.name}
                <Tooltip content={row.explanation}>
                  <button
                    type="button"
                    aria-label={`${row.name}: ${row.explanation}`}
                    className="grid size-6 place-items-center rounded-full hover:text-foreground"
                  >
                    <Info aria-hidden className="size-3.5" />
                  </button>
                </Tooltip>
              </span>
            </th>
            <td className="figures py-2 text-right">{row.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

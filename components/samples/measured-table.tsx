"use client";

import { Info } from "lucide-react";
import { useText } from "#text";
import { Link } from "@/components/ui/link";
import { Tooltip } from "@/components/ui/tooltip";
import { valueHelp } from "@/lib/help/addresses";
import type { MeasuredRow } from "./measured-rows";

/** Names and values with units. A tooltip explains each one, and leads to its paragraph in the help. */
export function MeasuredTable({ rows, caption }: { rows: readonly MeasuredRow[]; caption: string }) {
  const t = useText();
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <tbody className="divide-y divide-border">
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row" className="py-1.5 text-left align-top font-normal text-muted-foreground">
              <span
                className={
                  row.reason
                    ? "inline-flex items-start gap-1.5 leading-6"
                    : "inline-flex items-center gap-1.5 whitespace-nowrap"
                }
              >
                {row.name}
                <Tooltip content={row.explanation}>
                  <Link
                    href={valueHelp(row.about)}
                    aria-label={t("Help: {name}: {explanation}", { name: row.name, explanation: row.explanation })}
                    className="grid size-6 place-items-center rounded-full hover:text-foreground"
                  >
                    <Info aria-hidden className="size-3.5" />
                  </Link>
                </Tooltip>
              </span>
            </th>
            <td className="py-1.5 text-right leading-6">
              {row.reason ? (
                <span className="block min-w-36 text-balance py-0.5 text-muted-foreground text-xs">{row.reason}</span>
              ) : (
                <span className="figures">{row.value}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

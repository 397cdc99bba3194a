import type { ReactNode } from "react";
import { useText } from "#text";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";

export interface Column {
  /** A text that is marked with `msg`. */
  label: string;
  /** A column of numbers stands at the right. */
  numeric?: boolean;
  /** Only for screen readers: buttons need no heading. */
  isHidden?: boolean;
}

interface ListTableProps {
  columns: readonly Column[];
  /** Rows of `TableCell`; the first and the last cell keep the distance of the edge: `pl-5`, `pr-5`. */
  children: ReactNode;
}

/** A table that reaches to the edges of its card. */
export function ListTable({ columns, children }: ListTableProps) {
  const t = useText();
  return (
    <Table>
      <TableHeader>
        <tr>
          {columns.map(({ label, numeric, isHidden }, index) => (
            <TableHead key={label} numeric={numeric} className={edgeOf(index, columns.length)}>
              {isHidden ? <span className="sr-only">{t(label)}</span> : t(label)}
            </TableHead>
          ))}
        </tr>
      </TableHeader>
      <TableBody>{children}</TableBody>
    </Table>
  );
}

function edgeOf(index: number, count: number): string | undefined {
  if (index === 0) return "pl-5";
  return index === count - 1 ? "pr-5" : undefined;
}

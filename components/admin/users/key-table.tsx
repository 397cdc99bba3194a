import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { TableCell, TableRow } from "@/components/ui/table";
import type { PersonKey } from "@/lib/admin/people/schema";
import { formatDate } from "@/lib/format/time";

const COLUMNS = [{ label: "API key" }, { label: "Permissions" }, { label: "Expires" }, { label: "Last used" }];

export function KeyTable({ keys, nowMs }: { keys: readonly PersonKey[]; nowMs: number }) {
  if (keys.length === 0) return <EmptyNote>No API keys.</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {keys.map((key) => (
        <TableRow key={key.id}>
          <TableCell className="pl-5">
            <span className="block max-w-48 truncate">{key.name}</span>
            <code className="text-muted-foreground text-xs">{key.prefix}…</code>
          </TableCell>
          <TableCell className="min-w-56 font-mono text-xs">{key.scopes.join(", ")}</TableCell>
          <TableCell className="whitespace-nowrap">{key.expiresAt ? formatDate(key.expiresAt) : "Never"}</TableCell>
          <TableCell className="pr-5">
            {key.lastUsedAt ? <When at={key.lastUsedAt} nowMs={nowMs} /> : "Never"}
            <span className="block text-muted-foreground text-xs">{key.lastUsedAddress}</span>
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

import { useText } from "#text";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { TableCell, TableRow } from "@/components/ui/table";
import type { PersonKey } from "@/lib/admin/people/schema";
import { formatDate } from "@/lib/format/time";
import { msg } from "@/lib/language/text";

const COLUMNS = [
  { label: msg("API key") },
  { label: msg("Permissions") },
  { label: msg("Expires") },
  { label: msg("Last used") },
];

export function KeyTable({ keys, nowMs }: { keys: readonly PersonKey[]; nowMs: number }) {
  const t = useText();
  if (keys.length === 0) return <EmptyNote>{t("No API keys.")}</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {keys.map((key) => (
        <TableRow key={key.id}>
          <TableCell className="pl-5">
            <span className="block max-w-48 truncate">{key.name}</span>
            <code className="text-muted-foreground text-xs">{key.prefix}…</code>
          </TableCell>
          <TableCell className="min-w-56 font-mono text-xs">{key.scopes.join(", ")}</TableCell>
          <TableCell className="whitespace-nowrap">
            {key.expiresAt ? formatDate(key.expiresAt, t) : t("Never")}
          </TableCell>
          <TableCell className="pr-5">
            {key.lastUsedAt ? <When at={key.lastUsedAt} nowMs={nowMs} /> : t("Never")}
            <span className="block text-muted-foreground text-xs">{key.lastUsedAddress}</span>
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

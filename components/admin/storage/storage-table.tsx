import { useText } from "#text";
import { PersonLink } from "@/components/admin/person-link";
import { ListTable } from "@/components/listing/list-table";
import { Progress } from "@/components/ui/progress";
import { TableCell, TableRow } from "@/components/ui/table";
import type { StorageRow } from "@/lib/admin/system/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { msg } from "@/lib/language/text";

const NEARLY_FULL = 0.9;

const COLUMNS = [
  { label: msg("Account") },
  { label: msg("Role") },
  { label: msg("Files"), numeric: true },
  { label: msg("Stored"), numeric: true },
  { label: msg("Quota"), numeric: true },
  { label: msg("[storage] Used") },
];

export function StorageTable({ rows }: { rows: readonly StorageRow[] }) {
  const t = useText();
  return (
    <ListTable columns={COLUMNS}>
      {rows.map((row) => (
        <TableRow key={row.id}>
          <TableCell className="pl-5">
            <PersonLink person={row} />
          </TableCell>
          <TableCell>{t(row.role)}</TableCell>
          <TableCell numeric>{formatCount(row.files, t)}</TableCell>
          <TableCell numeric>{formatBytes(row.storedBytes, t)}</TableCell>
          <TableCell numeric>{row.allowedBytes === null ? t("Unlimited") : formatBytes(row.allowedBytes, t)}</TableCell>
          <TableCell className="min-w-32 pr-5">
            <Used row={row} />
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

function Used({ row: { name, storedBytes, allowedBytes } }: { row: StorageRow }) {
  const t = useText();
  if (allowedBytes === null) return null;
  const share = allowedBytes === 0 ? Number(storedBytes > 0) : Math.min(1, storedBytes / allowedBytes);
  return (
    <Progress
      value={Math.round(share * 100)}
      label={t("Storage used by {name}", { name })}
      valueText={t("{used} of {limit}", { used: formatBytes(storedBytes, t), limit: formatBytes(allowedBytes, t) })}
      tone={share >= NEARLY_FULL ? "danger" : "primary"}
    />
  );
}

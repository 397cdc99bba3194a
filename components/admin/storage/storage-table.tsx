import { PersonLink } from "@/components/admin/person-link";
import { ListTable } from "@/components/listing/list-table";
import { Progress } from "@/components/ui/progress";
import { TableCell, TableRow } from "@/components/ui/table";
import type { StorageRow } from "@/lib/admin/system/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";

const NEARLY_FULL = 0.9;

const COLUMNS = [
  { label: "Account" },
  { label: "Role" },
  { label: "Files", numeric: true },
  { label: "Stored", numeric: true },
  { label: "Quota", numeric: true },
  { label: "Used" },
];

export function StorageTable({ rows }: { rows: readonly StorageRow[] }) {
  return (
    <ListTable columns={COLUMNS}>
      {rows.map((row) => (
        <TableRow key={row.id}>
          <TableCell className="pl-5">
            <PersonLink person={row} />
          </TableCell>
          <TableCell>{row.role}</TableCell>
          <TableCell numeric>{formatCount(row.files)}</TableCell>
          <TableCell numeric>{formatBytes(row.storedBytes)}</TableCell>
          <TableCell numeric>{row.allowedBytes === null ? "Unlimited" : formatBytes(row.allowedBytes)}</TableCell>
          <TableCell className="min-w-32 pr-5">
            <Used row={row} />
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

function Used({ row: { name, storedBytes, allowedBytes } }: { row: StorageRow }) {
  if (allowedBytes === null) return null;
  const share = allowedBytes === 0 ? Number(storedBytes > 0) : Math.min(1, storedBytes / allowedBytes);
  return (
    <Progress
      value={Math.round(share * 100)}
      label={`Storage used by ${name}`}
      valueText={`${formatBytes(storedBytes)} of ${formatBytes(allowedBytes)}`}
      tone={share >= NEARLY_FULL ? "danger" : "primary"}
    />
  );
}

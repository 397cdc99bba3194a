import { PersonLink } from "@/components/admin/person-link";
import { Progress } from "@/components/ui/progress";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StorageRow } from "@/lib/admin/system/schema";
import { formatBytes } from "@/lib/format/bytes";

const NEARLY = 0.9;

export function StorageTable({ rows }: { rows: readonly StorageRow[] }) {
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">Account</TableHead>
          <TableHead>Role</TableHead>
          <TableHead numeric>Files</TableHead>
          <TableHead numeric>Stored</TableHead>
          <TableHead numeric>Quota</TableHead>
          <TableHead className="pr-5">Used</TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="pl-5">
              <PersonLink person={row} />
            </TableCell>
            <TableCell>{row.role}</TableCell>
            <TableCell numeric>{row.files.toLocaleString("en")}</TableCell>
            <TableCell numeric>{formatBytes(row.storedBytes)}</TableCell>
            <TableCell numeric>{row.allowedBytes === null ? "None" : formatBytes(row.allowedBytes)}</TableCell>
            <TableCell className="min-w-32 pr-5">
              <Used row={row} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Used({ row: { name, storedBytes, allowedBytes } }: { row: StorageRow }) {
  if (allowedBytes === null) return null;
  const share = allowedBytes === 0 ? Number(storedBytes > 0) : Math.min(1, storedBytes / allowedBytes);
  return (
    <Progress
      value={Math.round(share * 100)}
      label={`Storage of ${name}`}
      valueText={`${formatBytes(storedBytes)} of ${formatBytes(allowedBytes)}`}
      tone={share >= NEARLY ? "danger" : "primary"}
    />
  );
}

import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { LockoutRow } from "@/lib/admin/limits/schema";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";
import { ClearLockout } from "./clear-lockout";

const COLUMNS = [
  { label: "Account or IP address" },
  { label: "Failed", numeric: true },
  { label: "Last attempt" },
  { label: "State" },
  { label: "Actions", isHidden: true },
];

export function LockoutsTable({ lockouts, nowMs }: { lockouts: readonly LockoutRow[]; nowMs: number }) {
  if (lockouts.length === 0) return <EmptyNote>No recent failed sign-ins.</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {lockouts.map(({ subject, failures, lastFailureAt, lockedUntil }) => (
        <TableRow key={subject}>
          <TableCell className="pl-5">
            <Subject subject={subject} />
          </TableCell>
          <TableCell numeric>{formatCount(failures)}</TableCell>
          <TableCell className="text-muted-foreground">
            <When at={lastFailureAt} nowMs={nowMs} />
          </TableCell>
          <TableCell>
            {lockedUntil ? <Badge tone="danger">Locked for {remaining(lockedUntil, nowMs)}</Badge> : "Not locked"}
          </TableCell>
          <TableCell className="pr-5 text-right">
            <ClearLockout subject={subject} />
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

const remaining = (until: string, nowMs: number) => formatTimeSpan((Date.parse(until) - nowMs) / 1000);

const KINDS: Readonly<Record<string, string>> = { account: "account", address: "IP address" };

/** `account:<e-mail address>` or `address:<IP address>`. */
function Subject({ subject }: { subject: string }) {
  const colon = subject.indexOf(":");
  const kind = subject.slice(0, colon);
  return (
    <>
      <span className="block max-w-64 truncate font-medium">{subject.slice(colon + 1)}</span>
      <span className="block text-muted-foreground text-xs">{KINDS[kind] ?? kind}</span>
    </>
  );
}

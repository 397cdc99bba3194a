import { When } from "@/components/admin/when";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LockoutRow } from "@/lib/admin/limits/schema";
import { formatTimeSpan } from "@/lib/format/time";
import { ClearLockout } from "./clear-lockout";

export function LockoutsTable({ lockouts, nowMs }: { lockouts: readonly LockoutRow[]; nowMs: number }) {
  if (lockouts.length === 0) {
    return <p className="px-5 pb-5 text-muted-foreground text-sm">No sign-in failed of late.</p>;
  }
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">Account or address</TableHead>
          <TableHead numeric>Failed</TableHead>
          <TableHead>Last</TableHead>
          <TableHead>State</TableHead>
          <TableHead className="pr-5">
            <span className="sr-only">What can be done</span>
          </TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {lockouts.map(({ subject, failures, lastFailureAt, lockedUntil }) => (
          <TableRow key={subject}>
            <TableCell className="pl-5">
              <Subject subject={subject} />
            </TableCell>
            <TableCell numeric>{failures.toLocaleString("en")}</TableCell>
            <TableCell className="text-muted-foreground">
              <When at={lastFailureAt} nowMs={nowMs} />
            </TableCell>
            <TableCell>
              {lockedUntil ? <Badge tone="danger">Locked for {remaining(lockedUntil, nowMs)}</Badge> : "May try"}
            </TableCell>
            <TableCell className="pr-5 text-right">
              <ClearLockout subject={subject} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const remaining = (until: string, nowMs: number) => formatTimeSpan((Date.parse(until) - nowMs) / 1000);

function Subject({ subject }: { subject: string }) {
  const colon = subject.indexOf(":");
  return (
    <>
      <span className="block max-w-64 truncate font-medium">{subject.slice(colon + 1)}</span>
      <span className="block text-muted-foreground text-xs">{subject.slice(0, colon)}</span>
    </>
  );
}

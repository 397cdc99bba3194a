import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { DeviceSession } from "@/lib/accounts/schema";
import { browserName } from "@/lib/format/browser-name";

const COLUMNS = [{ label: "Device" }, { label: "IP address" }, { label: "Signed in" }, { label: "Last active" }];

export function SessionTable({ sessions, nowMs }: { sessions: readonly DeviceSession[]; nowMs: number }) {
  if (sessions.length === 0) return <EmptyNote>No active sessions.</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {sessions.map((session) => (
        <TableRow key={session.id}>
          <TableCell className="whitespace-nowrap pl-5">
            {browserName(session.userAgent).name} {session.current ? <Badge tone="success">This device</Badge> : null}
          </TableCell>
          <TableCell className="figures">{session.address ?? "Unknown"}</TableCell>
          <TableCell>
            <When at={session.createdAt} nowMs={nowMs} />
          </TableCell>
          <TableCell className="pr-5">
            <When at={session.lastSeenAt} nowMs={nowMs} />
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

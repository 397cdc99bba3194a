import { useText } from "#text";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { DeviceSession } from "@/lib/accounts/schema";
import { browserName } from "@/lib/format/browser-name";
import { msg } from "@/lib/language/text";

const COLUMNS = [
  { label: msg("Device") },
  { label: msg("IP address") },
  { label: msg("Signed in") },
  { label: msg("Last active") },
];

export function SessionTable({ sessions, nowMs }: { sessions: readonly DeviceSession[]; nowMs: number }) {
  const t = useText();
  if (sessions.length === 0) return <EmptyNote>{t("No active sessions.")}</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {sessions.map((session) => (
        <TableRow key={session.id}>
          <TableCell className="whitespace-nowrap pl-5">
            {t(browserName(session.userAgent).name)}{" "}
            {session.current ? <Badge tone="success">{t("This device")}</Badge> : null}
          </TableCell>
          <TableCell className="figures">{session.address ?? t("Unknown")}</TableCell>
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

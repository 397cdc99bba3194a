import { ScrollText } from "lucide-react";
import Link from "next/link";
import { browserName } from "@/components/settings/browser-name";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AuditRow } from "@/lib/admin/audit-log/schema";
import { EntryChange } from "./entry-change";

export function AuditTable({ entries }: { entries: readonly AuditRow[] }) {
  if (entries.length === 0) {
    return <EmptyState icon={ScrollText} title="No entry" description="Nothing like that was recorded." />;
  }
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">When</TableHead>
          <TableHead>Who</TableHead>
          <TableHead>What</TableHead>
          <TableHead>To what</TableHead>
          <TableHead>From where</TableHead>
          <TableHead className="pr-5">Before and after</TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={entry.seq}>
            <TableCell className="figures whitespace-nowrap pl-5 text-muted-foreground">
              <time dateTime={entry.at}>{entry.at.slice(0, 19).replace("T", " ")}</time>
              <span className="block text-xs">#{entry.seq}</span>
            </TableCell>
            <TableCell>
              <Who entry={entry} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <code className="font-mono text-xs">{entry.action}</code>
            </TableCell>
            <TableCell>
              <Target entry={entry} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <span className="figures">{entry.address ?? "–"}</span>
              {entry.userAgent ? (
                <span className="block text-muted-foreground text-xs" title={entry.userAgent}>
                  {browserName(entry.userAgent).name}
                </span>
              ) : null}
            </TableCell>
            <TableCell className="pr-5">
              <EntryChange before={entry.before} after={entry.after} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Who({ entry: { actorKind, actorId, actorEmail } }: { entry: AuditRow }) {
  if (actorId === null) return actorKind;
  return (
    <>
      <Account id={actorId} email={actorEmail} />
      {actorKind === "user" ? null : <span className="block text-muted-foreground text-xs">{actorKind}</span>}
    </>
  );
}

function Target({ entry: { targetType, targetId, targetEmail } }: { entry: AuditRow }) {
  if (targetType === null || targetId === null) return "–";
  return (
    <>
      {targetType === "user" ? (
        <Account id={targetId} email={targetEmail} />
      ) : (
        <span className="block max-w-44 truncate" title={targetId}>
          {targetId}
        </span>
      )}
      <span className="block text-muted-foreground text-xs">{targetType}</span>
    </>
  );
}

/** An account that was deleted has only its id left, and no page. */
function Account({ id, email }: { id: string; email: string | null }) {
  if (email === null) {
    return (
      <code className="block max-w-44 truncate text-xs" title={id}>
        {id}
      </code>
    );
  }
  return (
    <Link href={`/admin/users/${id}`} title={email} className="block max-w-44 truncate rounded-sm hover:text-primary">
      {email}
    </Link>
  );
}

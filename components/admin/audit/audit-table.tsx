import { ScrollText } from "lucide-react";
import { useText } from "#text";
import { ListTable } from "@/components/listing/list-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { TableCell, TableRow } from "@/components/ui/table";
import type { AuditRow } from "@/lib/admin/audit-log/schema";
import { browserName } from "@/lib/format/browser-name";
import { formatDateTime } from "@/lib/format/time";
import { msg } from "@/lib/language/text";
import { EntryChange } from "./entry-change";

const COLUMNS = [
  { label: msg("When") },
  { label: msg("Who") },
  { label: msg("Action") },
  { label: msg("Target") },
  { label: msg("IP address") },
  { label: msg("Changes") },
];

export function AuditTable({ entries }: { entries: readonly AuditRow[] }) {
  const t = useText();
  if (entries.length === 0) {
    return <EmptyState icon={ScrollText} title={t("No entries")} description={t("No entry matches these filters.")} />;
  }
  return (
    <ListTable columns={COLUMNS}>
      {entries.map((entry) => (
        <Entry key={entry.seq} entry={entry} />
      ))}
    </ListTable>
  );
}

function Entry({ entry }: { entry: AuditRow }) {
  const t = useText();
  return (
    <TableRow>
      <TableCell className="figures whitespace-nowrap pl-5 text-muted-foreground">
        <time dateTime={entry.at} title={entry.at}>
          {formatDateTime(entry.at, t)}
        </time>
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
            {t(browserName(entry.userAgent).name)}
          </span>
        ) : null}
      </TableCell>
      <TableCell className="pr-5">
        <EntryChange before={entry.before} after={entry.after} />
      </TableCell>
    </TableRow>
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

/** A deleted account has no e-mail address and no page, only its ID. */
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

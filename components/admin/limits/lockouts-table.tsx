import { useText } from "#text";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { LockoutRow } from "@/lib/admin/limits/schema";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";
import { msg } from "@/lib/language/text";
import { ClearLockout } from "./clear-lockout";

const COLUMNS = [
  { label: msg("Account or IP address") },
  { label: msg("[attempts] Failed"), numeric: true },
  { label: msg("Last attempt") },
  { label: msg("State") },
  { label: msg("Actions"), isHidden: true },
];

export function LockoutsTable({ lockouts, nowMs }: { lockouts: readonly LockoutRow[]; nowMs: number }) {
  const t = useText();
  if (lockouts.length === 0) return <EmptyNote>{t("No recent failed sign-ins.")}</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {lockouts.map(({ subject, failures, lastFailureAt, lockedUntil }) => (
        <TableRow key={subject}>
          <TableCell className="pl-5">
            <Subject subject={subject} />
          </TableCell>
          <TableCell numeric>{formatCount(failures, t)}</TableCell>
          <TableCell className="text-muted-foreground">
            <When at={lastFailureAt} nowMs={nowMs} />
          </TableCell>
          <TableCell>
            {lockedUntil ? (
              <Badge tone="danger">{t("Locked for {time}", { time: remaining(lockedUntil, nowMs) })}</Badge>
            ) : (
              t("Not locked")
            )}
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

const KINDS: Readonly<Record<string, string>> = { account: msg("account"), address: msg("IP address") };

/** `account:<e-mail address>` or `address:<IP address>`. */
function Subject({ subject }: { subject: string }) {
  const t = useText();
  const colon = subject.indexOf(":");
  const kind = subject.slice(0, colon);
  return (
    <>
      <span className="block max-w-64 truncate font-medium">{subject.slice(colon + 1)}</span>
      <span className="block text-muted-foreground text-xs">{t(KINDS[kind] ?? kind)}</span>
    </>
  );
}

import { useText } from "#text";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { Link } from "@/components/ui/link";
import { TableCell, TableRow } from "@/components/ui/table";
import type { CounterRow } from "@/lib/admin/limits/schema";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";
import { msg, type Text } from "@/lib/language/text";

const KINDS: Readonly<Record<CounterRow["subjectKind"], string>> = {
  user: msg("account"),
  key: msg("API key"),
  address: msg("IP address"),
};

const COLUMNS = [
  { label: msg("Who") },
  { label: msg("Kind of request") },
  { label: msg("This minute"), numeric: true },
  { label: msg("This hour"), numeric: true },
  { label: msg("Rejected"), numeric: true },
  { label: msg("[counter] Resets") },
];

const share = (used: number, limit: number, t: Text) => t("{used} of {limit}", { used, limit });

export function CountersTable({ counters, nowMs }: { counters: readonly CounterRow[]; nowMs: number }) {
  const t = useText();
  if (counters.length === 0) return <EmptyNote>{t("No requests in the past hour.")}</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {counters.map((counter) => (
        <TableRow key={`${counter.rateClass} ${counter.subjectKind} ${counter.subject}`}>
          <TableCell className="pl-5">
            <Holder counter={counter} />
          </TableCell>
          <TableCell>{counter.rateClass}</TableCell>
          <TableCell numeric>{share(counter.minuteCount, counter.perMinute, t)}</TableCell>
          <TableCell numeric>{share(counter.hourCount, counter.perHour, t)}</TableCell>
          <TableCell numeric className={counter.refused > 0 ? "font-medium text-danger" : undefined}>
            {formatCount(counter.refused, t)}
          </TableCell>
          <TableCell className="whitespace-nowrap pr-5 text-muted-foreground">
            {t("in {time}", { time: formatTimeSpan((Date.parse(counter.renewsAt) - nowMs) / 1000) })}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

function Holder({ counter: { subjectKind, subject, email, userId } }: { counter: CounterRow }) {
  const t = useText();
  const name = <span className="block max-w-64 truncate font-medium">{email ?? subject}</span>;
  return (
    <>
      {userId ? (
        <Link href={`/admin/users/${userId}`} className="block rounded-sm hover:text-primary">
          {name}
        </Link>
      ) : (
        name
      )}
      <span className="block text-muted-foreground text-xs">{t(KINDS[subjectKind])}</span>
    </>
  );
}

import { UserSearch } from "lucide-react";
import { useText } from "#text";
import { PersonLink } from "@/components/admin/person-link";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { EmptyState } from "@/components/ui/empty-state";
import { TableCell, TableRow } from "@/components/ui/table";
import type { PersonRow } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { msg } from "@/lib/language/text";
import { PersonBadges } from "./person-badges";

const COLUMNS = [
  { label: msg("Account") },
  { label: msg("Role") },
  { label: msg("State") },
  { label: msg("Samples"), numeric: true },
  { label: msg("Stored"), numeric: true },
  { label: msg("Last active") },
  { label: msg("Registered") },
];

export function PeopleTable({ people, nowMs }: { people: readonly PersonRow[]; nowMs: number }) {
  const t = useText();
  if (people.length === 0) {
    return (
      <EmptyState icon={UserSearch} title={t("No accounts")} description={t("No account matches these filters.")} />
    );
  }
  return (
    <ListTable columns={COLUMNS}>
      {people.map((person) => (
        <TableRow key={person.id}>
          <TableCell className="pl-5">
            <PersonLink person={person} />
          </TableCell>
          <TableCell>{t(person.roleName)}</TableCell>
          <TableCell>
            <PersonBadges person={person} />
          </TableCell>
          <TableCell numeric>{formatCount(person.samples, t)}</TableCell>
          <TableCell numeric>{formatBytes(person.storedBytes, t)}</TableCell>
          <TableCell className="text-muted-foreground">
            {person.lastSeenAt ? <When at={person.lastSeenAt} nowMs={nowMs} /> : t("Never")}
          </TableCell>
          <TableCell className="pr-5 text-muted-foreground">
            <When at={person.createdAt} nowMs={nowMs} />
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

import { UserSearch } from "lucide-react";
import { PersonLink } from "@/components/admin/person-link";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { EmptyState } from "@/components/ui/empty-state";
import { TableCell, TableRow } from "@/components/ui/table";
import type { PersonRow } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { PersonBadges } from "./person-badges";

const COLUMNS = [
  { label: "Account" },
  { label: "Role" },
  { label: "State" },
  { label: "Samples", numeric: true },
  { label: "Stored", numeric: true },
  { label: "Last active" },
  { label: "Registered" },
];

export function PeopleTable({ people, nowMs }: { people: readonly PersonRow[]; nowMs: number }) {
  if (people.length === 0) {
    return <EmptyState icon={UserSearch} title="No accounts" description="No account matches these filters." />;
  }
  return (
    <ListTable columns={COLUMNS}>
      {people.map((person) => (
        <TableRow key={person.id}>
          <TableCell className="pl-5">
            <PersonLink person={person} />
          </TableCell>
          <TableCell>{person.roleName}</TableCell>
          <TableCell>
            <PersonBadges person={person} />
          </TableCell>
          <TableCell numeric>{formatCount(person.samples)}</TableCell>
          <TableCell numeric>{formatBytes(person.storedBytes)}</TableCell>
          <TableCell className="text-muted-foreground">
            {person.lastSeenAt ? <When at={person.lastSeenAt} nowMs={nowMs} /> : "Never"}
          </TableCell>
          <TableCell className="pr-5 text-muted-foreground">
            <When at={person.createdAt} nowMs={nowMs} />
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

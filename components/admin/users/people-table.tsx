import { UserSearch } from "lucide-react";
import { PersonLink } from "@/components/admin/person-link";
import { When } from "@/components/admin/when";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { PersonRow } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { PersonBadges } from "./person-badges";

export function PeopleTable({ people, nowMs }: { people: readonly PersonRow[]; nowMs: number }) {
  if (people.length === 0) {
    return <EmptyState icon={UserSearch} title="Nobody like that" description="No account fits what is asked for." />;
  }
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">Account</TableHead>
          <TableHead>Role</TableHead>
          <TableHead>State</TableHead>
          <TableHead numeric>Samples</TableHead>
          <TableHead numeric>Stored</TableHead>
          <TableHead>Last seen</TableHead>
          <TableHead className="pr-5">Registered</TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.id}>
            <TableCell className="pl-5">
              <PersonLink person={person} />
            </TableCell>
            <TableCell>{person.role}</TableCell>
            <TableCell>
              <PersonBadges person={person} />
            </TableCell>
            <TableCell numeric>{person.samples.toLocaleString("en")}</TableCell>
            <TableCell numeric>{formatBytes(person.storedBytes)}</TableCell>
            <TableCell className="text-muted-foreground">
              {person.lastSeenAt ? <When at={person.lastSeenAt} nowMs={nowMs} /> : "Never"}
            </TableCell>
            <TableCell className="pr-5 text-muted-foreground">
              <When at={person.createdAt} nowMs={nowMs} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

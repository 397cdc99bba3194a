"use client";

import { useState } from "react";
import { Confirm } from "@/components/admin/confirm";
import type { Verb } from "@/components/admin/use-verb";
import { Select } from "@/components/ui/select";
import { changeRoleAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { ROLES, type Role } from "@/lib/identity/permissions";

const OPTIONS = ROLES.map((value) => ({ value, label: value }));

/** Asked about before: a role is what somebody may do, at once. */
export function RoleSetting({ person, isLocked, verb }: { person: PersonDetail; isLocked: boolean; verb: Verb }) {
  const [wanted, setWanted] = useState<Role | null>(null);
  const change = async (role: Role) => {
    await verb.run("role", () => changeRoleAction({ id: person.id, role }), `${person.name} is ${role} now.`);
    setWanted(null);
  };
  return (
    <>
      <Select
        label="Role"
        options={OPTIONS}
        value={person.role}
        disabled={isLocked}
        onValueChange={(role) => role !== person.role && setWanted(role)}
      />
      {wanted ? (
        <Confirm
          title={`Make ${person.name} ${wanted}?`}
          description={
            wanted === "admin"
              ? "An administrator can do everything here, to everybody's account, and read mails that were not sent."
              : `What ${wanted} may do and store holds from the next request on.`
          }
          action={`Make ${wanted}`}
          tone={wanted === "admin" || person.role === "admin" ? "danger" : "primary"}
          isPending={verb.pending === "role"}
          onConfirm={() => change(wanted)}
          onClose={() => setWanted(null)}
        />
      ) : null}
    </>
  );
}

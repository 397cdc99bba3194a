"use client";

import { useState } from "react";
import type { AdminRunner } from "@/components/admin/use-admin-runner";
import { Confirm } from "@/components/forms/confirm";
import { Select } from "@/components/ui/select";
import { changeRoleAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { ROLES, type Role } from "@/lib/identity/permissions";

const OPTIONS = ROLES.map((value) => ({ value, label: value }));

interface RoleSettingProps {
  person: PersonDetail;
  isLocked: boolean;
  runner: AdminRunner;
}

/** Asks before it changes the role, because the new role takes effect at once. */
export function RoleSetting({ person, isLocked, runner }: RoleSettingProps) {
  const [wanted, setWanted] = useState<Role | null>(null);
  const change = async (role: Role) => {
    await runner.run("role", () => changeRoleAction({ id: person.id, role }), `${person.name} is now ${role}.`);
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
              ? "An admin can change every account and setting on this server, and read e-mails that were not sent."
              : `The permissions and quota of the ${wanted} role apply immediately.`
          }
          action={`Make ${wanted}`}
          tone={wanted === "admin" || person.role === "admin" ? "danger" : "primary"}
          isPending={runner.pending === "role"}
          onConfirm={() => change(wanted)}
          onClose={() => setWanted(null)}
        />
      ) : null}
    </>
  );
}

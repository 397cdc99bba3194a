"use client";

import { useState } from "react";
import type { AdminRunner } from "@/components/admin/use-admin-runner";
import { Confirm } from "@/components/forms/confirm";
import { Select } from "@/components/ui/select";
import { changeRoleAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import type { Role } from "@/lib/identity/permissions";
import { namedRoles, roleName } from "@/lib/identity/role-name";

interface RoleSettingProps {
  person: PersonDetail;
  plans: boolean;
  isLocked: boolean;
  runner: AdminRunner;
}

/** Asks before it changes the role, because the new role takes effect at once. */
export function RoleSetting({ person, plans, isLocked, runner }: RoleSettingProps) {
  const [wanted, setWanted] = useState<Role | null>(null);
  const named = namedRoles(plans);
  const current = named.find(({ roles }) => roles.includes(person.role))?.roles[0] ?? person.role;
  const change = async (role: Role) => {
    const done = `${person.name} is now ${roleName(role, plans)}.`;
    await runner.run("role", () => changeRoleAction({ id: person.id, role }), done);
    setWanted(null);
  };
  return (
    <>
      <Select
        label="Role"
        options={named.map(({ name, roles: [value] }) => ({ value, label: name }))}
        value={current}
        disabled={isLocked}
        onValueChange={(role) => role !== current && setWanted(role)}
      />
      {wanted ? (
        <Confirm
          title={`Make ${person.name} ${roleName(wanted, plans)}?`}
          description={
            wanted === "admin"
              ? "An admin can change every account and setting on this server, and read e-mails that were not sent."
              : plans
                ? `The permissions and quota of the ${wanted} role apply immediately.`
                : "This person can no longer administer the server."
          }
          action={`Make ${roleName(wanted, plans)}`}
          tone={wanted === "admin" || person.role === "admin" ? "danger" : "primary"}
          isPending={runner.pending === "role"}
          onConfirm={() => change(wanted)}
          onClose={() => setWanted(null)}
        />
      ) : null}
    </>
  );
}

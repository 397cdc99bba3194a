"use client";

import { useState } from "react";
import { useText } from "#text";
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
  const t = useText();
  const [wanted, setWanted] = useState<Role | null>(null);
  const named = namedRoles(plans);
  const current = named.find(({ roles }) => roles.includes(person.role))?.roles[0] ?? person.role;
  const change = async (role: Role) => {
    const done = t("{name} is now {role}.", { name: person.name, role: t(roleName(role, plans)) });
    await runner.run("role", () => changeRoleAction({ id: person.id, role }), done);
    setWanted(null);
  };
  return (
    <>
      <Select
        label={t("Role")}
        options={named.map(({ name, roles: [value] }) => ({ value, label: t(name) }))}
        value={current}
        disabled={isLocked}
        onValueChange={(role) => role !== current && setWanted(role)}
      />
      {wanted ? (
        <Confirm
          title={t("Make {name} {role}?", { name: person.name, role: t(roleName(wanted, plans)) })}
          description={
            wanted === "admin"
              ? t("An admin can change every account and setting on this server, and read e-mails that were not sent.")
              : plans
                ? t("The permissions and quota of the {role} role apply immediately.", { role: wanted })
                : t("This person can no longer administer the server.")
          }
          action={t("Make {role}", { role: t(roleName(wanted, plans)) })}
          tone={wanted === "admin" || person.role === "admin" ? "danger" : "primary"}
          isPending={runner.pending === "role"}
          onConfirm={() => change(wanted)}
          onClose={() => setWanted(null)}
        />
      ) : null}
    </>
  );
}

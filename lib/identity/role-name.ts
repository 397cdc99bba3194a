import { msg } from "@/lib/language/text";
import { ROLES, type Role } from "./permissions";

/** A role that an admin can choose on a page, and the stored roles that it stands for. */
export interface NamedRole {
  name: string;
  roles: readonly [Role, ...Role[]];
}

const [FIRST, ...OTHERS] = ROLES.filter((role) => role !== "admin");
const MEMBER: NamedRole = { name: msg("member"), roles: [FIRST ?? "free", ...OTHERS] };
const ADMIN: NamedRole = { name: msg("admin"), roles: ["admin"] };

/** Without plans, all that a page says of a role is whether it administers the server. */
export function namedRoles(plans: boolean): readonly NamedRole[] {
  return plans ? ROLES.map((role): NamedRole => ({ name: role, roles: [role] })) : [MEMBER, ADMIN];
}

export function roleName(role: Role, plans: boolean): string {
  return namedRoles(plans).find(({ roles }) => roles.includes(role))?.name ?? role;
}

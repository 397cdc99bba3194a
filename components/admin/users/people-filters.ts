import { ANY, type Filter } from "@/components/listing/filters";
import type { PeopleQuery } from "@/lib/admin/people/schema";
import { namedRoles } from "@/lib/identity/role-name";

const STATES = [
  { value: ANY, label: "Any state" },
  { value: "active", label: "Active" },
  { value: "suspended", label: "Suspended" },
  { value: "unverified", label: "E-mail not confirmed" },
  { value: "leaving", label: "To be deleted" },
  { value: "beta", label: "Beta testers" },
];

const ORDERS = [
  { value: "newest", label: "Newest first" },
  { value: "name", label: "By name" },
  { value: "last-seen", label: "Recently active first" },
  { value: "storage", label: "Most storage first" },
];

export function peopleFilters({ q, role, state, sort }: PeopleQuery, plans: boolean): readonly Filter[] {
  const named = namedRoles(plans).map(({ name, roles: [value] }) => ({ value, label: name }));
  const roles = [{ value: ANY, label: "Any role" }, ...named];
  return [
    { kind: "search", name: "q", label: "Search by name, e-mail address or ID", value: q },
    { kind: "choice", name: "role", label: "Role", options: roles, value: role ?? ANY },
    { kind: "choice", name: "state", label: "State", options: STATES, value: state ?? ANY },
    { kind: "choice", name: "sort", label: "Order", options: ORDERS, value: sort },
  ];
}

import { ANY, type Filter } from "@/components/admin/filters";
import type { PeopleQuery } from "@/lib/admin/people/schema";
import { ROLES } from "@/lib/identity/permissions";

const STATES = [
  { value: ANY, label: "Any state" },
  { value: "active", label: "Active" },
  { value: "suspended", label: "Suspended" },
  { value: "unverified", label: "Address not confirmed" },
  { value: "leaving", label: "To be deleted" },
  { value: "beta", label: "Beta users" },
];

const ORDERS = [
  { value: "newest", label: "Newest first" },
  { value: "name", label: "By name" },
  { value: "last-seen", label: "Last seen first" },
  { value: "storage", label: "Most stored first" },
];

export function peopleFilters({ q, role, state, sort }: PeopleQuery): readonly Filter[] {
  const roles = [{ value: ANY, label: "Any role" }, ...ROLES.map((value) => ({ value, label: value }))];
  return [
    { kind: "search", name: "q", label: "Find by name, e-mail or id", value: q },
    { kind: "choice", name: "role", label: "Role", options: roles, value: role ?? ANY },
    { kind: "choice", name: "state", label: "State", options: STATES, value: state ?? ANY },
    { kind: "choice", name: "sort", label: "Order", options: ORDERS, value: sort },
  ];
}

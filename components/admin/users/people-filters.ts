import { ANY, type Filter } from "@/components/listing/filters";
import type { PeopleQuery } from "@/lib/admin/people/schema";
import { namedRoles } from "@/lib/identity/role-name";
import { msg } from "@/lib/language/text";

const STATES = [
  { value: ANY, label: msg("Any state") },
  { value: "active", label: msg("Active") },
  { value: "suspended", label: msg("Suspended") },
  { value: "unverified", label: msg("E-mail not confirmed") },
  { value: "leaving", label: msg("To be deleted") },
  { value: "beta", label: msg("Beta testers") },
];

const ORDERS = [
  { value: "newest", label: msg("Newest first") },
  { value: "name", label: msg("By name") },
  { value: "last-seen", label: msg("Recently active first") },
  { value: "storage", label: msg("Most storage first") },
];

export function peopleFilters({ q, role, state, sort }: PeopleQuery, plans: boolean): readonly Filter[] {
  const named = namedRoles(plans).map(({ name, roles: [value] }) => ({ value, label: name }));
  const roles = [{ value: ANY, label: msg("Any role") }, ...named];
  return [
    { kind: "search", name: "q", label: msg("Search by name, e-mail address or ID"), value: q },
    { kind: "choice", name: "role", label: msg("Role"), options: roles, value: role ?? ANY },
    { kind: "choice", name: "state", label: msg("State"), options: STATES, value: state ?? ANY },
    { kind: "choice", name: "sort", label: msg("Order"), options: ORDERS, value: sort },
  ];
}

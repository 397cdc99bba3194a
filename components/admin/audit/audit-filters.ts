import { ANY, type Filter } from "@/components/listing/filters";
import type { AuditFilter } from "@/lib/admin/audit-log/schema";
import { AUDIT_ACTIONS } from "@/lib/audit/constants";
import { msg } from "@/lib/language/text";

const ACTIONS = [
  { value: ANY, label: msg("Any action") },
  ...AUDIT_ACTIONS.toSorted().map((value) => ({ value, label: value })),
];

export const auditFilters = ({ actor, action, target, from, to }: AuditFilter): readonly Filter[] => [
  { kind: "text", name: "actor", label: msg("Who: e-mail, ID or IP"), value: actor },
  { kind: "choice", name: "action", label: msg("Action"), options: ACTIONS, value: action ?? ANY },
  { kind: "text", name: "target", label: msg("Target: e-mail or ID"), value: target },
  { kind: "date", name: "from", label: msg("[date] From"), value: from ?? "" },
  { kind: "date", name: "to", label: msg("[date] To"), value: to ?? "" },
];

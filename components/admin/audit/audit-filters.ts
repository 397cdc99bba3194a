import { ANY, type Filter } from "@/components/listing/filters";
import type { AuditFilter } from "@/lib/admin/audit-log/schema";
import { AUDIT_ACTIONS } from "@/lib/audit/constants";

const ACTIONS = [
  { value: ANY, label: "Any action" },
  ...AUDIT_ACTIONS.toSorted().map((value) => ({ value, label: value })),
];

export const auditFilters = ({ actor, action, target, from, to }: AuditFilter): readonly Filter[] => [
  { kind: "text", name: "actor", label: "Who: e-mail, ID or IP", value: actor },
  { kind: "choice", name: "action", label: "Action", options: ACTIONS, value: action ?? ANY },
  { kind: "text", name: "target", label: "Target: e-mail or ID", value: target },
  { kind: "date", name: "from", label: "From", value: from ?? "" },
  { kind: "date", name: "to", label: "To", value: to ?? "" },
];

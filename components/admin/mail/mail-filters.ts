import { ANY, type Filter } from "@/components/admin/filters";
import type { MailQuery } from "@/lib/admin/mail/schema";

const STATES = [
  { value: ANY, label: "Any state" },
  { value: "unsent", label: "Not sent" },
  { value: "queued", label: "Waiting" },
  { value: "failed", label: "Given up" },
  { value: "sent", label: "Sent" },
];

export const mailFilters = ({ state, q }: MailQuery): readonly Filter[] => [
  { kind: "search", name: "q", label: "Find by recipient or subject", value: q },
  { kind: "choice", name: "state", label: "State", options: STATES, value: state ?? ANY },
];

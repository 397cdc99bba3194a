import { ANY, type Filter } from "@/components/listing/filters";
import { MAIL_STATES, type MailQuery } from "@/lib/admin/mail/schema";
import { msg } from "@/lib/language/text";
import { MAIL_STATE_LABELS } from "./mail-states";

const STATES = [
  { value: ANY, label: msg("Any state") },
  ...MAIL_STATES.map((value) => ({ value, label: MAIL_STATE_LABELS[value] })),
];

export const mailFilters = ({ state, q }: MailQuery): readonly Filter[] => [
  { kind: "search", name: "q", label: msg("Search by recipient or subject"), value: q },
  { kind: "choice", name: "state", label: msg("State"), options: STATES, value: state ?? ANY },
];

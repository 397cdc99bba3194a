import type { Filter } from "@/components/listing/filters";
import type { JobsQuery } from "@/lib/admin/jobs/schema";
import { msg } from "@/lib/language/text";

const STATES = [
  { value: "running", label: msg("[analyses] Running") },
  { value: "waiting", label: msg("[analyses] Waiting") },
  { value: "failed", label: msg("[analyses] Failed") },
];

export const jobFilters = ({ state, q }: JobsQuery): readonly Filter[] => [
  { kind: "search", name: "q", label: msg("Search by file or account"), value: q },
  { kind: "choice", name: "state", label: msg("State"), options: STATES, value: state },
];

import type { Filter } from "@/components/listing/filters";
import type { JobsQuery } from "@/lib/admin/jobs/schema";

const STATES = [
  { value: "running", label: "Running" },
  { value: "waiting", label: "Waiting" },
  { value: "failed", label: "Failed" },
];

export const jobFilters = ({ state, q }: JobsQuery): readonly Filter[] => [
  { kind: "search", name: "q", label: "Search by file or account", value: q },
  { kind: "choice", name: "state", label: "State", options: STATES, value: state },
];

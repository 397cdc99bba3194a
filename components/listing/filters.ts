import type { SelectOption } from "@/components/ui/select";

export interface TextFilter {
  kind: "search" | "text" | "date";
  name: string;
  label: string;
  value: string;
}

interface ChoiceFilter {
  kind: "choice";
  name: string;
  label: string;
  options: readonly SelectOption<string>[];
  value: string;
}

/** One way to filter a list. Its labels are marked with `msg`. */
export type Filter = TextFilter | ChoiceFilter;

/** The value of the option that filters nothing. It is not written to the address. */
export const ANY = "any";

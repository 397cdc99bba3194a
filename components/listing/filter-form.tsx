"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ANY, type Filter, type TextFilter } from "./filters";
import { pageHref } from "./page-href";

export interface FilterFormProps {
  path: string;
  filters: readonly Filter[];
}

/** Filters a list through the page's address. Choices apply at once, text when the form is sent. */
export function FilterForm({ path, filters }: FilterFormProps) {
  const t = useText();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(filters.map(({ name, value }) => [name, value])),
  );
  const go = (next: Record<string, string>) => {
    setValues(next);
    const given = Object.fromEntries(Object.entries(next).map(([name, value]) => [name, value === ANY ? "" : value]));
    startTransition(() => router.push(pageHref(path, given)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(values);
  };
  return (
    <search>
      <form onSubmit={submit} className="mb-4 flex flex-wrap items-end gap-3">
        {filters.map((filter) =>
          filter.kind === "choice" ? (
            <Select
              key={filter.name}
              label={t(filter.label)}
              options={filter.options.map((option) => ({ ...option, label: t(option.label) }))}
              value={values[filter.name] ?? ANY}
              onValueChange={(value) => go({ ...values, [filter.name]: value })}
            />
          ) : (
            <TextInput
              key={filter.name}
              filter={filter}
              value={values[filter.name] ?? ""}
              onValue={(value) => setValues({ ...values, [filter.name]: value })}
            />
          ),
        )}
        <Button type="submit" size="lg" className="h-10" pending={isPending}>
          {t("Apply")}
        </Button>
      </form>
    </search>
  );
}

interface TextInputProps {
  filter: TextFilter;
  value: string;
  onValue: (value: string) => void;
}

function TextInput({ filter: { kind, name, ...filter }, value, onValue }: TextInputProps) {
  const t = useText();
  const label = t(filter.label);
  const input = (
    <Input
      type={kind}
      name={name}
      aria-label={label}
      placeholder={kind === "date" ? undefined : label}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      className={kind === "search" ? "pl-9.5" : kind === "date" ? "w-40" : "w-56"}
    />
  );
  if (kind === "date") {
    return (
      <div className="flex items-center gap-2">
        <span aria-hidden className="text-muted-foreground text-sm">
          {label}
        </span>
        {input}
      </div>
    );
  }
  if (kind !== "search") return <div>{input}</div>;
  return (
    <div className="relative min-w-0 flex-1 basis-64">
      <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted-foreground" />
      {input}
    </div>
  );
}

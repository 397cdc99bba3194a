import { ChevronsUpDown } from "lucide-react";
import { cn } from "@/lib/cn";

export interface NativeSelectProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
}

/** The system's own list of choices: the best one on a phone, and no code. */
export function NativeSelect<Value extends string>(props: NativeSelectProps<Value>) {
  const { label, options, value, onValueChange, className } = props;
  return (
    <span className={cn("relative inline-flex items-center", className)}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onValueChange(event.currentTarget.value as Value)}
        className="h-8 w-full appearance-none rounded-md border border-input bg-surface pr-8 pl-2.5 text-foreground text-sm transition-colors hover:border-foreground/60"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown aria-hidden className="pointer-events-none absolute right-2.5 size-3.5 text-muted-foreground" />
    </span>
  );
}

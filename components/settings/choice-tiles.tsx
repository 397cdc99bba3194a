import type { LucideIcon } from "lucide-react";

interface ChoiceTilesProps<Value extends string> {
  /** What is chosen. */
  label: string;
  /** The field's name, where scripts do not run. */
  name: string;
  choices: readonly { value: Value; label: string; description: string; icon?: LucideIcon }[];
  value: Value;
  onChoose: (value: Value) => void;
}

/** A few values of which one holds, each with a sentence. Radio buttons of the browser: they also work in a plain form. */
export function ChoiceTiles<Value extends string>({ label, name, choices, value, onChoose }: ChoiceTilesProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{label}</legend>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {choices.map(({ value: own, label: text, description, icon: Icon }) => (
          <label
            key={own}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-border-strong bg-muted p-3 sm:p-3.5 transition-colors hover:border-input has-checked:border-primary has-checked:bg-primary/10 has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={own}
              checked={own === value}
              onChange={() => onChoose(own)}
              className="mt-1 shrink-0 accent-primary outline-none"
            />
            <span className="min-w-0">
              <span className="flex items-center gap-1.5 font-medium text-sm">
                {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" /> : null}
                {text}
              </span>
              <span className="block text-muted-foreground text-xs">{description}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

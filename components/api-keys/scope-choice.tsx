import { useText } from "#text";
import { Checkbox } from "@/components/ui/checkbox";
import type { KeyScope } from "@/lib/api-keys/constants";
import { scopeText } from "./scope-text";

interface ScopeChoiceProps {
  scopes: readonly KeyScope[];
  chosen: ReadonlySet<KeyScope>;
  onChoose: (chosen: ReadonlySet<KeyScope>) => void;
  error: string | undefined;
}

/** One checkbox for each permission that a key can have. */
export function ScopeChoice({ scopes, chosen, onChoose, error }: ScopeChoiceProps) {
  const t = useText();
  const toggle = (scope: KeyScope, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(scope);
    else next.delete(scope);
    onChoose(next);
  };
  return (
    <fieldset aria-describedby={error ? "scopes-error" : undefined}>
      <legend className="mb-2 font-medium text-sm">{t("The program can")}</legend>
      <div className="grid gap-x-4 gap-y-2.5 sm:grid-cols-2">
        {scopes.map((scope) => (
          <label key={scope} htmlFor={`scope-${scope}`} className="flex items-start gap-2.5 text-sm">
            <Checkbox
              id={`scope-${scope}`}
              className="mt-0.5"
              checked={chosen.has(scope)}
              onCheckedChange={(isOn) => toggle(scope, isOn)}
            />
            <span>
              {t(scopeText(scope))}
              <span className="block font-mono text-muted-foreground text-xs">{scope}</span>
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id="scopes-error" className="mt-2 text-danger text-sm">
          {t(error)}
        </p>
      ) : null}
    </fieldset>
  );
}

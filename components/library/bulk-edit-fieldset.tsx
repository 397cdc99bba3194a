import type { ReactNode } from "react";
import { useKeyNotation } from "#notation";
import { useText } from "#text";
import { KIND_NAMES } from "@/components/samples/sample-facts";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { msg, type Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { TONICS } from "@/lib/music/keys";
import { writeKey, writeKeyBeside } from "@/lib/music/notation";
import type { BulkEditFields } from "./bulk-edit-form";

interface FieldsetProps {
  fields: BulkEditFields;
  onChange: (change: Partial<BulkEditFields>) => void;
}

type Options<Value extends string> = readonly { value: Value; label: string }[];
const UNCHANGED = { value: "", label: msg("Leave as it is") } as const;
const MEASURED = { value: "measured", label: msg("As measured") } as const;

const KINDS: Options<BulkEditFields["kind"]> = [
  UNCHANGED,
  { value: "one-shot", label: KIND_NAMES["one-shot"] },
  { value: "loop", label: KIND_NAMES.loop },
  { value: "track", label: KIND_NAMES.track },
  MEASURED,
];
const TEMPOS: Options<BulkEditFields["tempo"]> = [
  UNCHANGED,
  { value: "value", label: msg("Set to…") },
  { value: "x2", label: "× 2" },
  { value: "x1/2", label: "÷ 2" },
  { value: "x3/2", label: "× 3/2" },
  { value: "x2/3", label: "× 2/3" },
  { value: "x4/3", label: "× 4/3" },
  { value: "x3/4", label: "× 3/4" },
  { value: "none", label: msg("No tempo") },
  MEASURED,
];
const MODES = ["major", "minor"] as const;
const keys = (notation: KeyNotation, t: Text): Options<BulkEditFields["key"]> => [
  UNCHANGED,
  ...TONICS.flatMap((_, tonic) =>
    MODES.map((mode) => ({
      value: `${tonic}-${mode}` as const,
      label: `${writeKey({ tonic, mode }, notation, t)} (${writeKeyBeside({ tonic, mode }, notation, t)})`,
    })),
  ),
  { value: "none", label: msg("No key") },
  MEASURED,
];
const FAVOURITES: Options<BulkEditFields["favourite"]> = [
  UNCHANGED,
  { value: "yes", label: msg("Favourite") },
  { value: "no", label: msg("No favourite") },
];
const UNKNOWN = { value: "unknown", label: msg("Unknown") } as const;
const LICENCES: Options<BulkEditFields["licence"]> = [
  UNCHANGED,
  { value: "cc0", label: msg("CC0 (public domain)") },
  { value: "cc-by", label: "CC BY" },
  { value: "cc-by-nc", label: "CC BY-NC" },
  { value: "all-rights-reserved", label: msg("All rights reserved") },
  UNKNOWN,
];
const AI_TRAINING: Options<BulkEditFields["aiTraining"]> = [
  UNCHANGED,
  { value: "allowed", label: msg("Allowed") },
  { value: "not_allowed", label: msg("Not allowed") },
  UNKNOWN,
];

/** The fields of a bulk edit. */
export function BulkEditFieldset({ fields, onChange }: FieldsetProps) {
  const t = useText();
  const notation = useKeyNotation();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Tags label={t("Add tags")} value={fields.give} onChange={(give) => onChange({ give })} />
      <Tags label={t("Remove tags")} value={fields.remove} onChange={(remove) => onChange({ remove })} />
      <Choice label={t("Type")} options={KINDS} value={fields.kind} onChange={(kind) => onChange({ kind })} />
      <Choice label={t("Key")} options={keys(notation, t)} value={fields.key} onChange={(key) => onChange({ key })} />
      <Choice label={t("Tempo")} options={TEMPOS} value={fields.tempo} onChange={(tempo) => onChange({ tempo })}>
        {fields.tempo === "value" ? (
          <Input
            aria-label={t("Tempo in BPM")}
            inputMode="decimal"
            placeholder="BPM"
            autoComplete="off"
            value={fields.bpm}
            onChange={(event) => onChange({ bpm: event.currentTarget.value })}
            className="h-8 text-sm"
          />
        ) : null}
      </Choice>
      <Choice
        label={t("Favourite")}
        options={FAVOURITES}
        value={fields.favourite}
        onChange={(favourite) => onChange({ favourite })}
      />
      <Choice
        label={t("Licence")}
        options={LICENCES}
        value={fields.licence}
        onChange={(licence) => onChange({ licence })}
      />
      <Choice
        label={t("AI training")}
        options={AI_TRAINING}
        value={fields.aiTraining}
        onChange={(aiTraining) => onChange({ aiTraining })}
      />
    </div>
  );
}

function Tags({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const t = useText();
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden className="font-medium text-sm">
        {label}
      </span>
      <Input
        aria-label={t("{label}, with commas between them", { label })}
        placeholder="kick, punchy"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="h-8 text-sm"
      />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  options: Options<Value>;
  value: Value;
  onChange: (value: Value) => void;
  children?: ReactNode;
}

function Choice<Value extends string>({ label, options, value, onChange, children }: ChoiceProps<Value>) {
  const t = useText();
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden className="font-medium text-sm">
        {label}
      </span>
      <NativeSelect
        label={label}
        options={options.map((option) => ({ ...option, label: t(option.label) }))}
        value={value}
        onValueChange={onChange}
      />
      {children}
    </div>
  );
}

"use client";

import { useText } from "#text";
import { NativeSelect } from "@/components/ui/native-select";
import type { Wishes } from "@/lib/playlists/schema";
import { CurveEditor } from "./curve-editor";

const FREE = "free";

export interface WishesFormProps {
  wishes: Wishes;
  /** What can be pinned to an end. */
  samples: readonly { id: string; fileName: string }[];
  onChange: (wishes: Wishes) => void;
}

/** What somebody wants of an order: the curve, and what it begins and ends with. */
export function WishesForm({ wishes, samples, onChange }: WishesFormProps) {
  const t = useText();
  const options = [
    { value: FREE, label: t("Whatever fits") },
    ...samples.map(({ id, fileName }) => ({ value: id, label: fileName })),
  ];
  const pin = (value: string) => (value === FREE ? null : value);
  return (
    <div className="flex flex-col gap-4">
      <CurveEditor points={wishes.curve} onChange={(curve) => onChange({ ...wishes, curve })} />
      {(samples.length > 0 ? (["firstId", "lastId"] as const) : []).map((end) => (
        <div key={end} className="flex items-center justify-between gap-3 text-sm">
          <span className="font-medium">{end === "firstId" ? t("[in a list] First") : t("[in a list] Last")}</span>
          <NativeSelect
            label={end === "firstId" ? t("[in a list] First") : t("[in a list] Last")}
            value={wishes[end] ?? FREE}
            options={options}
            onValueChange={(value) => onChange({ ...wishes, [end]: pin(value) })}
            className="max-w-64"
          />
        </div>
      ))}
    </div>
  );
}

import { useText } from "#text";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import type { Text } from "@/lib/language/text";
import type { Sort } from "@/lib/search/schema";
import { FEW_PER_FOLDER } from "./search-address";
import { hasSound, type SearchAddress } from "./search-href";
import { SORT_LABELS } from "./sort-labels";
import { WeightSliders } from "./weight-sliders";

export interface SearchControlsProps {
  address: SearchAddress;
  onChange: (part: Partial<SearchAddress>) => void;
}

const sortOptions = (t: Text) =>
  Object.entries(SORT_LABELS).map(([value, label]) => ({ value: value as Sort, label: t(label) }));

/** The order, how many results a folder may have, and what counts in a sound. */
export function SearchControls({ address, onChange }: SearchControlsProps) {
  const t = useText();
  const few = address.perFolder ?? FEW_PER_FOLDER;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <NativeSelect
        label={t("Sort by")}
        className="w-52"
        options={sortOptions(t)}
        value={address.sort}
        onValueChange={(sort) => onChange({ sort })}
      />
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is a control. */}
      <label className="flex cursor-pointer items-center gap-2.5 text-sm">
        <Switch
          checked={address.perFolder !== null}
          onCheckedChange={(isOn) => onChange({ perFolder: isOn ? few : null })}
        />
        {t("At most {count} of each folder", { count: few })}
      </label>
      {hasSound(address) ? (
        <WeightSliders weights={address.weights} onChange={(weights) => onChange({ weights })} />
      ) : null}
    </div>
  );
}

import { useText } from "#text";
import { KeyName } from "@/components/choices/key-name";
import { Rich } from "@/components/language/rich";
import { Link } from "@/components/ui/link";
import type { CardItem } from "@/lib/gallery/schema";
import type { KeyLike } from "@/lib/music/keys";
import { GalleryList } from "./gallery-list";

export interface FittingRowProps {
  sample: { id: string; fileName: string; key: KeyLike };
  items: readonly CardItem[];
}

/** What goes with the sample that the viewer added last. */
export function FittingRow({ sample, items }: FittingRowProps) {
  const t = useText();
  return (
    <section className="pt-8">
      <h2 className="eyebrow mb-3">{t("By key for your last sample")}</h2>
      <p className="wrap-anywhere mb-3 text-muted-foreground text-sm">
        <Rich
          t={t}
          text="These go with <sample>{name}</sample>, which is in {key}."
          values={{ name: sample.fileName, key: <KeyName key="key" of={sample.key} /> }}
          parts={{
            sample: (inner) => (
              <Link href={`/samples/${sample.id}`} className="text-foreground underline underline-offset-4">
                {inner}
              </Link>
            ),
          }}
        />
      </p>
      <GalleryList label={t("By key for your last sample")} items={items} />
    </section>
  );
}

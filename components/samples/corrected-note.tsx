import { useText } from "#text";
/** Says below a corrected value what was measured. */
export function CorrectedNote({ measured }: { measured: string | null }) {
  const t = useText();
  return (
    <p className="text-muted-foreground text-xs">
      {measured === null
        ? t("Corrected by a person. Nothing was measured.")
        : t("Corrected by a person. Measured: {measured}.", { measured })}
    </p>
  );
}

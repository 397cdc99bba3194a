import { useText } from "#text";

/** The level of a sound that is too short for the standard's loudness, marked as no more than near to it. */
export function UngatedLevel({ children }: { children: string }) {
  const t = useText();
  return (
    <span title={t("Ungated: shorter than 0.4 s")}>
      <span aria-hidden>~</span>
      {children}
      <span className="sr-only"> {t("(ungated)")}</span>
    </span>
  );
}

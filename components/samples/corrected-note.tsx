/** Says below a corrected value what was measured. */
export function CorrectedNote({ measured }: { measured: string | null }) {
  return (
    <p className="text-muted-foreground text-xs">
      Corrected by a person. {measured === null ? "Nothing was measured." : `Measured: ${measured}.`}
    </p>
  );
}

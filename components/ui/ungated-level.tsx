/** The level of a sound that is too short for the standard's loudness, marked as no more than near to it. */
export function UngatedLevel({ children }: { children: string }) {
  return (
    <span title="Ungated: shorter than 0.4 s">
      <span aria-hidden>~</span>
      {children}
      <span className="sr-only"> (ungated)</span>
    </span>
  );
}

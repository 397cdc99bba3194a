import { useText } from "#text";
/** What somebody should know about a picture, such as what is missing from it. */
export function Notes({ notes }: { notes: readonly string[] }) {
  const t = useText();
  return (
    <ul aria-label={t("Notes")} aria-live="polite" className={notes.length > 0 ? "flex flex-col gap-1" : "hidden"}>
      {notes.map((note) => (
        <li key={note} className="glass-strong w-fit max-w-md rounded-md px-3 py-1.5 text-muted-foreground text-xs">
          {note}
        </li>
      ))}
    </ul>
  );
}

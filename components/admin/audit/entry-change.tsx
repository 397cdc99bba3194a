import { changesOf } from "./changes";

/** One line for each changed value, with the old value if it is known. */
export function EntryChange({ before, after }: { before: unknown; after: unknown }) {
  const changes = changesOf(before, after);
  if (changes.length === 0) return <span className="text-muted-foreground">–</span>;
  return (
    <dl className="min-w-40 max-w-72 font-mono text-xs">
      {changes.map(({ name, was, is }) => (
        <div key={name} className="flex flex-wrap gap-x-2">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="break-all">
            {was === null ? null : <del className="text-muted-foreground">{was}</del>} {is}
          </dd>
        </div>
      ))}
    </dl>
  );
}

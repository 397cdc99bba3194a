/** Stands in a card in place of a list that has no rows. */
export function EmptyNote({ children }: { children: string }) {
  return <p className="px-5 pb-5 text-muted-foreground text-sm">{children}</p>;
}

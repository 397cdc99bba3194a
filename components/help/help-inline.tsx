import { Link } from "@/components/ui/link";
import type { HelpInline } from "@/lib/help/schema";

const LINK = "text-primary underline decoration-primary/40 underline-offset-4 hover:decoration-primary";

/** Running text with its links. */
export function HelpInlines({ children }: { children: readonly HelpInline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the text of a built page does not change.
  return children.map((child, at) => <Piece key={at} piece={child} />);
}

function Piece({ piece }: { piece: HelpInline }) {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "code":
      return (
        <code className="rounded-xs bg-muted px-1 py-0.5 font-mono text-[0.88em] wrap-anywhere">{piece.text}</code>
      );
    case "strong":
      return (
        <strong className="font-semibold">
          <HelpInlines>{piece.children}</HelpInlines>
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <HelpInlines>{piece.children}</HelpInlines>
        </em>
      );
    case "link":
      return /^https?:/.test(piece.href) ? (
        <a href={piece.href} rel="noreferrer" className={LINK}>
          <HelpInlines>{piece.children}</HelpInlines>
        </a>
      ) : (
        <Link href={piece.href} className={LINK}>
          <HelpInlines>{piece.children}</HelpInlines>
        </Link>
      );
  }
}

import { useText } from "#text";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import type { HelpBlock, HelpCode, HelpHeading, HelpTable } from "@/lib/help/schema";
import { HelpInlines } from "./help-inline";

/** The body of a page of help. All of it is in the document: nothing here needs scripts. */
export function HelpBlocks({ blocks }: { blocks: readonly HelpBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the text of a built page does not change.
  return blocks.map((block, at) => <Block key={at} block={block} />);
}

function Block({ block }: { block: HelpBlock }) {
  switch (block.kind) {
    case "heading":
      return <Heading heading={block} />;
    case "paragraph":
      return (
        <p className="max-w-prose">
          <HelpInlines>{block.children}</HelpInlines>
        </p>
      );
    case "list":
      return <HelpList isOrdered={block.isOrdered} items={block.items} />;
    case "code":
      return <Code code={block} />;
    case "table":
      return <HelpTableView table={block} />;
  }
}

/** The sign behind it is its own address, to copy. */
function Heading({ heading: { level, id, text } }: { heading: HelpHeading }) {
  const t = useText();
  const Tag = level === 2 ? "h2" : "h3";
  return (
    <Tag
      id={id}
      className={cn(
        "group scroll-mt-6 font-display font-medium tracking-tight wrap-anywhere",
        level === 2 ? "mt-6 border-t pt-6 text-2xl" : "mt-4 text-lg",
      )}
    >
      {text}
      <a
        href={`#${id}`}
        aria-label={t("Link to {heading}", { heading: text })}
        className="ml-1 inline-grid size-6 place-items-center rounded-sm font-sans text-base text-muted-foreground opacity-0 hover:text-foreground focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
      >
        #
      </a>
    </Tag>
  );
}

function HelpList({ isOrdered, items }: { isOrdered: boolean; items: readonly HelpBlock[][] }) {
  const Tag = isOrdered ? "ol" : "ul";
  return (
    <Tag className={cn("flex max-w-prose flex-col gap-2 pl-5", isOrdered ? "list-decimal" : "list-disc")}>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a built page does not change.
        <li key={at} className="pl-1 marker:text-muted-foreground">
          <HelpBlocks blocks={item} />
        </li>
      ))}
    </Tag>
  );
}

function Code({ code: { text, isOutput } }: { code: HelpCode }) {
  return (
    <pre
      // Long lines scroll, also with the arrow keys.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      className={cn(
        "overflow-x-auto rounded-md border px-4 py-3 font-mono text-sm leading-relaxed",
        isOutput ? "-mt-3 border-dashed text-muted-foreground" : "bg-muted",
      )}
    >
      <code>{text}</code>
    </pre>
  );
}

function HelpTableView({ table: { head, rows } }: { table: HelpTable }) {
  return (
    <Table isFocusable className="[&_td]:min-w-28 [&_td:last-child]:min-w-56">
      <TableHeader>
        <tr>
          {head.map((cell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of a built page does not change.
            <TableHead key={at} className={at === 0 ? "pl-0" : undefined}>
              <HelpInlines>{cell}</HelpInlines>
            </TableHead>
          ))}
        </tr>
      </TableHeader>
      <TableBody>
        {rows.map(({ id, cells }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text of a built page does not change.
          <tr key={row} id={id ?? undefined} className="scroll-mt-6 target:bg-primary/10">
            {cells.map((cell, at) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: the text of a built page does not change.
                key={at}
                className={cn("px-3 py-2 align-top", at === 0 && "pl-0")}
              >
                <HelpInlines>{cell}</HelpInlines>
              </td>
            ))}
          </tr>
        ))}
      </TableBody>
    </Table>
  );
}

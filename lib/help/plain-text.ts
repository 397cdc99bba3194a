import type { HelpBlock, HelpInline, HelpPage, HelpSection } from "./schema";

/** Running text without its marks. */
export function inlineText(children: readonly HelpInline[]): string {
  return children.map((child) => ("text" in child ? child.text : inlineText(child.children))).join("");
}

/** What a block says, as one line. */
export function blockText(block: HelpBlock): string {
  switch (block.kind) {
    case "heading":
    case "code":
      return block.text.replace(/\s+/g, " ");
    case "paragraph":
      return inlineText(block.children);
    case "list":
      return block.items.map((item) => item.map(blockText).join(" ")).join(" ");
    case "table":
      return block.rows.map(({ cells }) => cells.map(inlineText).filter(Boolean).join(" · ")).join(". ");
  }
}

/** A page as its sections: what stands before the first heading, then each heading with what is below it. */
export function sectionsOf({ slug, title, blocks }: HelpPage): HelpSection[] {
  const sections: HelpSection[] = [{ address: `/docs/${slug}`, pageTitle: title, heading: null, text: "" }];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.kind === "heading")
      sections.push({ address: `/docs/${slug}#${block.id}`, pageTitle: title, heading: block.text, text: "" });
    else if (last) last.text = `${last.text} ${blockText(block)}`.trim();
  }
  return sections;
}

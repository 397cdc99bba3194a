import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { inlineText } from "@/lib/help/plain-text";
import type { HelpBlock, HelpInline } from "@/lib/help/schema";

type Tree = ReturnType<typeof fromMarkdown>;
type FlowNode = Tree["children"][number];
type PhrasingNode = Extract<FlowNode, { type: "paragraph" }>["children"][number];

/** A note to the build, `<!-- values: tempo -->`: what stands below it is completed from the code. */
export interface BuildNote {
  kind: "note";
  name: string;
  argument: string;
}

/** A page as it is written: its title, and its blocks with the notes between them. */
export interface WrittenPage {
  title: string;
  blocks: (HelpBlock | BuildNote)[];
}

const NOTE = /^<!--\s*([a-z-]+)(?::\s*(\S+))?\s*-->$/;

/**
 * Reads a page of help.
 * @throws Error if it has something that the pages cannot show, or no title
 */
export function readMarkdown(source: string): WrittenPage {
  const tree = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const [first, ...rest] = tree.children;
  if (first?.type !== "heading" || first.depth !== 1) throw new Error("a page begins with its title: # Title");
  const anchors = new Set<string>();
  return { title: inlineText(first.children.map(inlineOf)), blocks: rest.map((node) => blockOf(node, anchors)) };
}

function blockOf(node: FlowNode, anchors: Set<string>): HelpBlock | BuildNote {
  if (node.type !== "html") return shownBlock(node, anchors);
  const [, name, argument = ""] = NOTE.exec(node.value.trim()) ?? [];
  if (!name) throw new Error(`HTML is not shown: ${node.value}`);
  return { kind: "note", name, argument };
}

function shownBlock(node: FlowNode, anchors: Set<string>): HelpBlock {
  switch (node.type) {
    case "heading": {
      if (node.depth !== 2 && node.depth !== 3) throw new Error("headings below the title have ## or ###");
      const text = inlineText(node.children.map(inlineOf));
      return { kind: "heading", level: node.depth, id: freshAnchor(text, anchors), text };
    }
    case "paragraph":
      return { kind: "paragraph", children: node.children.map(inlineOf) };
    case "list": {
      const items = node.children.map((item) => item.children.map((child) => shownBlock(child, anchors)));
      return { kind: "list", isOrdered: node.ordered === true, items };
    }
    case "code":
      return codeOf(node.lang ?? "txt", node.meta ?? "", node.value);
    case "table": {
      const [head, ...rows] = node.children.map((row) => row.children.map((cell) => cell.children.map(inlineOf)));
      return { kind: "table", head: head ?? [], rows: rows.map((cells) => ({ id: null, cells })) };
    }
    default:
      throw new Error(`The pages of help cannot show a ${node.type}.`);
  }
}

/** After the language, `output`, `file="name"` or `not-run="why"`. */
function codeOf(language: string, meta: string, text: string): HelpBlock {
  const named = (name: string) => new RegExp(`(?:^| )${name}="([^"]+)"`).exec(meta)?.[1] ?? null;
  const isOutput = /(^| )output( |$)/.test(meta);
  return { kind: "code", language, text, isOutput, fileName: named("file"), notRun: named("not-run") };
}

function inlineOf(node: PhrasingNode): HelpInline {
  switch (node.type) {
    case "text":
      // A line break in the source is a space.
      return { kind: "text", text: node.value.replaceAll("\n", " ") };
    case "inlineCode":
      return { kind: "code", text: node.value };
    case "strong":
    case "emphasis":
      return { kind: node.type, children: node.children.map(inlineOf) };
    case "link":
      return { kind: "link", href: pageLink(node.url), children: node.children.map(inlineOf) };
    default:
      throw new Error(`The pages of help cannot show a ${node.type}.`);
  }
}

/** Between the files a link is `analysis.md#tempo`; between the pages it is their address. */
function pageLink(url: string): string {
  return url.replace(/^([a-z-]+)\.md(?=#|$)/, "/docs/$1");
}

function freshAnchor(text: string, anchors: Set<string>): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  let anchor = words;
  for (let copy = 2; anchors.has(anchor); copy++) anchor = `${words}-${copy}`;
  anchors.add(anchor);
  return anchor;
}

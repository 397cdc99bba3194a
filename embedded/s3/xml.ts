import { S3Error } from "./s3-error";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

type XmlContent = string | number | boolean | undefined | XmlElements | XmlElements[];
export interface XmlElements {
  [name: string]: XmlContent | (string | number)[];
}

function escapeXml(text: string): string {
  // XML 1.0 forbids control characters, but the SDK's parser reads them as references.
  return text.replace(
    /[&<>"'\p{Cc}\ufffe\uffff]/gu,
    (character) => entities[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}

/** `{ A: { B: [1, 2] } }` → `<A><B>1</B><B>2</B></A>`. Leaves out undefined. */
function toXml(elements: XmlElements): string {
  let text = "";
  for (const [name, content] of Object.entries(elements)) {
    for (const item of Array.isArray(content) ? content : [content]) {
      if (item === undefined) continue;
      text += `<${name}>${typeof item === "object" ? toXml(item) : escapeXml(String(item))}</${name}>`;
    }
  }
  return text;
}

export function xmlDocument(root: string, content: XmlElements, namespace = true): string {
  const attribute = namespace ? ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"' : "";
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${toXml(content)}</${root}>`;
}

export function xmlResponse(root: string, content: XmlElements): Response {
  return new Response(xmlDocument(root, content), { headers: { "content-type": "application/xml" } });
}

export interface XmlNode {
  name: string;
  text: string;
  children: XmlNode[];
}

const TOKEN =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const MAX_DEPTH = 8;

/** Reads the small documents that clients send. Refuses DTDs, custom entities and deep nesting. */
export function parseXml(source: string): XmlNode {
  const top: XmlNode = { name: "", text: "", children: [] };
  const open: XmlNode[] = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    const current = open.at(-1);
    if (!match || !current || open.length > MAX_DEPTH) throw malformed();
    const [token, closing, name, , selfClosing] = match;
    if (name === undefined) {
      if (!token.startsWith("<")) current.text += unescapeXml(token);
    } else if (closing) {
      if (current.name !== name || open.length === 1) throw malformed();
      open.pop();
    } else {
      const node: XmlNode = { name, text: "", children: [] };
      current.children.push(node);
      if (!selfClosing) open.push(node);
    }
  }
  const root = top.children[0];
  if (open.length !== 1 || top.children.length !== 1 || !root || top.text.trim()) throw malformed();
  return root;
}

export function childText(node: XmlNode, name: string): string | undefined {
  return node.children.find((child) => child.name === name)?.text;
}

function unescapeXml(text: string): string {
  return text.replace(/&([^;&]{1,10});?/g, (reference, name: string) => {
    if (!reference.endsWith(";")) throw malformed();
    const numeric = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    if (!numeric) {
      const character = names[name];
      if (character === undefined) throw malformed();
      return character;
    }
    const codePoint = numeric[1] ? Number.parseInt(numeric[1], 16) : Number(numeric[2]);
    if (codePoint > 0x10ffff) throw malformed();
    return String.fromCodePoint(codePoint);
  });
}

function malformed(): S3Error {
  return new S3Error("MalformedXML", "The XML you provided was not well-formed or did not validate.");
}

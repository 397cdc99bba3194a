const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const SPECIAL = /[&<>"']/g;

/** A text as it stands in XML or HTML, between tags or in quotes. */
export const escapeMarkup = (text: string): string => text.replace(SPECIAL, (character) => ENTITIES[character] ?? "");

type Attributes = Readonly<Record<string, string>>;

/** What is in an element: a text, which is escaped, or other elements. */
export type XmlContent = string | readonly XmlElement[];
export interface XmlElement {
  readonly xml: string;
}

export function element(name: string, content: XmlContent = [], attributes: Attributes = {}): XmlElement {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
  const inner = typeof content === "string" ? escapeMarkup(content) : content.map(({ xml }) => xml).join("");
  return { xml: inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>` };
}

export const xmlDocument = ({ xml }: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;

import { parseSync } from "oxc-parser";

/** A text of the source. */
export interface Found {
  text: string;
  line: number;
}

export interface TextsInSource {
  /** What `t`, `msg` and `Rich` are given: these must be in every dictionary. */
  keys: Found[];
  /** What a person may read and no dictionary can reach. */
  raw: Found[];
}

// biome-ignore lint/suspicious/noExplicitAny: the nodes of a syntax tree have as many shapes as the language.
type Node = any;

/** What stands in these attributes is read, by eye or by a screen reader. */
const READ_ATTRIBUTES =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|label|alt|placeholder|description|caption|hint|heading|summary|empty|text|unit|name|note|message|action|[a-z]+(Label|Title|Text|Hint|Description|Message))$/;
/** Single words in them are mostly names for the program. */
const NAME_ATTRIBUTES = /^(name|unit|action)$/;
/** Signs, names and units that are the same in every language. */
const SAME_EVERYWHERE =
  /^(SampleMind|BPM|Hz|kHz|dB|dBFS|dBTP|LUFS|LU|ms|MIDI|API|JSON|CSV|ZIP|WAV|FLAC|MP3|ID3|RSS|URL|Camelot|Open Key|ISRC|CC0|CC BY|CC BY-NC|M\/S|L\/R|Esc|Enter|Tab|Space|Ctrl|Shift|Alt|OK|PDF|XML|M3U8?|Rekordbox|rekordbox|Traktor|UTC|GitHub|Google|Discord|mono|stereo|vs\.?)$/;
/** Alone, or with numbers and signs around: `12 BPM ·`. */
const isSameEverywhere = (words: string) =>
  SAME_EVERYWHERE.test(words) || words.split(/[^\p{L}]+/u).every((word) => word === "" || SAME_EVERYWHERE.test(word));
const LETTERS = /\p{L}{2}/u;
/** A sentence or a phrase, as opposed to a class name, an address or a name in the program. */
const SENTENCE = /^[A-Z“][\p{L}’'-]*[,:]? (?:[\p{L}\d“(].*)$/su;
const WORD = /^[A-Z][a-z]+$/;
const NOT_READ_CALLS = /^(Error|AppError|RangeError|TypeError|SyntaxError|DOMException|RegExp)$/;
const MARKS = new Set(["t", "msg"]);

/** Finds the texts of one file. `isRead` is false where nothing is shown, such as in `lib`: then only keys are found. */
export function textsIn(path: string, source: string, isRead: boolean): TextsInSource {
  const starts = lineStarts(source);
  const found: TextsInSource = { keys: [], raw: [] };
  const line = (node: Node) => lineAt(starts, node.start);
  const key = (text: string, node: Node) => found.keys.push({ text, line: line(node) });
  const raw = (text: string, node: Node) => {
    const words = text.trim().replace(/\s+/g, " ");
    if (isRead && LETTERS.test(words) && !isSameEverywhere(words)) found.raw.push({ text: words, line: line(node) });
  };

  const visit = (node: Node, place: "code" | "child" | "attribute"): void => {
    if (node === null || typeof node !== "object") return;
    if (Array.isArray(node)) {
      for (const one of node) visit(one, place);
      return;
    }
    switch (node.type) {
      case "CallExpression": {
        if (visitMarked(node)) return;
        break;
      }
      case "NewExpression":
        if (NOT_READ_CALLS.test(node.callee.name ?? "")) return;
        break;
      case "TaggedTemplateExpression":
        if (node.tag.name === "msg") {
          key(template(node.quasi), node);
          visit(node.quasi.expressions, "code");
          return;
        }
        if (node.tag.name === "sql") return;
        break;
      case "ImportDeclaration":
      case "ExportAllDeclaration":
      case "TSLiteralType":
      case "TSTypeAliasDeclaration":
      case "TSInterfaceDeclaration":
        return;
      case "JSXElement": {
        visitElement(node);
        return;
      }
      case "JSXFragment":
        visit(node.children, "child");
        return;
      case "JSXText":
        raw(node.value, node);
        return;
      case "Literal":
        if (typeof node.value === "string" && looksRead(node.value, place)) raw(node.value, node);
        return;
      case "TemplateLiteral":
        if (looksRead(template(node).replace(/\{\d\}/g, "x"), place) && LETTERS.test(quasis(node)))
          raw(template(node), node);
        visit(node.expressions, "code");
        return;
      case "ConditionalExpression":
        visit(node.test, "code");
        visit([node.consequent, node.alternate], place);
        return;
      case "LogicalExpression":
        visit([node.left, node.right], place);
        return;
      case "JSXExpressionContainer":
        visit(node.expression, place);
        return;
      case "BinaryExpression": {
        if (node.operator !== "+") {
          const others = [node.left, node.right].filter(({ type }) => type !== "Literal");
          visit(others, "code");
          return;
        }
        visit([node.left, node.right], place);
        return;
      }
      case "Property":
        if (node.key.type === "Identifier" && READ_ATTRIBUTES.test(node.key.name) && node.value.type === "Literal") {
          if (isAttributeText(node.key.name, node.value.value)) raw(node.value.value, node.value);
          return;
        }
        visit(node.value, "code");
        return;
      default:
    }
    for (const [name, value] of Object.entries(node)) if (name !== "type") visit(value, "code");
  };

  const visitMarked = (node: Node): boolean => {
    const { callee, arguments: given } = node;
    const isCount =
      callee.type === "MemberExpression" && callee.object.name === "t" && callee.property.name === "count";
    if (isCount) {
      for (const text of literals(given[2])) key(text, node);
      visit([given[0], ...given.slice(3)], "code");
      return true;
    }
    if (!MARKS.has(callee.name)) return false;
    for (const text of literals(given[0])) key(text, node);
    visit(given.slice(1), "code");
    if (given[0]?.type === "CallExpression") visit(given[0], "code");
    return true;
  };

  const visitElement = (node: Node): void => {
    const name = node.openingElement.name.name;
    for (const attribute of node.openingElement.attributes) {
      if (attribute.type !== "JSXAttribute") {
        visit(attribute.argument, "code");
        continue;
      }
      const attributeName = jsxName(attribute.name);
      const { value } = attribute;
      if (name === "Rich" && attributeName === "text") {
        const given = value?.type === "JSXExpressionContainer" ? value.expression : value;
        for (const text of literals(given)) key(text, attribute);
      } else if (READ_ATTRIBUTES.test(attributeName)) {
        if (value?.type === "Literal") {
          if (isAttributeText(attributeName, value.value)) raw(value.value, value);
        } else visit(value, NAME_ATTRIBUTES.test(attributeName) ? "code" : "attribute");
      } else visit(value, "code");
    }
    if (name === "style" || name === "script" || name === "code" || name === "kbd") return;
    for (const child of node.children) visit(child, "child");
  };

  visit(parseSync(path, source).program, "code");
  return found;
}

const isAttributeText = (name: string, value: unknown) =>
  typeof value === "string" && (SENTENCE.test(value) || (!NAME_ATTRIBUTES.test(name) && /^[A-Z]/.test(value)));

function looksRead(text: string, place: "code" | "child" | "attribute"): boolean {
  if (place === "child") return LETTERS.test(text);
  if (place === "attribute") return SENTENCE.test(text) || WORD.test(text) || / /.test(text.trim());
  return SENTENCE.test(text);
}

/** The strings that an argument can be. */
function literals(node: Node): string[] {
  if (!node) return [];
  if (node.type === "Literal") return typeof node.value === "string" ? [node.value] : [];
  if (node.type === "TemplateLiteral") return node.expressions.length === 0 ? [template(node)] : [];
  if (node.type === "ConditionalExpression") return [...literals(node.consequent), ...literals(node.alternate)];
  if (node.type === "CallExpression" && node.callee.name === "msg") return literals(node.arguments[0]);
  if (node.type === "LogicalExpression") return [...literals(node.left), ...literals(node.right)];
  return [];
}

const template = (node: Node): string =>
  node.quasis.map((quasi: Node, index: number) => (index === 0 ? "" : `{${index - 1}}`) + quasi.value.cooked).join("");
const quasis = (node: Node): string => node.quasis.map((quasi: Node) => quasi.value.cooked).join(" ");
const jsxName = (name: Node): string => (name.type === "JSXNamespacedName" ? "" : name.name);

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Groups that are known by whole words. */
const WORDS: Readonly<Record<string, string>> = {
  display: "block inline inline-block flex inline-flex grid inline-grid table table-cell flow-root contents hidden",
  position: "static fixed absolute relative sticky",
  visibility: "visible invisible",
  case: "uppercase lowercase capitalize normal-case",
  "sr-only": "sr-only not-sr-only",
  "text-overflow": "truncate text-ellipsis text-clip",
  "text-align": "text-left text-center text-right text-start text-end",
  "text-wrap": "text-wrap text-nowrap text-balance text-pretty",
  "font-family": "font-sans font-display font-mono",
  "table-layout": "table-auto table-fixed",
  "flex-direction": "flex-row flex-row-reverse flex-col flex-col-reverse",
  "flex-wrap": "flex-wrap flex-nowrap flex-wrap-reverse",
  "border-collapse": "border-collapse border-separate",
  line: "underline overline line-through no-underline",
  "object-fit": "object-contain object-cover object-fill object-none object-scale-down",
  "divide-y": "divide-y",
  "divide-x": "divide-x",
  "contain-layout": "contain-layout",
  "contain-style": "contain-style",
  "touch-x": "touch-pan-x",
  "touch-y": "touch-pan-y",
  rounded: "rounded",
  border: "border",
  "border-x": "border-x",
  "border-y": "border-y",
  "border-t": "border-t",
  "border-r": "border-r",
  "border-b": "border-b",
  "border-l": "border-l",
  outline: "outline",
  ring: "ring",
  resize: "resize",
  transition: "transition",
  shrink: "shrink",
  grow: "grow",
};

const GROUP_OF = new Map(
  Object.entries(WORDS).flatMap(([group, words]) => words.split(" ").map((word) => [word, group] as const)),
);

/** Beginnings behind which a value may have several words, or stand for one of several properties. */
const BEGINNING =
  /^(text|bg|border(?:-[xytrbl])?|outline|ring|inset-ring|fill|stroke|decoration|divide|shadow|ease|animate|cursor|whitespace)-(.+)$/;
const WIDTH = /^(\d|\[\d)/;
const STYLE = /^(solid|dashed|dotted|double|wavy|hidden)$/;

/** What a value is of, where one beginning stands for several properties. */
function groupOfValue(beginning: string, value: string): string {
  switch (beginning) {
    case "text":
      return /^(\d?x[sl]|sm|base|lg|\[\d.*)$/.test(value) ? "font-size" : "text-colour";
    case "bg":
      if (value.startsWith("[length:")) return "bg-size";
      return value.startsWith("[linear-gradient") ? "bg-image" : "bg-colour";
    case "outline":
      if (value.startsWith("offset-")) return "outline-offset";
      return value === "none" ? "outline-style" : WIDTH.test(value) ? "outline" : "outline-colour";
    case "stroke":
      return WIDTH.test(value) ? "stroke-width" : "stroke-colour";
    case "ring":
    case "inset-ring":
    case "decoration":
      return WIDTH.test(value) ? beginning : STYLE.test(value) ? `${beginning}-style` : `${beginning}-colour`;
    case "divide":
      return "divide-colour";
    default:
      if (!beginning.startsWith("border")) return beginning;
      if (STYLE.test(value)) return "border-style";
      return WIDTH.test(value) ? beginning : `${beginning}-colour`;
  }
}

/** The group of a class without its conditions: what it sets. Null if it is none of Tailwind's, or stands alone. */
export function groupOf(utility: string): string | null {
  const word = GROUP_OF.get(utility);
  if (word) return word;
  if (utility.startsWith("[")) return /^\[([\w-]+):/.exec(utility)?.[0] ?? null;
  const positive = utility.startsWith("-") ? utility.slice(1) : utility;
  const [, beginning, value] = BEGINNING.exec(positive) ?? [];
  if (beginning && value) return groupOfValue(beginning, value);
  // "justify-self-start", "gap-x-2", "grid-cols-(--columns)": the value is what stands behind the last dash.
  const end = positive.search(/-[^-([]*$|-[([]/);
  return end > 0 ? positive.slice(0, end) : null;
}

const SIDES = (name: string) => `${name}x ${name}y ${name}t ${name}r ${name}b ${name}l`;

/** What a group sets besides itself. */
const COVERED: Readonly<Record<string, string>> = {
  p: SIDES("p"),
  px: "pl pr",
  py: "pt pb",
  m: SIDES("m"),
  mx: "ml mr",
  my: "mt mb",
  inset: "inset-x inset-y top right bottom left",
  "inset-x": "left right",
  "inset-y": "top bottom",
  size: "w h",
  gap: "gap-x gap-y",
  overflow: "overflow-x overflow-y",
  "font-size": "leading",
  "line-clamp": "display overflow",
  flex: "basis grow shrink",
  border: SIDES("border-"),
  "border-colour": SIDES("border-").replace(/\S+/g, "$&-colour"),
  "border-x": "border-l border-r",
  "border-y": "border-t border-b",
  rounded: "rounded-t rounded-r rounded-b rounded-l",
  translate: "translate-x translate-y",
  touch: "touch-x touch-y",
  "touch-x": "touch",
  "touch-y": "touch",
};

/** All groups that a class of this group sets. */
export const setBy = (group: string): readonly string[] => [group, ...(COVERED[group]?.split(" ") ?? [])];

import { Fragment, type ReactNode } from "react";
import type { Text } from "@/lib/language/text";

interface RichProps {
  t: Text;
  /** In English: `by <artist>{name}</artist>, {date}`. */
  text: string;
  values?: Readonly<Record<string, ReactNode>>;
  /** What stands round the words between `<name>` and `</name>`. */
  parts?: Readonly<Record<string, (inner: ReactNode) => ReactNode>>;
}

const PART = /<(\w+)>(.*?)<\/\1>/s;
const PLACE = /\{(\w+)\}/;

/** A sentence with links, or other elements, in the order that the language has them. */
export function Rich({ t, text, values = {}, parts = {} }: RichProps) {
  return <>{partsOf(t.template(text), { values, parts })}</>;
}

type Fillings = Required<Pick<RichProps, "values" | "parts">>;

/** The sentence is cut before values are filled in, so that nothing in a value is read as a part. */
function partsOf(sentence: string, { values, parts }: Fillings): ReactNode {
  const match = PART.exec(sentence);
  if (!match) return filled(sentence, values);
  const [whole, name = "", inner = ""] = match;
  const around = parts[name] ?? ((children: ReactNode) => children);
  return (
    <>
      {filled(sentence.slice(0, match.index), values)}
      {around(filled(inner, values))}
      {partsOf(sentence.slice(match.index + whole.length), { values, parts })}
    </>
  );
}

function filled(words: string, values: Fillings["values"]): ReactNode {
  const pieces = words.split(PLACE);
  // Every other piece is the name of a value. They never change their order while a page stands.
  return pieces.map((piece, index) => {
    const value = index % 2 === 1 ? (values[piece] ?? `{${piece}}`) : piece;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence.
    return <Fragment key={index}>{value}</Fragment>;
  });
}

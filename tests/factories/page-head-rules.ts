import { isAbsolute, isRfc3339, isText } from "./published-rules";

/** Checks of what other programs read in a page's head, written from the published rules. Each returns what is wrong. */

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
const unescaped = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

type Attributes = Readonly<Record<string, string>>;
const attributesOf = (tag: string): Attributes =>
  Object.fromEntries(
    [...tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      unescaped(value),
    ]),
  );

export interface Head {
  /** By name or property, in their order. */
  meta: ReadonlyMap<string, readonly string[]>;
  links: readonly Attributes[];
  /** What stands in scripts for searching programs. */
  data: readonly Record<string, unknown>[];
  language: string;
}

/** The head of a page as it is sent: no script has run. */
export function headOf(html: string): Head {
  const meta = new Map<string, string[]>();
  for (const [tag] of html.matchAll(/<meta\s[^>]*>/g)) {
    const { name, property, content } = attributesOf(tag);
    const key = property ?? name;
    if (key !== undefined && content !== undefined) meta.set(key, [...(meta.get(key) ?? []), content]);
  }
  const scripts = html.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>([^<]*)<\/script>/g);
  return {
    meta,
    links: [...html.matchAll(/<link\s[^>]*>/g)].map(([tag]) => attributesOf(tag)),
    data: [...scripts].map(([, text = ""]) => JSON.parse(text) as Record<string, unknown>),
    language: /<html[^>]*\slang="([^"]*)"/.exec(html)?.[1] ?? "",
  };
}

/** The types of https://ogp.me that are ours, and the properties that belong to them. */
const TYPES: Readonly<Record<string, string>> = { website: "", profile: "profile:", "music.song": "music:" };
const IMAGE_TYPES = /^image\/(png|jpeg|webp|gif)$/;
const isCount = (text: string | undefined) => /^[1-9]\d*$/.test(text ?? "");

/** https://ogp.me: the four properties that everything has, two that others show, and what is said of a picture and of a song. */
export function wrongInOpenGraph({ meta, links }: Head): string[] {
  const errors: string[] = [];
  const only = (name: string) => {
    const all = meta.get(name) ?? [];
    if (all.length > 1) errors.push(`${name} ${all.length} times`);
    return all[0];
  };
  for (const name of ["og:title", "og:type", "og:url", "og:site_name", "og:description"])
    if (!isText(only(name))) errors.push(`no ${name}`);
  const type = only("og:type") ?? "";
  if (!Object.hasOwn(TYPES, type)) errors.push(`og:type: ${type}`);
  const foreign = [...meta.keys()].filter((name) => /^(music|profile|article|video|book):/.test(name));
  for (const name of foreign) if (!TYPES[type] || !name.startsWith(TYPES[type])) errors.push(`${name} of a ${type}`);
  if (!isAbsolute(only("og:url"))) errors.push("og:url is not absolute");
  const canonical = links.filter(({ rel }) => rel === "canonical");
  if (canonical.length !== 1 || canonical[0]?.href !== only("og:url")) errors.push("the canonical address is another");
  errors.push(...wrongInPictures(meta));
  if (type === "music.song") {
    if (!isCount(only("music:duration"))) errors.push(`music:duration: ${only("music:duration")}`);
    for (const musician of meta.get("music:musician") ?? [])
      if (!isAbsolute(musician)) errors.push("a musician who is no address");
  }
  return errors;
}

function wrongInPictures(meta: Head["meta"]): string[] {
  const images = meta.get("og:image") ?? [];
  const errors = images.length === 0 ? ["no og:image"] : [];
  for (const image of images) if (!isAbsolute(image)) errors.push(`og:image: ${image}`);
  for (const name of ["width", "height", "alt", "type"]) {
    const values = meta.get(`og:image:${name}`) ?? [];
    if (values.length !== images.length) errors.push(`og:image:${name} of ${values.length} of ${images.length}`);
    const isRight = { width: isCount, height: isCount, alt: isText, type: (text: string) => IMAGE_TYPES.test(text) }[
      name
    ];
    for (const value of values) if (!isRight?.(value)) errors.push(`og:image:${name}: ${value}`);
  }
  return errors;
}

/** The cards of X: https://developer.x.com/en/docs/x-for-websites/cards */
export function wrongInCard({ meta }: Head): string[] {
  const errors: string[] = [];
  const [card = ""] = meta.get("twitter:card") ?? [];
  if (!["summary", "summary_large_image", "player"].includes(card)) errors.push(`twitter:card: ${card}`);
  for (const name of ["twitter:title", "twitter:description"])
    if (!isText(meta.get(name)?.[0])) errors.push(`no ${name}`);
  for (const image of meta.get("twitter:image") ?? []) if (!isAbsolute(image)) errors.push("twitter:image");
  if (card === "summary_large_image" && !meta.has("twitter:image")) errors.push("a large card without a picture");
  const hasPlayer = [...meta.keys()].some((name) => name.startsWith("twitter:player"));
  if (hasPlayer !== (card === "player")) errors.push("a player without its card, or the other way round");
  return errors;
}

/** ISO 8601, as schema.org has lengths: at least a second. */
const LENGTH = /^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/;
type Thing = Record<string, unknown>;

/** https://schema.org, and what Google wants of each: absolute addresses, dates and lengths of ISO 8601. */
export function wrongInData(data: readonly Thing[]): string[] {
  return data.flatMap((thing) => [
    ...(thing["@context"] === "https://schema.org" ? [] : ["no context"]),
    ...wrongInThing(thing),
  ]);
}

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...Object.fromEntries(
    ["@id", "url", "image", "license", "contentUrl", "embedUrl"].map((name) => [name, (value) => isAbsolute(value)]),
  ),
  ...Object.fromEntries(["datePublished", "dateModified", "uploadDate"].map((name) => [name, isRfc3339])),
  ...Object.fromEntries(["name", "description"].map((name) => [name, isText])),
  duration: (value) => LENGTH.test(String(value)) && value !== "PT0S",
  encodingFormat: (value) => /^audio\/[\w.+-]+$/.test(String(value)),
  keywords: (value) => Array.isArray(value) && value.every(isText),
};
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  MusicRecording: ["name", "url", "duration", "datePublished", "image", "audio"],
  AudioObject: ["name", "duration", "uploadDate"],
  Person: ["name", "url"],
  ProfilePage: ["mainEntity"],
};

function wrongInThing(thing: Thing): string[] {
  const type = String(thing["@type"]);
  const needed = NEEDED[type];
  if (!needed) return [`@type: ${type}`];
  const errors = needed.filter((name) => thing[name] === undefined).map((name) => `${type} without ${name}`);
  for (const [name, value] of Object.entries(thing)) {
    if (name === "@context" || name === "@type") continue;
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      errors.push(...wrongInThing(value as Thing));
    else if (!CHECKS[name]) errors.push(`${type} has no ${name}`);
    else if (!CHECKS[name]?.(value)) errors.push(`${type}.${name}: ${value}`);
  }
  if (type === "AudioObject" && !thing.contentUrl && !thing.embedUrl) errors.push("nothing to hear");
  return errors;
}

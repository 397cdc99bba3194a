import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { type FileTrack, relativePaths } from "./file-track";
import { writeM3u8 } from "./m3u8";
import { writeRekordbox } from "./rekordbox";
import { writeTraktor } from "./traktor";

const track = (id: string, fileName: string, more: Partial<FileTrack> = {}): FileTrack => ({
  ...{ id, fileName, sizeBytes: 4_000_000, createdAt: "2026-01-02T03:04:05.000Z", isInArchive: true },
  ...{ durationSeconds: 180.4, bpm: 124, key: { tonic: 9, mode: "minor" }, container: "wav", sampleRateHz: 44_100 },
  ...{ bitsPerSecond: 1_411_200, firstBeatSeconds: 0.25, beatsPerBar: 4 },
  ...{ artist: "A & B", title: "<One>", album: null, genre: null },
  ...more,
});
const bare: Partial<FileTrack> = {
  ...{ durationSeconds: null, bpm: null, key: null, container: null, sampleRateHz: null, bitsPerSecond: null },
  ...{ firstBeatSeconds: null, artist: null, title: null, isInArchive: false },
};
const set = {
  name: "Set: one",
  folder: "",
  tracks: [track("1", "same.wav", bare), track("2", "same.wav"), track("3", "Same.WAV"), track("4", "ATTRIBUTION.txt")],
};

interface Rule {
  /** Attributes, each with what its value looks like; those with `?` may be left out. */
  attributes: Record<string, RegExp>;
  /** Elements in it, in this order; `?` once or not at all, `*` any number of times. */
  children?: readonly string[];
}

type Node = Record<string, unknown> & { ":@"?: Record<string, string> };

/** What of the file is against the rules. */
function faultsOf(text: string, root: string, rules: Record<string, Rule>): string[] {
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "" });
  const nodes = (parser.parse(text) as Node[]).filter((node) => !("?xml" in node));
  return nodes.flatMap((node) => (root in node ? check(node, root, rules, root) : [`the root is not ${root}`]));
}

function check(node: Node, name: string, rules: Record<string, Rule>, path: string): string[] {
  const rule = rules[`${path}`] ?? rules[name];
  if (!rule) return [`${path} is not known`];
  const attributes = node[":@"] ?? {};
  const faults: string[] = [];
  for (const [given, pattern] of Object.entries(rule.attributes)) {
    const value = attributes[given.replace("?", "")];
    if (value === undefined ? !given.endsWith("?") : !pattern.test(value)) faults.push(`${path} ${given}=${value}`);
  }
  for (const given of Object.keys(attributes))
    if (!(given in rule.attributes) && !(`${given}?` in rule.attributes)) faults.push(`${path} ${given} is not known`);
  const children = (node[name] as Node[]).filter((child) => !("#text" in child));
  const names = children.map((child) => Object.keys(child).find((key) => key !== ":@") ?? "");
  const order = new RegExp(
    `^${(rule.children ?? []).map((one) => `(?:${one.replace(/[?*]$/, "")},)${/[?*]$/.exec(one)?.[0] ?? ""}`).join("")}$`,
  );
  if (!order.test(names.map((one) => `${one},`).join(""))) faults.push(`${path} has ${names.join()}`);
  return [...faults, ...children.flatMap((child, at) => check(child, names[at] ?? "", rules, `${path}/${names[at]}`))];
}

const any = /.*/s;
const whole = /^\d+$/;
const decimal = /^\d+(\.\d+)?$/;

// "rekordbox XML format list", version 1.0.0, which AlphaTheta publishes for developers (xml_format_list.pdf).
const REKORDBOX: Record<string, Rule> = {
  DJ_PLAYLISTS: { attributes: { Version: /^1\.0\.0$/ }, children: ["PRODUCT", "COLLECTION", "PLAYLISTS"] },
  PRODUCT: { attributes: { Name: any, Version: any, Company: any } },
  COLLECTION: { attributes: { Entries: whole }, children: ["TRACK*"] },
  "DJ_PLAYLISTS/COLLECTION/TRACK": {
    attributes: {
      TrackID: whole,
      Location: /^file:\/\/localhost\/[^ <>"\\]+$/,
      "Name?": any,
      "Artist?": any,
      "Album?": any,
      "Genre?": any,
      "Kind?": /^(WAV|AIFF|FLAC|MP3|M4A|AAC|OGG) File$/,
      "Size?": whole,
      "TotalTime?": whole,
      "AverageBpm?": decimal,
      "DateAdded?": /^\d{4}-\d\d-\d\d$/,
      "BitRate?": whole,
      "SampleRate?": decimal,
      "Tonality?": any,
    },
    children: ["TEMPO*", "POSITION_MARK*"],
  },
  TEMPO: { attributes: { Inizio: decimal, Bpm: decimal, Metro: /^\d+\/\d+$/, Battito: /^[1-9]$/ } },
  PLAYLISTS: { attributes: {}, children: ["NODE"] },
  "DJ_PLAYLISTS/PLAYLISTS/NODE": { attributes: { Type: /^0$/, Name: /^ROOT$/, Count: whole }, children: ["NODE*"] },
  "DJ_PLAYLISTS/PLAYLISTS/NODE/NODE": {
    attributes: { Type: /^1$/, Name: any, KeyType: /^[01]$/, Entries: whole },
    children: ["TRACK*"],
  },
  "DJ_PLAYLISTS/PLAYLISTS/NODE/NODE/TRACK": { attributes: { Key: whole } },
};

// NML has no official schema. These are the rules of version 19 in the one that the traktor-nml-utils project derived
// from what Traktor writes, as far as a playlist needs them.
const traktorDir = /^\/:([^/:]+\/:)*$/;
const NML: Record<string, Rule> = {
  NML: {
    attributes: { VERSION: /^19$/ },
    children: ["HEAD", "MUSICFOLDERS", "COLLECTION", "SETS", "PLAYLISTS", "INDEXING"],
  },
  HEAD: { attributes: { COMPANY: /^www\.native-instruments\.com$/, PROGRAM: /^Traktor/ } },
  MUSICFOLDERS: { attributes: {} },
  COLLECTION: { attributes: { ENTRIES: whole }, children: ["ENTRY*"] },
  "NML/COLLECTION/ENTRY": {
    attributes: { "MODIFIED_DATE?": /^\d{4}\/\d\d?\/\d\d?$/, "TITLE?": any, "ARTIST?": any },
    children: ["LOCATION", "ALBUM?", "INFO?", "TEMPO?", "LOUDNESS?", "MUSICAL_KEY?", "CUE_V2*"],
  },
  LOCATION: { attributes: { DIR: traktorDir, FILE: /^[^/:]+$/, VOLUME: any, VOLUMEID: any } },
  ALBUM: { attributes: { "TITLE?": any } },
  INFO: {
    attributes: {
      "BITRATE?": whole,
      "GENRE?": any,
      "PLAYTIME?": whole,
      "PLAYTIME_FLOAT?": decimal,
      "IMPORT_DATE?": /^\d{4}\/\d\d?\/\d\d?$/,
      "FILESIZE?": whole,
    },
  },
  TEMPO: { attributes: { BPM: decimal, BPM_QUALITY: decimal } },
  MUSICAL_KEY: { attributes: { VALUE: /^(1?\d|2[0-3])$/ } },
  CUE_V2: {
    attributes: {
      ...{ NAME: any, DISPL_ORDER: whole, TYPE: /^[0-5]$/, START: decimal, LEN: decimal },
      ...{ REPEATS: /^-?\d+$/, HOTCUE: /^(-1|[0-7])$/ },
    },
  },
  SETS: { attributes: { ENTRIES: whole } },
  PLAYLISTS: { attributes: {}, children: ["NODE"] },
  "NML/PLAYLISTS/NODE": { attributes: { TYPE: /^FOLDER$/, NAME: /^\$ROOT$/ }, children: ["SUBNODES"] },
  SUBNODES: { attributes: { COUNT: whole }, children: ["NODE*"] },
  NODE: { attributes: { TYPE: /^PLAYLIST$/, NAME: any }, children: ["PLAYLIST"] },
  PLAYLIST: { attributes: { ENTRIES: whole, TYPE: /^LIST$/, UUID: /^[0-9a-f]{32}$/ }, children: ["ENTRY*"] },
  ENTRY: { attributes: {}, children: ["PRIMARYKEY"] },
  PRIMARYKEY: { attributes: { TYPE: /^TRACK$/, KEY: /^[^/]*(\/:[^/:]+)+$/ } },
  INDEXING: { attributes: {} },
};

describe("a list for another program", () => {
  it("is written as its program publishes it, of full tracks, bare ones, and none", () => {
    for (const folder of ["", "/Users/ada", "C:\\Music"])
      for (const tracks of [set.tracks, []]) {
        expect(faultsOf(writeRekordbox({ ...set, folder, tracks }), "DJ_PLAYLISTS", REKORDBOX)).toEqual([]);
        expect(faultsOf(writeTraktor({ ...set, folder, tracks }), "NML", NML)).toEqual([]);
      }
  });

  it("is M3U as RFC 8216 has the tags: one that says it is, and one before each address", () => {
    const [first, name, ...rest] = writeM3u8(set).trimEnd().split("\n");
    expect([first, name]).toEqual(["#EXTM3U", "#PLAYLIST:Set: one"]);
    expect(rest).toHaveLength(2 * set.tracks.length);
    for (const [at, line] of rest.entries())
      expect(line).toMatch(at % 2 === 0 ? /^#EXTINF:-?\d+(\.\d+)?,.+$/ : /^[^#].+$/);
  });

  it("names files as the ZIP of the set does, and what that has not last", () => {
    expect(relativePaths(set)).toEqual([
      "Set_ one/same (3).wav",
      "Set_ one/same.wav",
      "Set_ one/Same (2).WAV",
      "Set_ one/ATTRIBUTION (2).txt",
    ]);
  });
});

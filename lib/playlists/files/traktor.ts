import { createHash } from "node:crypto";
import { pitchClass } from "@/lib/music/notation";
import { type FileSet, type FileTrack, folderParts, relativePaths, titleOf } from "./file-track";
import { document, element } from "./xml";

/** The grid's marker, among the kinds of cue points. */
const GRID_CUE = 4;
const MINOR_KEYS_FROM = 12;

interface Place {
  VOLUME: string;
  /** `/:Music/:Set/:` */
  DIR: string;
  FILE: string;
}

/** A playlist for Traktor: NML version 19, with the tracks, their grids and one list. */
export function writeTraktor(set: FileSet): string {
  const paths = relativePaths(set);
  const places = paths.map((path) => placeOf(set.folder, path));
  const keys = places.map(({ VOLUME, DIR, FILE }) =>
    element("ENTRY", {}, [element("PRIMARYKEY", { TYPE: "TRACK", KEY: `${VOLUME}${DIR}${FILE}` })]),
  );
  const uuid = createHash("md5")
    .update(`${set.name}\n${set.tracks.map(({ id }) => id).join()}`)
    .digest("hex");
  const list = element("PLAYLIST", { ENTRIES: keys.length, TYPE: "LIST", UUID: uuid }, keys);
  const node = element("NODE", { TYPE: "PLAYLIST", NAME: set.name }, [list]);
  const root = element("NODE", { TYPE: "FOLDER", NAME: "$ROOT" }, [element("SUBNODES", { COUNT: 1 }, [node])]);
  const entries = set.tracks.flatMap((track, index) => {
    const place = places[index];
    return place ? [entryOf(track, place)] : [];
  });
  return document(
    element("NML", { VERSION: 19 }, [
      element("HEAD", { COMPANY: "www.native-instruments.com", PROGRAM: "Traktor" }),
      element("MUSICFOLDERS", {}),
      element("COLLECTION", { ENTRIES: entries.length }, entries),
      element("SETS", { ENTRIES: 0 }),
      element("PLAYLISTS", {}, [root]),
      element("INDEXING", {}),
    ]),
  );
}

function entryOf(track: FileTrack, place: Place): string {
  const { bpm, key, durationSeconds, firstBeatSeconds } = track;
  const date = track.createdAt.slice(0, 10).replaceAll("-", "/").replaceAll("/0", "/");
  return element("ENTRY", { MODIFIED_DATE: date, TITLE: titleOf(track), ARTIST: track.artist }, [
    element("LOCATION", { ...place, VOLUMEID: place.VOLUME }),
    ...(track.album === null ? [] : [element("ALBUM", { TITLE: track.album })]),
    element("INFO", {
      BITRATE: track.bitsPerSecond === null ? null : Math.round(track.bitsPerSecond),
      GENRE: track.genre,
      PLAYTIME: durationSeconds === null ? null : Math.round(durationSeconds),
      PLAYTIME_FLOAT: durationSeconds === null ? null : durationSeconds.toFixed(6),
      IMPORT_DATE: date,
      FILESIZE: Math.ceil(track.sizeBytes / 1024),
    }),
    ...(bpm === null ? [] : [element("TEMPO", { BPM: bpm.toFixed(6), BPM_QUALITY: "100.000000" })]),
    ...(key === null ? [] : [element("MUSICAL_KEY", { VALUE: traktorKey(key) })]),
    ...(bpm === null || firstBeatSeconds === null ? [] : [gridCue(firstBeatSeconds)]),
  ]);
}

const gridCue = (seconds: number) =>
  element("CUE_V2", {
    NAME: "AutoGrid",
    DISPL_ORDER: 0,
    TYPE: GRID_CUE,
    START: (1000 * seconds).toFixed(6),
    LEN: "0.000000",
    REPEATS: -1,
    HOTCUE: -1,
  });

/** 0 = C major … 11 = B major, 12 = C minor … 23 = B minor. */
const traktorKey = ({ tonic, mode }: NonNullable<FileTrack["key"]>) =>
  pitchClass(tonic) + (mode === "minor" ? MINOR_KEYS_FROM : 0);

/** Traktor writes `/:` before each folder and before the file, and `//` for a colon in a name. */
function placeOf(folder: string, path: string): Place {
  const { drive, parts } = folderParts(folder);
  const all = [...parts, ...path.split("/")].map((part) => part.replaceAll(":", "//"));
  const file = all.pop() ?? "";
  return { VOLUME: drive, DIR: `/:${all.map((part) => `${part}/:`).join("")}`, FILE: file };
}

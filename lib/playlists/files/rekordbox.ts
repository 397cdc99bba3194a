import { formatCamelot } from "@/lib/music/notation";
import { version } from "@/package.json";
import { type FileSet, type FileTrack, folderParts, relativePaths, titleOf } from "./file-track";
import { document, element } from "./xml";

const KINDS: Readonly<Record<string, string>> = {
  wav: "WAV File",
  aiff: "AIFF File",
  flac: "FLAC File",
  mp3: "MP3 File",
  mp4: "M4A File",
  aac: "AAC File",
  ogg: "OGG File",
};

/** A playlist for rekordbox: `DJ_PLAYLISTS` 1.0.0, with the tracks, their beat grids and one list. */
export function writeRekordbox(set: FileSet): string {
  const paths = relativePaths(set);
  const tracks = set.tracks.map((track, index) =>
    trackOf(track, index + 1, locationOf(set.folder, paths[index] ?? "")),
  );
  const keys = set.tracks.map((_, index) => element("TRACK", { Key: index + 1 }));
  const list = element("NODE", { Name: set.name, Type: 1, KeyType: 0, Entries: keys.length }, keys);
  return document(
    element("DJ_PLAYLISTS", { Version: "1.0.0" }, [
      element("PRODUCT", { Name: "SampleMind", Version: version, Company: "" }),
      element("COLLECTION", { Entries: tracks.length }, tracks),
      element("PLAYLISTS", {}, [element("NODE", { Type: 0, Name: "ROOT", Count: 1 }, [list])]),
    ]),
  );
}

function trackOf(track: FileTrack, id: number, location: string): string {
  const { bpm, key, firstBeatSeconds } = track;
  const grid =
    bpm === null || firstBeatSeconds === null
      ? []
      : [
          element("TEMPO", {
            Inizio: firstBeatSeconds.toFixed(3),
            Bpm: bpm.toFixed(2),
            Metro: `${track.beatsPerBar}/4`,
            Battito: 1,
          }),
        ];
  const attributes = {
    TrackID: id,
    Name: titleOf(track),
    Artist: track.artist,
    Album: track.album,
    Genre: track.genre,
    Kind: KINDS[track.container ?? ""] ?? null,
    Size: track.sizeBytes,
    TotalTime: track.durationSeconds === null ? null : Math.round(track.durationSeconds),
    AverageBpm: bpm?.toFixed(2) ?? null,
    DateAdded: track.createdAt.slice(0, 10),
    BitRate: track.bitsPerSecond === null ? null : Math.round(track.bitsPerSecond / 1000),
    SampleRate: track.sampleRateHz,
    Location: location,
    Tonality: key && formatCamelot(key),
  };
  return element("TRACK", attributes, grid);
}

/** An address. Without a folder it names the file alone, and rekordbox asks where the files are. */
function locationOf(folder: string, path: string): string {
  const { drive, parts } = folderParts(folder);
  const all = [...parts, ...path.split("/")].map(encodeURIComponent);
  return `file://localhost/${[...(drive ? [drive] : []), ...all].join("/")}`;
}

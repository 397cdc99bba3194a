import { describe, expect, it } from "vitest";
import { type DocumentSource, searchDocument } from "./document";

const source: DocumentSource = {
  ...{
    sampleId: "s",
    ownerId: "o",
    fileName: "Take 3.wav",
    folderPath: "",
    addedAt: "2026-01-01T00:00:00Z",
    sizeBytes: 10,
  },
  ...{ isFailed: false, isFavourite: false, isDuplicate: false, isCorrected: false },
  ...{ licence: null, aiTraining: null },
  ...{ seconds: 1, lufs: -12, bpm: null, bpmConfidence: null, keyTonic: null, keyMode: null, keyConfidence: null },
  ...{ kind: null, kindConfidence: null, tags: [], ownTags: [], instruments: [], genres: [], moods: [] },
  ...{ description: null, file: null },
};
const file = {
  ...{ title: null, artist: null, album: null, albumArtist: null, comment: null, year: null, rating: null },
  ...{ genres: [], keywords: [] },
};
const made = (changes: Partial<DocumentSource>) => searchDocument({ ...source, ...changes });
/** The weights with which a word stands in a document; D is not written. */
const weights = (changes: Partial<DocumentSource>, word: string) => {
  const places = new RegExp(`'${word}':(\\S+)`).exec(made(changes).document)?.[1] ?? "";
  return [...new Set(places.split(",").map((place) => place.replace(/\d+/, "")))].join("");
};

describe("a search document", () => {
  it("has the words of title and name first, then tags, folder, and what the file says", () => {
    const changes = {
      folderPath: "Drums",
      tags: ["kick"],
      instruments: [{ label: "snare", confidence: 0.8 }],
      file: { ...file, title: "Night", artist: "Ada", comment: "loud", keywords: ["dusty"] },
    };
    expect(weights(changes, "take")).toBe("A");
    expect(weights(changes, "night")).toBe("A");
    expect(weights(changes, "kick")).toBe("B");
    expect(weights(changes, "snare")).toBe("B");
    expect(weights(changes, "drums")).toBe("C");
    for (const word of ["ada", "loud", "dusty"]) expect(weights(changes, word)).toBe("D");
  });

  it("says what was heard in its tags only, so that it can be left out", () => {
    const description = "A punchy kick drum, 0.4 seconds long. It sounds like techno. It is quiet at −30 LUFS.";
    const heard = { description, tags: ["kick", "techno"] };
    expect(weights(heard, "kick")).toBe("B");
    expect(weights(heard, "techno")).toBe("B");
    expect(weights(heard, "quiet")).toBe("C");
    expect(weights({ ...heard, ownTags: ["kick"] }, "kick")).toBe("BC");
  });

  it("leaves guesses out", () => {
    const guess = { instruments: [{ label: "flute", confidence: 0.3 }] };
    expect(made(guess).words).not.toContain("flute");
    expect(made(guess).facets).toEqual([]);
  });

  it("has facets in lower case, keys as Camelot, and every folder above", () => {
    const { facets } = made({
      folderPath: "Drums/Kicks/Hard",
      keyTonic: 9,
      keyMode: "minor",
      kind: "loop",
      tags: ["My Tag", "kick"],
      ownTags: ["My Tag"],
      genres: [{ label: "drum and bass", confidence: 0.7 }],
      file: { ...file, genres: ["Techno"] },
    });
    expect(facets).toEqual([
      ...["genre:drum and bass", "genre:techno", "in:drums", "in:drums/kicks", "in:drums/kicks/hard", "key:8A"],
      ...["own:my tag", "tag:kick", "tag:my tag", "type:loop"],
    ]);
  });

  it("has what its owner says about rights, and its folders' names as they are written", () => {
    const { facets, folderNames } = made({
      folderPath: "Drums/Big  Kicks",
      licence: "cc-by",
      aiTraining: "not_allowed",
    });
    expect(facets).toEqual(["ai:not_allowed", "in:drums", "in:drums/big kicks", "licence:cc-by"]);
    expect(folderNames).toEqual({ drums: "Drums", "drums/big kicks": "Big Kicks" });
  });

  it("is found by its key as it is written", () => {
    const { words } = made({ keyTonic: 1, keyMode: "minor" });
    expect(words).toEqual(expect.arrayContaining(["c#m", "dbm", "c#min", "minor", "12a"]));
  });

  it("says of what its values are", () => {
    const states = { isFailed: true, isFavourite: true, isCorrected: true, bpm: 120, bpmConfidence: 0.2 };
    expect(made(states).facets).toEqual(["is:corrected", "is:failed", "is:favourite", "is:unsure"]);
    expect(made({ ...states, bpmConfidence: 1 }).facets).not.toContain("is:unsure");
  });

  it("is sorted by its title, else by its name, without case and accents", () => {
    expect(made({ fileName: "Übung.wav" }).name).toBe("ubung");
    const [second, tenth] = ["Kick 2.wav", "Kick 10.wav"].map((fileName) => made({ fileName }).name);
    expect(String(second) < String(tenth)).toBe(true);
    expect(made({ file: { ...file, title: "Étude" } }).name).toBe("etude");
    expect(made({ fileName: "x".repeat(3000) }).name).toHaveLength(200);
  });

  it("never finds a phrase across a title and the name after it", () => {
    const { document } = made({ file: { ...file, title: "night" } });
    expect(document).toBe("'3':19A 'night':1A 'take':18A");
  });

  it("holds whatever people write", () => {
    const { document } = made({ fileName: "it's \\ a 'test'.wav", tags: ["'", "\\"] });
    expect(document).toMatch(/^('[^'\\]+':\S+ ?)+$/);
  });
});

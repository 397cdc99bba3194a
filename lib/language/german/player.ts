import type { Dictionary } from "@/lib/language/text";

/** The player, keys of the keyboard, live updates. */
export const PLAYER: Dictionary = {
  "Connecting…": "Verbindet sich …",
  Live: "Live",
  "Reconnecting…": "Verbindet sich neu …",
  "Live updates are off": "Die Live-Aktualisierung ist aus",
  "Too many windows for live updates": "Zu viele Fenster für die Live-Aktualisierung",
  "An admin has paused all analyses. Your uploads are stored and will be analysed as soon as they resume. Nothing is lost.":
    "Alle Analysen sind gerade angehalten. Deine Dateien sind gespeichert und werden analysiert, sobald es weitergeht. Nichts geht verloren.",
  "An admin has paused all analyses. {count} of your samples are waiting and will be analysed as soon as they resume. Nothing is lost.":
    {
      one: "Alle Analysen sind gerade angehalten. {count} deiner Samples wartet und wird analysiert, sobald es weitergeht. Nichts geht verloren.",
      other:
        "Alle Analysen sind gerade angehalten. {count} deiner Samples warten und werden analysiert, sobald es weitergeht. Nichts geht verloren.",
    },
  "Your browser cannot play this format. The analysis is still available.":
    "Dein Browser kann dieses Format nicht abspielen. Die Analyse ist trotzdem da.",
  "The audio could not be loaded. Try again in a moment.":
    "Der Ton konnte nicht geladen werden. Versuch es gleich noch einmal.",
  "Press play to start.": "Drück auf Abspielen, um zu beginnen.",
  "The key of this sound is not known, so it plays as it is.":
    "Die Tonart dieses Sounds ist nicht bekannt, deshalb klingt er, wie er ist.",
  "This sound is too long to be transposed, or the page cannot decode it. It keeps its key.":
    "Dieser Sound ist zu lang zum Transponieren, oder die Seite kann ihn nicht dekodieren. Er behält seine Tonart.",
  "This sound would be as loud as it was recorded.": "Dieser Sound wäre so laut wie aufgenommen.",
  "This sound would be raised by {decibels} dB.": "Dieser Sound würde um {decibels} dB angehoben.",
  "This sound would be turned down by {decibels} dB.": "Dieser Sound würde um {decibels} dB abgesenkt.",
  "This sound is as loud as it was recorded.": "Dieser Sound ist so laut wie aufgenommen.",
  "This sound is raised by {decibels} dB.": "Dieser Sound ist um {decibels} dB angehoben.",
  "This sound is turned down by {decibels} dB.": "Dieser Sound ist um {decibels} dB abgesenkt.",
  "This sound is as loud as it was recorded, not by {wanted} dB, because its peaks would clip.":
    "Dieser Sound ist so laut wie aufgenommen. {wanted} dB mehr gehen nicht, weil seine Spitzen übersteuern würden.",
  "This sound is raised by {decibels} dB, not by {wanted} dB, because its peaks would clip.":
    "Dieser Sound ist um {decibels} dB angehoben, nicht um {wanted} dB, weil seine Spitzen übersteuern würden.",
  "This sound is turned down by {decibels} dB, not by {wanted} dB, because its peaks would clip.":
    "Dieser Sound ist um {decibels} dB abgesenkt und nicht um {wanted} dB verändert, weil seine Spitzen übersteuern würden.",
  "This sound is as loud as it was recorded, not by {wanted} dB: it is too long for more.":
    "Dieser Sound ist so laut wie aufgenommen. {wanted} dB mehr gehen nicht: Dafür ist er zu lang.",
  "This sound is raised by {decibels} dB, not by {wanted} dB: it is too long for more.":
    "Dieser Sound ist um {decibels} dB angehoben, nicht um {wanted} dB: Für mehr ist er zu lang.",
  "The loudness of this sound is not known, so it plays as it is.":
    "Die Lautheit dieses Sounds ist nicht bekannt, deshalb klingt er, wie er ist.",
  "The tempo of this sound is not known, so it plays as it is.":
    "Das Tempo dieses Sounds ist nicht bekannt, deshalb klingt er, wie er ist.",
  "{from} becomes {to} BPM.": "Aus {from} werden {to} BPM.",
  "{from} becomes {to} BPM, {times} × that tempo.": "Aus {from} werden {to} BPM, das {times}-Fache dieses Tempos.",
  "{from} becomes {to} BPM, that tempo ÷ {times}.": "Aus {from} werden {to} BPM, dieses Tempo ÷ {times}.",
  "The rate of {rate} comes on top.": "Dazu kommt die Geschwindigkeit von {rate}.",
  "{key} fits as it is.": "{key} passt so, wie es ist.",
  "From {key} by {semitones} semitones.": "Von {key} um {semitones} Halbtöne.",
  "Now playing": "Läuft gerade",
  "[track] Next": "Nächster Sound",
  "[track] Previous": "Vorheriger Sound",
  "Pause {name}": "{name} anhalten",
  "Play {name}": "{name} abspielen",
  "{title} could not be played": "{title} konnte nicht abgespielt werden",
  "{0} was deleted": "{0} wurde gelöscht",
  "{0} plays now.": "Jetzt läuft {0}.",
  "It plays no more.": "Es läuft nicht mehr.",
  "{0} could not be played": "{0} konnte nicht abgespielt werden",
  "{0} plays instead.": "Stattdessen läuft {0}.",
  "{0} was deleted meanwhile": "{0} wurde inzwischen gelöscht",
  "Play all": "Alle abspielen",
  Rate: "Geschwindigkeit",
  Slower: "Langsamer",
  Faster: "Schneller",
  "Keep the pitch": "Tonhöhe behalten",
  "Rate {rate}, back to 100%": "Geschwindigkeit {rate}, zurück auf 100 %",
  "Sound: rate, loudness, tempo, key (changed)": "Klang: Geschwindigkeit, Lautheit, Tempo, Tonart (geändert)",
  "Sound: rate, loudness, tempo, key": "Klang: Geschwindigkeit, Lautheit, Tempo, Tonart",
  "As recorded": "Wie aufgenommen",
  "[how it sounds] Sound": "Klang",
  "For everything that plays.": "Für alles, was läuft.",
  "Everything equally loud": "Alles gleich laut",
  "Everything at this tempo": "Alles in diesem Tempo",
  "As this": "Wie dieser",
  "Everything in this key": "Alles in dieser Tonart",
  "as recorded": "wie aufgenommen",
  "{lowest} to {highest} BPM; empty: as recorded": "{lowest} bis {highest} BPM; leer: wie aufgenommen",
  Volume: "Lautstärke",
  Muted: "Stumm",
  Unmute: "Ton an",
  Mute: "Stumm schalten",
};

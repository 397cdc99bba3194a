import type { Dictionary } from "@/lib/language/text";

/** What the operations of the API do. Only the help says it in German: whoever reads the API itself reads English. */
export const GERMAN_OPERATIONS: Dictionary = {
  "Gives the public page of an artist: name, text, links and picture.":
    "Gibt die öffentliche Seite eines Profils: Name, Text, Links und Bild.",
  "Takes the picture off your public page.": "Nimmt das Bild von deiner öffentlichen Seite.",
  "Makes your public page or changes it, where a new handle gives the old one up.":
    "Legt deine öffentliche Seite an oder ändert sie; ein neuer Name in der Adresse gibt den alten auf.",
  "Gives your public page a picture, sent as the body, which is drawn anew as a square and without what its file says besides.":
    "Gibt deiner öffentlichen Seite ein Bild, als Body gesendet; es wird quadratisch neu gezeichnet, ohne was seine Datei sonst noch sagt.",
  "Begins a batch: for files that are about to be uploaded, or to analyse a selection again.":
    "Beginnt einen Auftrag: für Dateien, die gleich hochgeladen werden, oder um eine Auswahl neu zu analysieren.",
  "Stops what waits in a batch, and finishes what is being analysed.":
    "Hält an, was in einem Auftrag wartet, und bringt zu Ende, was gerade analysiert wird.",
  "The results of a batch as CSV, however many.": "Die Ergebnisse eines Auftrags als CSV, wie viele es auch sind.",
  "One batch: how many of its samples are in which state, how fast it goes and how long it will take.":
    "Ein Auftrag: wie viele seiner Samples in welchem Zustand sind, wie schnell er vorankommt und wie lange er noch braucht.",
  "Lists the samples of a batch with what is being done with each, or what became of it.":
    "Listet die Samples eines Auftrags auf, mit dem, was gerade geschieht oder daraus geworden ist.",
  "Lists batches with their progress, the newest first.":
    "Listet Aufträge mit ihrem Fortschritt auf, die neuesten zuerst.",
  "Analyses once more what failed or was stopped in a batch.":
    "Analysiert noch einmal, was in einem Auftrag fehlschlug oder angehalten wurde.",
  "Changes many samples in the same way; a large edit is still running when this answers.":
    "Ändert viele Samples auf dieselbe Weise; eine große Änderung läuft noch, wenn die Antwort kommt.",
  "One bulk edit: how far it is, and how many samples came to which result.":
    "Eine Massenänderung: wie weit sie ist, und wie viele Samples welches Ergebnis haben.",
  "Lists the samples of a bulk edit with what became of each.":
    "Listet die Samples einer Massenänderung auf, mit dem, was aus jedem geworden ist.",
  "Lists the bulk edits of the last 30 days, the newest first.":
    "Listet die Massenänderungen der letzten 30 Tage auf, die neuesten zuerst.",
  "Gives samples the values back that they had before an edit, where nothing has changed them since.":
    "Gibt Samples die Werte zurück, die sie vor einer Änderung hatten, wo seither nichts sie geändert hat.",
  "Adds the samples of a selection at the end.": "Fügt die Samples einer Auswahl am Ende hinzu.",
  "Makes a link by which anybody hears a collection, and shows its token this once.":
    "Erstellt einen Link, über den alle eine Sammlung hören, und zeigt seinen Token dieses eine Mal.",
  "Makes a collection, with the samples of a selection or as a smart one with a query.":
    "Legt eine Sammlung an, mit den Samples einer Auswahl oder als smarte mit einer Suche.",
  "Moves a collection to the trash, with those in it, while its samples stay in the library.":
    "Verschiebt eine Sammlung mit denen darin in den Papierkorb; ihre Samples bleiben in der Bibliothek.",
  "Edits fields of a collection, where the later of two edits of a field wins and is told what it replaced.":
    "Ändert Felder einer Sammlung; von zwei Änderungen eines Feldes gewinnt die spätere und erfährt, was sie ersetzt hat.",
  "Streams a ZIP of the own files of a collection, named as its list files name them.":
    "Sendet ein ZIP der eigenen Dateien einer Sammlung, benannt wie in ihren Listendateien.",
  "Gives a collection in its order as a file: M3U8, or XML for rekordbox or Traktor.":
    "Gibt eine Sammlung in ihrer Reihenfolge als Datei: M3U8 oder XML für rekordbox oder Traktor.",
  "Shows whom one's own collection is shared with, and its links that work.":
    "Zeigt, mit wem die eigene Sammlung geteilt ist, und ihre gültigen Links.",
  "Shows one collection.": "Zeigt eine Sammlung.",
  "Asks whoever has an address to share a collection, and answers the same if nobody has it.":
    "Bittet, wer eine Adresse hat, eine Sammlung zu teilen, und antwortet dasselbe, wenn niemand sie hat.",
  "Accepts an invitation to share a collection.": "Nimmt eine Einladung zu einer Sammlung an.",
  "Leaves a shared collection with one's own samples, or declines an invitation.":
    "Verlässt eine geteilte Sammlung mit den eigenen Samples oder lehnt eine Einladung ab.",
  "Lists the collections that others ask the caller to share.":
    "Listet die Sammlungen auf, zu denen andere dich einladen.",
  "Lists the samples of a collection in their order; of a smart one what it finds now, the newest first.":
    "Listet die Samples einer Sammlung in ihrer Reihenfolge auf; bei einer smarten, was sie jetzt findet, die neuesten zuerst.",
  "Lists one's own collections in their order, those that others share, or those in the trash.":
    "Listet die eigenen Sammlungen in ihrer Reihenfolge auf, die von anderen geteilten oder die im Papierkorb.",
  "Puts samples of a collection before another one of it, or at the end.":
    "Stellt Samples einer Sammlung vor ein anderes darin oder ans Ende.",
  "Puts a collection before another one, or at the end.": "Stellt eine Sammlung vor eine andere oder ans Ende.",
  "Takes samples out of a collection, but not out of the library.":
    "Nimmt Samples aus einer Sammlung, aber nicht aus der Bibliothek.",
  "Ends a membership or an invitation, and takes out what the member added.":
    "Beendet eine Mitgliedschaft oder Einladung und nimmt heraus, was das Mitglied hinzugefügt hat.",
  "Puts removed samples back in their places, with the receipt of the removal.":
    "Stellt entfernte Samples mit dem Beleg des Entfernens an ihre Plätze zurück.",
  "Takes a collection out of the trash.": "Holt eine Sammlung aus dem Papierkorb.",
  "Ends a link at once.": "Beendet einen Link sofort.",
  "Streams a ZIP of the files of a search, or of some ids, with `tags=1` as copies with tempo and key.":
    "Sendet ein ZIP der Dateien einer Suche oder einiger IDs, mit `tags=1` als Kopien mit Tempo und Tonart.",
  "Streams everything known about the samples of a search, or of some ids, as CSV or JSON.":
    "Sendet alles, was über die Samples einer Suche oder einiger IDs bekannt ist, als CSV oder JSON.",
  "Streams a ZIP of the files of any selection.": "Sendet ein ZIP der Dateien einer beliebigen Auswahl.",
  "Streams everything known about the samples of any selection, as CSV or JSON.":
    "Sendet alles, was über die Samples einer beliebigen Auswahl bekannt ist, als CSV oder JSON.",
  "Says how many files a selection has, and how large they are together.":
    "Sagt, wie viele Dateien eine Auswahl hat und wie groß sie zusammen sind.",
  "Says that no two of these samples are duplicates, so that they are never put into one group again.":
    "Sagt, dass keine zwei dieser Samples Duplikate sind, damit sie nie wieder in eine Gruppe kommen.",
  "Lists groups of samples that are the same or nearly, the newest first, each with which to keep and why.":
    "Listet Gruppen von Samples auf, die gleich oder fast gleich sind, die neuesten zuerst, je mit dem, welches du behalten solltest und warum.",
  "Returns the groups of duplicates that a sample is in: what is the same, and what is nearly the same.":
    "Gibt die Gruppen von Duplikaten, in denen ein Sample ist: was gleich ist und was fast gleich ist.",
  "Says how many samples were looked up for duplicates, and how many still wait.":
    "Sagt, wie viele Samples auf Duplikate geprüft sind und wie viele noch warten.",
  "Streams what happens to the caller's samples, replayed from `Last-Event-ID`.":
    "Sendet laufend, was mit den eigenen Samples geschieht, ab `Last-Event-ID` auch nachträglich.",
  "Names the dense places of the galaxy and the tags of its points, and counts what has no place yet.":
    "Benennt die dichten Stellen der Galaxie und die Tags ihrer Punkte und zählt, was noch keinen Platz hat.",
  "Lists samples that lead from one sound to another in even steps.":
    "Listet Samples auf, die in gleichmäßigen Schritten von einem Sound zum anderen führen.",
  "Gives every sample of the library as a point in 3D, laid out by how they sound, as columns of numbers.":
    "Gibt jedes Sample der Bibliothek als Punkt in 3D, angeordnet nach dem Klang, als Spalten von Zahlen.",
  "Gives one public sound with all that its page says.":
    "Gibt einen öffentlichen Sound mit allem, was seine Seite sagt.",
  "Lists what is public, the newest first, or what a query in the library's grammar finds in it.":
    "Listet auf, was öffentlich ist, das Neueste zuerst, oder was eine Suche in der Sprache der Bibliothek darin findet.",
  "Begins to import a folder on the server, in the background.":
    "Beginnt, einen Ordner auf dem Server im Hintergrund hereinzuholen.",
  "Ends the scan of an imported folder and keeps what it has imported.":
    "Beendet die Durchsicht eines Ordners und behält, was hereingeholt ist.",
  "Lists the folders on the server that can be imported, one level at a time.":
    "Listet die Ordner auf dem Server auf, die hereingeholt werden können, eine Ebene auf einmal.",
  "Shows an imported folder and how far its last scan is.":
    "Zeigt einen hereingeholten Ordner und wie weit seine letzte Durchsicht ist.",
  "Lists the files of an imported folder: all, or those with problems, gone, changed or moved.":
    "Listet die Dateien eines hereingeholten Ordners auf: alle oder die mit Problemen, die verschwundenen, geänderten oder verschobenen.",
  "Lists the imported folders with how far each is, the newest first.":
    "Listet die hereingeholten Ordner auf, je mit ihrem Stand, die neuesten zuerst.",
  "Pauses the scan of an imported folder.": "Pausiert die Durchsicht eines hereingeholten Ordners.",
  "Forgets an imported folder and keeps its samples.": "Vergisst einen hereingeholten Ordner und behält seine Samples.",
  "Goes on with a scan that is paused, stopped, or could not reach its folder.":
    "Setzt eine Durchsicht fort, die pausiert oder angehalten ist oder ihren Ordner nicht erreichte.",
  "Scans an imported folder again now.": "Sieht einen hereingeholten Ordner jetzt noch einmal durch.",
  "Sets how often an imported folder is scanned by itself.":
    "Legt fest, wie oft ein hereingeholter Ordner von selbst durchgesehen wird.",
  "Renames a saved view, moves it among the others, or saves another view under its name.":
    "Benennt eine gespeicherte Ansicht um, verschiebt sie unter den anderen oder speichert eine andere Ansicht unter ihrem Namen.",
  "Deletes a saved view, but none of the samples that it shows.":
    "Löscht eine gespeicherte Ansicht, aber keines der Samples, die sie zeigt.",
  "Says on which page of a list a sample is.": "Sagt, auf welcher Seite einer Liste ein Sample steht.",
  "Gives the cursor with which each page of a list begins, so that any place of it can be reached.":
    "Gibt den Cursor, mit dem jede Seite einer Liste beginnt, sodass jede Stelle erreichbar ist.",
  "Lists the folders directly below one, or at the top, with how many samples are in and below each.":
    "Listet die Ordner direkt unter einem oder ganz oben auf, mit der Zahl der Samples in und unter jedem.",
  "Gives the ids of everything that a query finds, one a line, the newest first, as they are found.":
    "Gibt die IDs von allem, was eine Suche findet, eine pro Zeile, die neuesten zuerst, so wie sie gefunden werden.",
  "Gives one page of the library's window: what a query finds, in an order of values.":
    "Gibt eine Seite der Bibliothek: was eine Suche findet, nach Werten geordnet.",
  "Gives the rows of these samples, in the order of the ids; without those that are not the caller's.":
    "Gibt die Zeilen dieser Samples in der Reihenfolge der IDs; ohne die, die dir nicht gehören.",
  "Lists the saved views of the library in their order: at most 100.":
    "Listet die gespeicherten Ansichten der Bibliothek in ihrer Reihenfolge auf: höchstens 100.",
  "Saves a view of the library under a name, behind the others.":
    "Speichert eine Ansicht der Bibliothek unter einem Namen, hinter den anderen.",
  "Renames a playlist, or orders its samples anew.": "Benennt eine Wiedergabeliste um oder ordnet ihre Samples neu.",
  "Deletes a playlist but none of its samples, with a receipt that puts it back within an hour.":
    "Löscht eine Wiedergabeliste, aber keines ihrer Samples, mit einem Beleg, der sie binnen einer Stunde zurückholt.",
  "Puts a collection or a selection in an order that mixes well and follows an energy curve.":
    "Bringt eine Sammlung oder Auswahl in eine Reihenfolge, die gut mischt und einer Energiekurve folgt.",
  "Streams a ZIP of the own files of a playlist, named as its list files name them.":
    "Sendet ein ZIP der eigenen Dateien einer Wiedergabeliste, benannt wie in ihren Listendateien.",
  "Gives a playlist as a file: M3U8, or XML for rekordbox or Traktor.":
    "Gibt eine Wiedergabeliste als Datei: M3U8 oder XML für rekordbox oder Traktor.",
  "Shows a playlist with its samples in order and why each is where it is.":
    "Zeigt eine Wiedergabeliste mit ihren Samples in der Reihenfolge und warum jedes dort steht.",
  "Lists playlists, the newest first.": "Listet Wiedergabelisten auf, die neuesten zuerst.",
  "Puts a deleted playlist back, with the receipt of the deletion.":
    "Holt eine gelöschte Wiedergabeliste zurück, mit dem Beleg des Löschens.",
  "Lists your publications with how often each was played, what counted and what was set aside for which reason.":
    "Listet deine Veröffentlichungen auf: wie oft jede gespielt wurde, was zählte und was aus welchem Grund nicht galt.",
  "Says anew what everybody sees of a sample and what they may do with it.":
    "Legt neu fest, was alle von einem Sample sehen und was sie damit tun dürfen.",
  "Lists what you have made public, the newest first, withdrawn ones included.":
    "Listet auf, was du veröffentlicht hast, das Neueste zuerst, auch Zurückgezogenes.",
  "Shows one of your analysed samples to everybody, under a licence and at an address of its own.":
    "Zeigt eines deiner analysierten Samples allen, unter einer Lizenz und an einer eigenen Adresse.",
  "Takes a publication back, so that its address says from now on that it is gone.":
    "Zieht eine Veröffentlichung zurück, sodass ihre Adresse fortan sagt, dass sie nicht mehr da ist.",
  "Changes the tags of many samples, and says for each what became of it.":
    "Ändert die Tags vieler Samples und sagt bei jedem, was daraus geworden ist.",
  "Gives tags to one sample, takes tags off it, or goes back to what was measured.":
    "Gibt einem Sample Tags, nimmt ihm welche oder kehrt zu dem zurück, was gemessen wurde.",
  "Corrects many samples, and says for each what became of it.":
    "Korrigiert viele Samples und sagt bei jedem, was daraus geworden ist.",
  "Corrects tempo, key and kind of one sample, or withdraws a correction.":
    "Korrigiert Tempo, Tonart und Art eines Samples oder nimmt eine Korrektur zurück.",
  "Moves one sample to the trash, from which it can be restored for ten minutes.":
    "Verschiebt ein Sample in den Papierkorb, aus dem es zehn Minuten lang zurückgeholt werden kann.",
  "Redirects to the sound in storage: the original, always so with `download=1`, or a FLAC copy where not every browser plays that.":
    "Leitet zum Ton im Speicher weiter: zum Original, mit `download=1` immer, oder zu einer FLAC-Kopie, wo nicht jeder Browser das Original spielt.",
  "Gives a copy of the original with tempo and key in its tags; its sound is untouched.":
    "Gibt eine Kopie des Originals mit Tempo und Tonart in den Tags; der Ton bleibt unberührt.",
  "Gives the cover that is in the file, encoded anew and small.":
    "Gibt das Cover, das in der Datei steckt, neu kodiert und klein.",
  "Gives the analysis record, what the file says and what was corrected, with `download=1` as a file.":
    "Gibt den Datensatz der Analyse, was die Datei sagt und was korrigiert wurde, mit `download=1` als Datei.",
  "Gives the peaks that a waveform is drawn from.": "Gibt die Spitzenwerte, aus denen eine Wellenform gezeichnet wird.",
  "Cuts a part out of one sample as WAV, at zero crossings nearby, from beat to beat, or exactly.":
    "Schneidet einen Teil eines Samples als WAV aus, an nahen Nulldurchgängen, von Schlag zu Schlag oder genau.",
  "Gives the spectrogram as a picture.": "Gibt das Spektrogramm als Bild.",
  "Gives a stretch of one sample's waveform, frame by frame or as extremes of several frames, in binary.":
    "Gibt ein Stück der Wellenform eines Samples, Frame für Frame oder als Extremwerte mehrerer Frames, binär.",
  "Shows one sample with its analysis record.": "Zeigt ein Sample mit dem Datensatz seiner Analyse.",
  "Lists the samples of the library, the newest first, or those with the given ids.":
    "Listet die Samples der Bibliothek auf, die neuesten zuerst, oder die mit den angegebenen IDs.",
  "Says the same of the rights in many samples, and for each what became of it.":
    "Sagt bei vielen Samples dasselbe über die Rechte, und bei jedem, was daraus geworden ist.",
  "Says what the licence of one sample is, and whether machines may learn from it.":
    "Sagt, welche Lizenz ein Sample hat und ob Maschinen davon lernen dürfen.",
  "Marks one sample as a favourite, or removes the mark.":
    "Macht ein Sample zum Favoriten oder nimmt die Markierung zurück.",
  "Lists the samples that go under or over one: by key, tempo, role, spectrum and metre, with reasons.":
    "Listet die Samples auf, die unter oder über eines passen: nach Tonart, Tempo, Rolle, Spektrum und Taktart, mit Gründen.",
  "Lists the samples that sound most like one.": "Listet die Samples auf, die einem am ähnlichsten klingen.",
  "What was measured of a sound that is searched with, for a day after it was heard.":
    "Was an einem Sound gemessen wurde, mit dem gesucht wird, einen Tag lang nach dem Hören.",
  "Says how much of the library can be searched, and for admins what the index of sounds costs.":
    "Sagt, wie viel der Bibliothek durchsuchbar ist, und Admins, was der Index der Sounds kostet.",
  "Hears a part of one sample, a minute at most, to search with.":
    "Hört einen Teil eines Samples, höchstens eine Minute, um damit zu suchen.",
  "Hears the first minute of a recording or a file, sent as the body, to search with, and keeps for a day what was measured but not the sound.":
    "Hört die erste Minute einer Aufnahme oder Datei, als Body gesendet, um damit zu suchen, und hebt einen Tag lang auf, was gemessen wurde, aber nicht den Ton.",
  "Searches as `POST /search` does, with everything in the address.":
    "Sucht wie `POST /search`, mit allem in der Adresse.",
  "Searches by words, filters and sounds, and says why each hit is one.":
    "Sucht nach Wörtern, Filtern und Sounds und sagt, warum jeder Treffer einer ist.",
  "Lists what sounds like each of up to 50 samples.": "Listet auf, was jedem von bis zu 50 Samples ähnlich klingt.",
  "What the library has that begins with a text: values of one filter, or of all of them and titles.":
    "Was die Bibliothek hat, das mit einem Text beginnt: Werte eines Filters oder aller Filter und Titel.",
  "Gives every slice of one sample as WAV, in a ZIP.": "Gibt jeden Slice eines Samples als WAV, in einem ZIP.",
  "Gives one sample as a WAV with a named cue point where each slice begins.":
    "Gibt ein Sample als WAV mit einem benannten Cue-Punkt am Anfang jedes Slices.",
  "Lists the slices of one sample, with the samples that were made of them.":
    "Listet die Slices eines Samples auf, mit den Samples, die daraus gemacht wurden.",
  "Makes samples of slices, which remember where they are from; the same slice makes no second one.":
    "Macht Samples aus Slices, die sich merken, woher sie sind; derselbe Slice ergibt kein zweites.",
  "Offers slices of one sample: at silence, where sounds begin, or on beats; stores nothing.":
    "Schlägt Slices eines Samples vor: an Stille, wo Sounds beginnen oder auf Schlägen; speichert nichts.",
  "Stores the slices of one sample in place of those before.":
    "Speichert die Slices eines Samples anstelle der bisherigen.",
  "Takes or refuses suggested tags of one sample, from which later suggestions learn.":
    "Nimmt vorgeschlagene Tags eines Samples an oder lehnt sie ab, woraus spätere Vorschläge lernen.",
  "Suggests tags that similar samples of the library have, the most certain first.":
    "Schlägt Tags vor, die ähnliche Samples der Bibliothek haben, die sichersten zuerst.",
  "Lists the deleted samples that can still be restored, the last deleted first.":
    "Listet die gelöschten Samples auf, die sich noch zurückholen lassen, die zuletzt gelöschten zuerst.",
  "Removes samples from the trash for good.": "Entfernt Samples endgültig aus dem Papierkorb.",
  "Restores samples from the trash.": "Holt Samples aus dem Papierkorb zurück.",
  "Begins the upload of one file and says where to send its bytes.":
    "Beginnt das Hochladen einer Datei und sagt, wohin ihre Bytes zu senden sind.",
  "Cancels an unfinished upload and deletes what was sent of it.":
    "Bricht ein unfertiges Hochladen ab und löscht, was davon gesendet wurde.",
  "Completes an upload whose bytes are all in storage, and starts the analysis.":
    "Schließt ein Hochladen ab, dessen Bytes alle im Speicher sind, und startet die Analyse.",
  "Says which of these SHA-256 sums the library already has.":
    "Sagt, welche dieser SHA-256-Summen die Bibliothek schon hat.",
  "Shows one upload with the parts that storage has.": "Zeigt ein Hochladen mit den Teilen, die im Speicher sind.",
  "Lists the uploads that can be resumed, the oldest first.":
    "Listet auf, was an Hochgeladenem fortgesetzt werden kann, das älteste zuerst.",
  "Gives the addresses to send these parts to, each for exactly its size.":
    "Gibt die Adressen, an die diese Teile zu senden sind, jede für genau ihre Größe.",
  "Lists samples with uncertain values that nobody has corrected, the least certain first.":
    "Listet Samples mit unsicheren Werten auf, die niemand korrigiert hat, die unsichersten zuerst.",
};

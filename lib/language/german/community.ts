import type { Dictionary } from "@/lib/language/text";

/** Reactions, comments, reports, notices and moderation. */
export const COMMUNITY: Dictionary = {
  // Reports, and answers to what was taken down
  "What is wrong?": "Was stimmt nicht?",
  "It belongs to somebody else": "Es gehört jemand anderem",
  "It is hateful, violent or abusive": "Es ist hasserfüllt, gewalttätig oder beleidigend",
  "It is not what it says": "Es ist nicht das, was es vorgibt zu sein",
  "It is advertising or spam": "Es ist Werbung oder Spam",
  "Something else": "Etwas anderes",
  "What should an admin know? (optional)": "Was sollte ein Admin wissen? (optional)",
  "Leave this empty": "Lass das leer",
  "Send the report": "Meldung senden",
  "Choose what is wrong": "Wähle, was nicht stimmt",
  "Thank you. An admin will look at it.": "Danke. Ein Admin sieht es sich an.",
  "Back to the sound": "Zurück zum Sound",
  "This is no longer public. There is nothing left to report.":
    "Das ist nicht mehr öffentlich. Es gibt nichts mehr zu melden.",
  "Many reports came from your network. Wait a few minutes, then send it again.":
    "Aus deinem Netzwerk kamen viele Meldungen. Warte ein paar Minuten und sende sie dann noch einmal.",
  "Say why it should be public again": "Schreib, warum es wieder öffentlich sein soll",
  "Admins of this server read every report. Nobody else learns who sent it.":
    "Admins dieses Servers lesen jede Meldung. Sonst erfährt niemand, von wem sie ist.",
  "Report a comment": "Kommentar melden",
  "Report a sound": "Sound melden",
  "[noun] Report": "Meldung",
  "{name}, about “{title}”": "{name} über „{title}“",
  "“{title}” by {name}": "„{title}“ von {name}",
  "An admin read your answer: a sound of yours is public again.":
    "Ein Admin hat deine Antwort gelesen: Ein Sound von dir ist wieder öffentlich.",
  "An admin read your answer: a sound of yours stays down.":
    "Ein Admin hat deine Antwort gelesen: Ein Sound von dir bleibt entfernt.",
  "An admin read your answer: “{title}” is public again.":
    "Ein Admin hat deine Antwort gelesen: „{title}“ ist wieder öffentlich.",
  "An admin read your answer: “{title}” stays down.": "Ein Admin hat deine Antwort gelesen: „{title}“ bleibt entfernt.",
  "An admin removed your comment on a sound that is no longer public.":
    "Ein Admin hat deinen Kommentar zu einem Sound entfernt, der nicht mehr öffentlich ist.",
  "An admin removed your comment on “{title}”.": "Ein Admin hat deinen Kommentar zu „{title}“ entfernt.",
  "An admin took a sound of yours down. You can answer to that on its page.":
    "Ein Admin hat einen Sound von dir entfernt. Auf seiner Seite kannst du darauf antworten.",
  "An admin took “{title}” down. You can answer to that on its page.":
    "Ein Admin hat „{title}“ entfernt. Auf der Seite dazu kannst du darauf antworten.",
  "An artist whom you follow": "Jemand, dem du folgst,",
  "Confirm your e-mail address under Settings first.": "Bestätige zuerst deine E-Mail-Adresse in den Einstellungen.",
  "Mark all as read": "Alle als gelesen markieren",
  "Mark as read": "Als gelesen markieren",
  Never: "Nie",
  "Not read:": "Ungelesen:",
  Notices: "Mitteilungen",
  "Notices, {count} unread notices": {
    one: "Mitteilungen, {count} ungelesene",
    other: "Mitteilungen, {count} ungelesene",
  },
  "Once a day": "Einmal am Tag",
  "Once a week": "Einmal in der Woche",
  "Send me what I have not read": "Schick mir, was ich nicht gelesen habe",
  Somebody: "Jemand",
  "The demo account gets no e-mail. Create your own account.":
    "Das Demo-Konto bekommt keine E-Mails. Leg ein eigenes Konto an.",
  "This notice no longer exists. Reload the page.": "Diese Mitteilung gibt es nicht mehr. Lade die Seite neu.",
  "This server sends no e-mail now, so nothing comes until an admin sets that up.":
    "Dieser Server verschickt gerade keine E-Mails. Es kommt also nichts, bis ein Admin das einrichtet.",
  "{who} commented on a sound that is no longer public.":
    "{who} hat einen Sound kommentiert, der nicht mehr öffentlich ist.",
  "{who} commented on “{title}”.": "{who} hat „{title}“ kommentiert.",
  "{who} follows you.": "{who} folgt dir.",
  "{who} published a sound that is no longer public.":
    "{who} hat einen Sound veröffentlicht, der nicht mehr öffentlich ist.",
  "{who} published “{title}”.": "{who} hat „{title}“ veröffentlicht.",
  "<link>Sign in</link> to say something about this sound.":
    "<link>Melde dich an</link>, um etwas zu diesem Sound zu sagen.",
  "Artists you follow": "Wem du folgst",
  "At (optional)": "Bei (optional)",
  "Choose one first": "Wähle zuerst einen",
  Comment: "Kommentieren",
  Comments: "Kommentare",
  "Comments show your public name.": "Kommentare zeigen deinen öffentlichen Namen.",
  "Comments show your public name. Choose one under Settings first.":
    "Kommentare zeigen deinen öffentlichen Namen. Wähle zuerst einen in den Einstellungen.",
  Favourite: "Favorit",
  Favourites: "Favoriten",
  Follow: "Folgen",
  "It is already gone. Reload the page.": "Es ist schon weg. Lade die Seite neu.",
  "Newest comments": "Neueste Kommentare",
  "Nobody has said anything here yet.": "Hier hat noch niemand etwas gesagt.",
  "Older comments": "Ältere Kommentare",
  "Play from {position}": "Ab {position} abspielen",
  Remove: "Entfernen",
  "Report<hidden> the comment of {name}</hidden>": "Melden<hidden>: den Kommentar von {name}</hidden>",
  "Stop following": "Nicht mehr folgen",
  "The demo account is shared by many people. Create your own account to comment.":
    "Das Demo-Konto teilen sich viele. Leg ein eigenes Konto an, um zu kommentieren.",
  "The demo account is shared by many people. Create your own account to do this.":
    "Das Demo-Konto teilen sich viele. Leg dafür ein eigenes Konto an.",
  "The sound ends before that time. Choose an earlier one.": "Der Sound ist vorher zu Ende. Wähle eine frühere Zeit.",
  "This is no longer public, so nobody can comment on it. Copy your words if you want to keep them.":
    "Das ist nicht mehr öffentlich, deshalb kann es niemand kommentieren. Kopiere deinen Text, wenn du ihn behalten willst.",
  "This is no longer public.": "Das ist nicht mehr öffentlich.",
  "This no longer exists.": "Das gibt es nicht mehr.",
  "Where the player is": "Wo der Player steht",
  "You cannot follow yourself.": "Du kannst dir nicht selbst folgen.",
  "You wrote many comments in a short time. Wait a minute, then send it again.":
    "Du hast in kurzer Zeit viele Kommentare geschrieben. Warte eine Minute und sende ihn dann noch einmal.",
  "Your comment": "Dein Kommentar",
  "since {when}": "gefolgt {when}",
  "{count} followers": { one: "{count} folgt", other: "{count} folgen" },
  "{name} at {position}": "{name} bei {position}",
  "Write a time such as 0:42, or leave it empty": "Schreib eine Zeit wie 0:42 oder lass es leer",
  "Write something first": "Schreib zuerst etwas",
};

import type { Dictionary } from "@/lib/language/text";

/** What letters say. */
export const MAIL: Dictionary = {
  "Confirm your e-mail address for SampleMind": "Bestätige deine E-Mail-Adresse für SampleMind",
  "Someone created an account with this e-mail address. To confirm that the address is yours, open this link within 24 hours and enter the password of the account:":
    "Jemand hat mit dieser E-Mail-Adresse ein Konto angelegt. Um zu bestätigen, dass die Adresse dir gehört, öffne innerhalb von 24 Stunden diesen Link und gib das Passwort des Kontos ein:",
  "If this was not you, ignore this e-mail: without your confirmation, no one can use your address.":
    "Wenn du das nicht warst, beachte diese E-Mail nicht weiter: Ohne deine Bestätigung kann niemand deine Adresse benutzen.",

  "You are invited to SampleMind": "Du bist zu SampleMind eingeladen",
  "An admin of a SampleMind server invites you to create an account there with this e-mail address. Open this link within {count} days. It works once:":
    {
      one: "Ein Admin eines SampleMind-Servers lädt dich ein, dort mit dieser E-Mail-Adresse ein Konto anzulegen. Öffne diesen Link innerhalb von {count} Tag. Er gilt einmal:",
      other:
        "Ein Admin eines SampleMind-Servers lädt dich ein, dort mit dieser E-Mail-Adresse ein Konto anzulegen. Öffne diesen Link innerhalb von {count} Tagen. Er gilt einmal:",
    },
  "If you do not know what this is about, ignore this e-mail: no account was created.":
    "Wenn du nicht weißt, worum es geht, beachte diese E-Mail nicht weiter: Es wurde kein Konto angelegt.",

  "Set a new password for SampleMind": "Neues Passwort für SampleMind",
  "To set a new password for your account, open this link within one hour. It works once:":
    "Um ein neues Passwort für dein Konto festzulegen, öffne innerhalb einer Stunde diesen Link. Er gilt einmal:",
  "All devices are then signed out, and your API keys stop working.":
    "Danach sind alle Geräte abgemeldet, und deine API-Schlüssel gelten nicht mehr.",
  "If you did not ask for this, ignore this e-mail: your password stays the same.":
    "Wenn du das nicht angefordert hast, beachte diese E-Mail nicht weiter: Dein Passwort bleibt, wie es ist.",

  "You already have a SampleMind account": "Du hast schon ein Konto bei SampleMind",
  "Someone tried to create an account with this e-mail address, but you already have one. If this was you, sign in here, or reset your password there:":
    "Jemand wollte mit dieser E-Mail-Adresse ein Konto anlegen, aber du hast schon eines. Wenn du das warst, melde dich hier an, oder setze dort dein Passwort zurück:",
  "If this was not you, ignore this e-mail: nothing was changed.":
    "Wenn du das nicht warst, beachte diese E-Mail nicht weiter: Es wurde nichts geändert.",
  "Someone tried to use this e-mail address for another account. Nothing was changed. If this was you, sign in to the account that already has this address:":
    "Jemand wollte diese E-Mail-Adresse für ein anderes Konto benutzen. Es wurde nichts geändert. Wenn du das warst, melde dich bei dem Konto an, das diese Adresse schon hat:",

  "Confirm your new e-mail address for SampleMind": "Bestätige deine neue E-Mail-Adresse für SampleMind",
  "Someone wants to use this e-mail address for their account. If this was you, open this link within 24 hours:":
    "Jemand möchte diese E-Mail-Adresse für ein Konto benutzen. Wenn du das warst, öffne innerhalb von 24 Stunden diesen Link:",
  "If this was not you, ignore this e-mail: without this link, no one can use your address.":
    "Wenn du das nicht warst, beachte diese E-Mail nicht weiter: Ohne diesen Link kann niemand deine Adresse benutzen.",
  "A new e-mail address for your SampleMind account": "Eine neue E-Mail-Adresse für dein Konto bei SampleMind",
  "Someone asked to change the e-mail address of your account. Nothing changes until the link in the e-mail to the new address is opened.":
    "Jemand möchte die E-Mail-Adresse deines Kontos ändern. Es ändert sich nichts, bis der Link in der E-Mail an die neue Adresse geöffnet wird.",
  "If this was not you, set a new password now, from the sign-in page. That cancels the change.":
    "Wenn du das nicht warst, lege jetzt über die Anmeldeseite ein neues Passwort fest. Damit ist die Änderung abgebrochen.",
  "Your SampleMind e-mail address was changed": "Deine E-Mail-Adresse bei SampleMind wurde geändert",
  "Your account now has a different e-mail address. You can no longer sign in with this one.":
    "Dein Konto hat jetzt eine andere E-Mail-Adresse. Mit dieser kannst du dich nicht mehr anmelden.",
  "If this was not you, contact an admin of the server.":
    "Wenn du das nicht warst, wende dich an einen Admin des Servers.",

  "Your SampleMind password was reset": "Dein Passwort bei SampleMind wurde zurückgesetzt",
  "A new password was set for your account with a link from an e-mail. All devices were signed out.":
    "Für dein Konto wurde über einen Link aus einer E-Mail ein neues Passwort festgelegt. Alle Geräte wurden abgemeldet.",
  "A new password was set for your account with a link from an e-mail. All devices were signed out, and {count} API keys stopped working. Create new ones for the programs that need them.":
    {
      one: "Für dein Konto wurde über einen Link aus einer E-Mail ein neues Passwort festgelegt. Alle Geräte wurden abgemeldet, und {count} API-Schlüssel gilt nicht mehr. Erstelle neue für die Programme, die sie brauchen.",
      other:
        "Für dein Konto wurde über einen Link aus einer E-Mail ein neues Passwort festgelegt. Alle Geräte wurden abgemeldet, und {count} API-Schlüssel gelten nicht mehr. Erstelle neue für die Programme, die sie brauchen.",
    },
  "Your SampleMind password was changed": "Dein Passwort bei SampleMind wurde geändert",
  "The password of your account was changed, and all other devices were signed out.":
    "Das Passwort deines Kontos wurde geändert, und alle anderen Geräte wurden abgemeldet.",
  "If this was not you, set a new password now, from the sign-in page:":
    "Wenn du das nicht warst, lege jetzt über die Anmeldeseite ein neues Passwort fest:",

  "{service} was linked to your SampleMind account": "{service} wurde mit deinem Konto bei SampleMind verknüpft",
  "You can now sign in to your account with {service}.":
    "Du kannst dich jetzt mit {service} bei deinem Konto anmelden.",
  "If you did not link it, unlink it under Security in your settings, and set a new password:":
    "Wenn du das nicht verknüpft hast, löse die Verknüpfung in deinen Einstellungen unter „Sicherheit“ und lege ein neues Passwort fest:",

  "An API key of your SampleMind account was created": "Für dein Konto bei SampleMind wurde ein API-Schlüssel erstellt",
  "An API key of your SampleMind account was renewed": "Ein API-Schlüssel deines Kontos bei SampleMind wurde erneuert",
  "A new API key was created for your account. It begins with {prefix}. Programs that have it can act in your name.":
    "Für dein Konto wurde ein neuer API-Schlüssel erstellt. Er beginnt mit {prefix}. Programme, die ihn haben, können in deinem Namen handeln.",
  "An API key of your account was renewed. The new one begins with {prefix}. The old one no longer works.":
    "Ein API-Schlüssel deines Kontos wurde erneuert. Der neue beginnt mit {prefix}. Der alte gilt nicht mehr.",
  "If this was not you, revoke the key here, and set a new password:":
    "Wenn du das nicht warst, widerrufe den Schlüssel hier und lege ein neues Passwort fest:",

  "Your SampleMind account will be deleted": "Dein Konto bei SampleMind wird gelöscht",
  "Your account and everything in it will be deleted in {count} days. All devices were signed out, and your API keys no longer work.":
    {
      one: "Dein Konto und alles darin wird in {count} Tag gelöscht. Alle Geräte wurden abgemeldet, und deine API-Schlüssel gelten nicht mehr.",
      other:
        "Dein Konto und alles darin wird in {count} Tagen gelöscht. Alle Geräte wurden abgemeldet, und deine API-Schlüssel gelten nicht mehr.",
    },
  'To keep your account, sign in before then and choose "Keep my account":':
    "Um dein Konto zu behalten, melde dich vorher an und wähle „Mein Konto behalten“:",
  "If you did not ask for this, sign in now, keep your account and set a new password.":
    "Wenn du das nicht verlangt hast, melde dich jetzt an, behalte dein Konto und lege ein neues Passwort fest.",

  "What is new for you on SampleMind": "Neues für dich auf SampleMind",
  "Read it here:\n{address}": "Hier kannst du es lesen:\n{address}",
  "You chose to get this e-mail. On the same page you can choose to get none.":
    "Du hast diese E-Mail bestellt. Auf derselben Seite kannst du sie abbestellen.",
  "{count} people follow you.": { one: "{count} Person folgt dir.", other: "{count} Personen folgen dir." },
  "{count} comments on what you published.": {
    one: "{count} Kommentar zu deinen Veröffentlichungen.",
    other: "{count} Kommentare zu deinen Veröffentlichungen.",
  },
  "{count} new sounds of artists whom you follow.": {
    one: "{count} neuer Sound von Profilen, denen du folgst.",
    other: "{count} neue Sounds von Profilen, denen du folgst.",
  },
  "{count} sounds of yours taken down by an admin. You can answer to that.": {
    one: "{count} Sound von dir wurde von einem Admin entfernt. Du kannst darauf antworten.",
    other: "{count} Sounds von dir wurden von einem Admin entfernt. Du kannst darauf antworten.",
  },
  "{count} sounds of yours public again.": {
    one: "{count} Sound von dir ist wieder öffentlich.",
    other: "{count} Sounds von dir sind wieder öffentlich.",
  },
  "{count} sounds of yours not public again: an admin answered you.": {
    one: "{count} Sound von dir bleibt entfernt: Ein Admin hat deine Antwort gelesen.",
    other: "{count} Sounds von dir bleiben entfernt: Ein Admin hat deine Antwort gelesen.",
  },
  "{count} comments of yours removed by an admin.": {
    one: "{count} Kommentar von dir wurde von einem Admin entfernt.",
    other: "{count} Kommentare von dir wurden von einem Admin entfernt.",
  },
};

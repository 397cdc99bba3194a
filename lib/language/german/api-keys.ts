import type { Dictionary } from "@/lib/language/text";

/** Keys for programs. */
export const API_KEYS: Dictionary = {
  "For programs that use the API. Each key is shown once, has only the permissions you choose, and can be revoked at any time.":
    "Für Programme, die die API benutzen. Jeder Schlüssel wird einmal gezeigt, hat nur die Rechte, die du wählst, und lässt sich jederzeit widerrufen.",
  "The API is turned off for your account. Ask an admin to turn it on.":
    "Die API ist für dein Konto ausgeschaltet. Bitte einen Admin, sie einzuschalten.",
  "The API is part of the enterprise role, and your role is {role}. Ask an admin to change it.":
    "Die API gehört zur Rolle enterprise, und deine Rolle ist {role}. Bitte einen Admin, sie zu ändern.",
  Expired: "Abgelaufen",
  "Permissions of {name}": "Rechte von {name}",
  "Only from: {addresses}": "Nur von: {addresses}",
  "Renew {name}": "{name} erneuern",
  "Revoke {name}": "{name} widerrufen",
  "Renew {name}?": "{name} erneuern?",
  "Revoke {name}?": "{name} widerrufen?",
  "Renew key": "Schlüssel erneuern",
  "Revoke key": "Schlüssel widerrufen",
  "Never used": "Noch nie benutzt",
  "Last used {when} from {address}": "Zuletzt benutzt {when} von {address}",
  "Last used {when}": "Zuletzt benutzt {when}",
  "created {when}": "erstellt {when}",
  "does not expire": "läuft nicht ab",
  "expired on {date}": "abgelaufen am {date}",
  "expires on {date}": "läuft am {date} ab",
  "{count} requests per minute": "{count} Anfragen pro Minute",
  "New key": "Neuer Schlüssel",
  "New API key": "Neuer API-Schlüssel",
  "API keys are not available": "API-Schlüssel gibt es hier nicht",
  "No API keys yet": "Noch keine API-Schlüssel",
  "With an API key a program can use the API without your password.":
    "Mit einem API-Schlüssel kann ein Programm die API ohne dein Passwort benutzen.",
  "{count} API keys": "{count} API-Schlüssel",
  "The key gets a new secret, which is shown once. The current secret stops working immediately.":
    "Der Schlüssel bekommt ein neues Geheimnis, das einmal gezeigt wird. Das jetzige gilt ab sofort nicht mehr.",
  "Every program that uses this key loses access immediately, and its open event streams are closed. This cannot be undone.":
    "Jedes Programm mit diesem Schlüssel verliert sofort den Zugang, und seine offenen Ereignisströme werden geschlossen. Das lässt sich nicht rückgängig machen.",
  "{name} was revoked.": "{name} wurde widerrufen.",
  "Use one key per program, with only the permissions it needs. You can create more keys at any time.":
    "Nimm für jedes Programm einen eigenen Schlüssel, nur mit den Rechten, die es braucht. Du kannst jederzeit weitere erstellen.",
  "Backup script": "Backup-Skript",
  "[of a key] Expires": "Läuft ab",
  "In 30 days": "In 30 Tagen",
  "In 90 days": "In 90 Tagen",
  "In a year": "In einem Jahr",
  Never: "Nie",
  "Requests per minute": "Anfragen pro Minute",
  "Default: {count}": "Vorgabe: {count}",
  "Allowed IP addresses": "Erlaubte IP-Adressen",
  "IP addresses or ranges, separated by commas: 203.0.113.0/24, 2001:db8::/32. Leave empty to allow all.":
    "IP-Adressen oder Bereiche, mit Kommas getrennt: 203.0.113.0/24, 2001:db8::/32. Bleibt das Feld leer, sind alle erlaubt.",
  "Create key": "Schlüssel erstellen",
  "The program can": "Das Programm darf",
  "Upload files, and make samples of slices": "Dateien hochladen und aus Slices Samples machen",
  "Read the library, analyses, tables and live events": "Bibliothek, Analysen, Tabellen und Live-Ereignisse lesen",
  "Mark favourites, correct values, and change tags and slices":
    "Favoriten markieren, Werte korrigieren, Tags und Slices ändern",
  "Delete samples, restore them, and empty the trash": "Samples löschen, wiederherstellen und den Papierkorb leeren",
  "Listen to and download originals, copies and parts of them":
    "Originale, Kopien und Teile davon anhören und herunterladen",
  "Analyse many samples as one batch, and stop or retry it":
    "Viele Samples in einem Auftrag analysieren, ihn anhalten oder wiederholen",
  "Import folders that are on the server": "Ordner importieren, die auf dem Server liegen",
  "Search the library and the gallery by words and filters, and read what is public":
    "Bibliothek und Galerie mit Wörtern und Filtern durchsuchen und lesen, was öffentlich ist",
  "Search by sound: what is similar, and what fits": "Nach Klang suchen: was ähnlich ist und was passt",
  "Read, change and share collections, and hear what others share in them":
    "Sammlungen lesen, ändern und teilen und hören, was andere darin teilen",
  "Show samples to everybody, take them back, and change the public page":
    "Samples veröffentlichen, zurückziehen und die öffentliche Seite ändern",
  "Your browser does not allow copying": "Dein Browser erlaubt das Kopieren nicht",
  "Select the key and copy it by hand.": "Markiere den Schlüssel und kopiere ihn von Hand.",
  "Copy your API key now": "Kopiere jetzt deinen API-Schlüssel",
  "It is not shown again. Anyone who has this key can use its permissions, so keep it as safe as a password.":
    "Er wird nicht noch einmal gezeigt. Wer ihn hat, kann seine Rechte nutzen: Bewahre ihn so sicher auf wie ein Passwort.",
  "Send it with each request:": "Schick ihn mit jeder Anfrage mit:",
  Copied: "Kopiert",
  "I saved this key": "Ich habe den Schlüssel gespeichert",
  "The demo account cannot have API keys. Create your own account to use them.":
    "Das Demo-Konto kann keine API-Schlüssel haben. Leg dafür ein eigenes Konto an.",
  "This API key is already revoked.": "Dieser API-Schlüssel ist schon widerrufen.",
  "Your account no longer has all of these permissions. Reload the page.":
    "Dein Konto hat nicht mehr alle diese Rechte. Lade die Seite neu.",
  "You have reached the maximum number of API keys. Revoke one you no longer use.":
    "Mehr API-Schlüssel sind nicht möglich. Widerrufe einen, den du nicht mehr brauchst.",
  '"{0}" is not an IP address or range such as 203.0.113.0/24':
    "„{0}“ ist keine IP-Adresse und kein Bereich wie 203.0.113.0/24",
  "Enter the name of the program": "Gib den Namen des Programms ein",
  "Use at most 100 characters": "Höchstens 100 Zeichen",
  "Choose at least one permission": "Wähle mindestens ein Recht",
  "Use at most {0} addresses and ranges": "Höchstens {0} Adressen und Bereiche",
  "Enter a number": "Gib eine Zahl ein",
  "Enter a whole number": "Gib eine ganze Zahl ein",
  "At least 1": "Mindestens 1",
  "At most {0}": "Höchstens {0}",
};

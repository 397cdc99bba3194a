import type { Dictionary } from "@/lib/language/text";
import { API_KEYS } from "./api-keys";
import { KEYBOARD } from "./keyboard";

/** Settings, keys for programs, keys of the keyboard, what is kept of a person. */
export const SETTINGS: Dictionary = {
  ...KEYBOARD,
  ...API_KEYS,
  Language: "Sprache",
  Automatic: "Automatisch",
  "As this browser asks for": "Wie dieser Browser es verlangt",
  Settings: "Einstellungen",
  "All settings": "Alle Einstellungen",
  Profile: "Profil",
  "What you downloaded": "Was du heruntergeladen hast",
  "From the gallery, each with its licence.": "Aus der Galerie, jeweils mit Lizenz.",
  Show: "Anzeigen",
  Usage: "Verbrauch",
  "API keys": "API-Schlüssel",
  "For programs that use the API without your password.": "Für Programme, die die API ohne dein Passwort benutzen.",
  "Manage keys": "Schlüssel verwalten",
  Appearance: "Darstellung",
  "Kept for you, on every device you sign in from.": "Gilt für dich auf jedem Gerät, auf dem du dich anmeldest.",
  Security: "Sicherheit",
  "How you sign in.": "Wie du dich anmeldest.",
  Devices: "Geräte",
  "Browsers that are signed in to your account.": "Browser, die in deinem Konto angemeldet sind.",
  "Your data": "Deine Daten",
  "Export or delete your data.": "Exportiere oder lösche deine Daten.",
  "Public page": "Öffentliche Seite",
  "What everybody sees of you, also without an account.": "Was alle von dir sehen, auch ohne Konto.",
  "Linked accounts": "Verknüpfte Konten",
  "Other services you can sign in with.": "Andere Dienste, mit denen du dich anmelden kannst.",
  "Nothing yet": "Noch nichts",
  "What you download from the gallery stands here, with its licence.":
    "Was du aus der Galerie herunterlädst, steht hier mit seiner Lizenz.",
  "Open the gallery": "Galerie öffnen",

  System: "System",
  "Same as this device": "Wie dieses Gerät",
  None: "Keine",
  "Nothing moves by itself": "Nichts bewegt sich von selbst",
  Comfortable: "Bequem",
  "Rows with room around them": "Zeilen mit Platz dazwischen",
  Compact: "Kompakt",
  "More rows on the screen": "Mehr Zeilen auf dem Bildschirm",
  "Full name": "Voller Name",
  "Short name": "Kurzer Name",
  Motion: "Bewegung",
  Lists: "Listen",
  "[musical] Keys": "Tonarten",
  Example: "Beispiel",

  "{name} was signed out.": "{name} wurde abgemeldet.",
  "All other devices were signed out.": "Alle anderen Geräte wurden abgemeldet.",
  "Sign out all other devices": "Alle anderen Geräte abmelden",
  "Signed in {signedIn}, last active {active}, from {address}":
    "Angemeldet {signedIn}, zuletzt aktiv {active}, von {address}",
  "Signed in {signedIn}, last active {active}": "Angemeldet {signedIn}, zuletzt aktiv {active}",
  "This device": "Dieses Gerät",
  "Sign out {name}": "{name} abmelden",
  "Sign out": "Abmelden",
  "{browser} on {system}": "{browser} unter {system}",
  "Unknown device": "Unbekanntes Gerät",

  "E-mail address": "E-Mail-Adresse",
  Confirmed: "Bestätigt",
  "Not confirmed": "Nicht bestätigt",
  "Change e-mail address": "E-Mail-Adresse ändern",
  "New e-mail address": "Neue E-Mail-Adresse",
  "We send a link to it. Your account keeps its current address until you open the link.":
    "Wir schicken einen Link dorthin. Bis du ihn öffnest, behält dein Konto die jetzige Adresse.",
  "This server does not send e-mail: an admin gives you the link. Your account keeps its current address until you open the link.":
    "Dieser Server verschickt keine E-Mails: Ein Admin gibt dir den Link. Bis du ihn öffnest, behält dein Konto die jetzige Adresse.",
  "Send the link": "Link senden",
  "Request the link": "Link anfordern",
  "{address}, until you open the link for {wanted}. We have sent it to that address. It is valid for another {left}.":
    "{address}, bis du den Link für {wanted} öffnest. Wir haben ihn an diese Adresse geschickt. Er gilt noch {left}.",
  "{address}, until you open the link for {wanted}. This server does not send e-mail: ask an admin for the link. It is valid for another {left}.":
    "{address}, bis du den Link für {wanted} öffnest. Dieser Server verschickt keine E-Mails: Frag einen Admin nach dem Link. Er gilt noch {left}.",
  "{address} is not confirmed. Open the link in the e-mail we sent to it.":
    "{address} ist nicht bestätigt. Öffne den Link in der E-Mail, die wir dorthin geschickt haben.",
  "{address} is not confirmed. This server does not send e-mail: ask an admin for the link.":
    "{address} ist nicht bestätigt. Dieser Server verschickt keine E-Mails: Frag einen Admin nach dem Link.",
  "We have sent you a link.": "Wir haben dir einen Link geschickt.",
  "An admin now has the link for you.": "Ein Admin hat jetzt den Link für dich.",
  "New link": "Neuer Link",
  "Your e-mail address stays the same.": "Deine E-Mail-Adresse bleibt, wie sie ist.",
  "Cancel the change": "Änderung abbrechen",
  Name: "Name",
  "Change name": "Namen ändern",
  "New name": "Neuer Name",
  "Save name": "Name speichern",
  "Your name was changed.": "Dein Name wurde geändert.",
  Role: "Rolle",
  Demo: "Demo",
  member: "Mitglied",
  admin: "Admin",
  "The name and e-mail address of the demo account cannot be changed.":
    "Name und E-Mail-Adresse des Demo-Kontos lassen sich nicht ändern.",
  "Decides what you can do here. Only admins can change it.":
    "Bestimmt, was du hier tun kannst. Nur Admins können sie ändern.",

  "{name} is now linked.": "{name} ist jetzt verknüpft.",
  "Linking failed. Nothing was changed. Try again.":
    "Das Verknüpfen hat nicht geklappt. Nichts wurde geändert. Versuch es noch einmal.",
  "{name} was unlinked.": "Die Verknüpfung mit {name} wurde gelöst.",
  "Unlink {name}": "Verknüpfung mit {name} lösen",
  "Link {name}": "Mit {name} verknüpfen",
  Unlink: "Lösen",
  "[verb] Link": "Verknüpfen",
  "Not linked": "Nicht verknüpft",
  "Linked {when}": "Verknüpft {when}",
  "Linked {when}; this server no longer offers it": "Verknüpft {when}; dieser Server bietet es nicht mehr an",
  "{label}, linked {when}": "{label}, verknüpft {when}",
  "{label}, linked {when}; this server no longer offers it":
    "{label}, verknüpft {when}; dieser Server bietet es nicht mehr an",
  "Your account is already linked to another account of this service. Unlink that one first.":
    "Dein Konto ist schon mit einem anderen Konto dieses Dienstes verknüpft. Löse zuerst diese Verknüpfung.",
  "This took too long, or you signed in to another account in the meantime. Nothing was linked. Try again.":
    "Das hat zu lange gedauert, oder du hast dich inzwischen in einem anderen Konto angemeldet. Nichts wurde verknüpft. Versuch es noch einmal.",
  "This is the only way you can sign in. Set a password or link another service first.":
    "Anders kannst du dich nicht anmelden. Setz zuerst ein Passwort oder verknüpfe einen anderen Dienst.",
  "That account is already linked to another account on this server.":
    "Das gewählte Konto ist auf diesem Server schon mit einem anderen verknüpft.",
  "This service is no longer linked. Reload the page.": "Dieser Dienst ist nicht mehr verknüpft. Lade die Seite neu.",

  Password: "Passwort",
  "Change password": "Passwort ändern",
  "Set password": "Passwort setzen",
  "Current password": "Jetziges Passwort",
  "Changing it signs out all your other devices. API keys keep working.":
    "Wenn du es änderst, werden alle deine anderen Geräte abgemeldet. API-Schlüssel gelten weiter.",
  "You can only sign in through another service. Set a password to be able to sign in without it.":
    "Du kannst dich nur über einen anderen Dienst anmelden. Mit einem Passwort geht es auch ohne ihn.",
  "Your password was changed.": "Dein Passwort wurde geändert.",
  "Your password was set.": "Dein Passwort wurde gesetzt.",
  "Codes copied.": "Codes kopiert.",
  "Your browser does not allow copying. Select the codes and copy them by hand.":
    "Dein Browser erlaubt das Kopieren nicht. Markiere die Codes und kopiere sie von Hand.",
  "Your recovery codes": "Deine Wiederherstellungscodes",
  "Each code lets you sign in once without the app. Keep them somewhere other than your phone: they are not shown again.":
    "Mit jedem Code kannst du dich einmal ohne die App anmelden. Bewahre sie nicht auf dem Handy auf: Sie werden nicht noch einmal gezeigt.",
  "I saved these codes": "Ich habe die Codes gespeichert",
  "[verb] Copy": "Kopieren",
  "[verb] Download": "Herunterladen",
  "Two-factor authentication": "Zwei-Faktor-Anmeldung",
  "[state] On": "An",
  "[state] Off": "Aus",
  "Signing in also asks for a code from an app on your phone, so a stolen password alone is not enough.":
    "Beim Anmelden wird auch ein Code aus einer App auf deinem Handy verlangt. Ein gestohlenes Passwort allein reicht dann nicht.",
  "Two-factor authentication is off.": "Die Zwei-Faktor-Anmeldung ist aus.",
  "Turn off": "Ausschalten",
  "Turn on": "Einschalten",
  "Create new codes": "Neue Codes erzeugen",
  "Signing in asks for a code from your authenticator app.":
    "Beim Anmelden wird ein Code aus deiner Authenticator-App verlangt.",
  "{count} recovery codes left.": {
    one: "Noch {count} Wiederherstellungscode.",
    other: "Noch {count} Wiederherstellungscodes.",
  },
  "Set up": "Einrichten",
  "New recovery codes": "Neue Wiederherstellungscodes",
  Continue: "Weiter",
  "QR code with the secret for your authenticator app": "QR-Code mit dem Geheimnis für deine Authenticator-App",
  "Scan this with an authenticator app, or type the secret into the app:":
    "Scanne ihn mit einer Authenticator-App oder tippe das Geheimnis in die App ein:",
  "The six digits that the app shows now.": "Die sechs Ziffern, die die App jetzt zeigt.",
  "The password and two-factor authentication of the demo account cannot be changed.":
    "Passwort und Zwei-Faktor-Anmeldung des Demo-Kontos lassen sich nicht ändern.",

  Export: "Exportieren",
  "Your export is being prepared": "Dein Export wird vorbereitet",
  "Your export is being prepared. You can leave this page.":
    "Dein Export wird vorbereitet. Du kannst diese Seite verlassen.",
  "Your export is being prepared. This may take a while for a large library.":
    "Dein Export wird vorbereitet. Bei einer großen Bibliothek kann das eine Weile dauern.",
  "Start the export": "Export starten",
  "In progress": "In Arbeit",
  Ready: "Bereit",
  Failed: "Fehlgeschlagen",
  "One ZIP file with your original files in their folders, all analysis results as JSON and CSV, and your profile, devices, API keys and history.":
    "Eine ZIP-Datei mit deinen Originaldateien in ihren Ordnern, allen Ergebnissen der Analyse als JSON und CSV sowie deinem Profil, deinen Geräten, API-Schlüsseln und deinem Verlauf.",
  "This requires a password: set one above first.": "Dafür brauchst du ein Passwort: Setz oben erst eines.",
  "The last export failed. Your data is safe: try again.":
    "Der letzte Export ist fehlgeschlagen. Deine Daten sind sicher: Versuch es noch einmal.",
  "{size}, requested {when}. You can download it for another {left}.":
    "{size}, angefordert {when}. Du kannst ihn noch {left} lang herunterladen.",
  "Create a new export": "Neuen Export erstellen",
  "Export my data": "Meine Daten exportieren",
  "An export is already being prepared. Reload the page.": "Ein Export wird schon vorbereitet. Lade die Seite neu.",
  "This export is no longer available. Request a new one.": "Diesen Export gibt es nicht mehr. Fordere einen neuen an.",
  "The demo account cannot be exported or deleted. With your own account you can do both.":
    "Das Demo-Konto kann nicht exportiert oder gelöscht werden. Mit einem eigenen Konto geht beides.",
  "Delete account": "Konto löschen",
  "Delete my account": "Mein Konto löschen",
  "Delete your account?": "Dein Konto löschen?",
  "Your account and everything in it are permanently deleted after {days} days.":
    "Dein Konto und alles darin werden nach {days} Tagen endgültig gelöscht.",
  "Your account and everything in it are permanently deleted after {days} days. This requires a password: set one above first.":
    "Dein Konto und alles darin werden nach {days} Tagen endgültig gelöscht. Dafür brauchst du ein Passwort: Setz oben erst eines.",
  "You are signed out everywhere immediately. For {days} days you can sign in again and keep your account. After that it is permanently deleted.":
    "Du wirst sofort überall abgemeldet. {days} Tage lang kannst du dich wieder anmelden und dein Konto behalten. Danach wird es endgültig gelöscht.",
  "Your library and all analysis results are deleted. Export them first if you want to keep them.":
    "Deine Bibliothek und alle Ergebnisse der Analyse werden gelöscht. Exportiere sie vorher, wenn du sie behalten willst.",
  "{count} samples ({size}) and all analysis results are deleted. Export them first if you want to keep them.": {
    one: "{count} Sample ({size}) und alle Ergebnisse der Analyse werden gelöscht. Exportiere sie vorher, wenn du sie behalten willst.",
    other:
      "{count} Samples ({size}) und alle Ergebnisse der Analyse werden gelöscht. Exportiere sie vorher, wenn du sie behalten willst.",
  },
  "Your profile, devices, linked services and exports are deleted.":
    "Dein Profil, deine Geräte, verknüpften Dienste und Exporte werden gelöscht.",
  "Your API keys stop working immediately.": "Deine API-Schlüssel gelten ab sofort nicht mehr.",
  "The audit log keeps what was done under your account’s ID and from which IP addresses, but not your name or e-mail address.":
    "Das Protokoll behält, was unter der ID deines Kontos getan wurde und von welchen IP-Adressen aus, aber nicht deinen Namen oder deine E-Mail-Adresse.",
  "Your account will not be deleted.": "Dein Konto wird nicht gelöscht.",
  "Your account is about to be deleted": "Dein Konto wird bald gelöscht",
  "Your account and everything in it will be deleted on {date}.":
    "Dein Konto und alles darin werden am {date} gelöscht.",
  "Keep my account": "Mein Konto behalten",
  "Your account is already scheduled for deletion. Reload the page.":
    "Dein Konto ist schon zum Löschen vorgemerkt. Lade die Seite neu.",
  "You are the only admin. Make someone else an admin first, so that someone can manage this server.":
    "Du bist der einzige Admin. Mach zuerst jemand anderen zum Admin, damit dieser Server verwaltet werden kann.",
  "The deletion can no longer be cancelled.": "Das Löschen lässt sich nicht mehr aufhalten.",
};

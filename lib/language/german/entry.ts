import type { Dictionary } from "@/lib/language/text";

/** Signing in, registering, and what accounts are told. */
export const ENTRY: Dictionary = {
  "After this you have to sign in again on all your devices, and your API keys stop working.":
    "Danach musst du dich auf allen Geräten neu anmelden, und deine API-Schlüssel gelten nicht mehr.",
  "Already have an account?": "Schon ein Konto?",
  "Confirm your e-mail address": "Bestätige deine E-Mail-Adresse",
  "Continue where you left off.": "Mach weiter, wo du aufgehört hast.",
  "Create account": "Konto anlegen",
  "Create one": "Leg eins an",
  "Create the first account": "Leg das erste Konto an",
  "Do you have the set-up code?": "Hast du den Einrichtungscode?",
  "Forgot your password?": "Passwort vergessen?",
  "No account yet?": "Noch kein Konto?",
  "Remembered your password?": "Passwort wieder eingefallen?",
  "Request a link to set a new one.": "Fordere einen Link an, um ein neues zu setzen.",
  "The first account administers this server.": "Das erste Konto verwaltet diesen Server.",
  "This makes sure that no one else uses your address here.": "So kann hier niemand sonst deine Adresse benutzen.",
  "You will use it to sign in from now on.": "Damit meldest du dich ab jetzt an.",
  "Your account exists only on this server.": "Dein Konto gibt es nur auf diesem Server.",
  "Your new e-mail address": "Deine neue E-Mail-Adresse",
  "Check your e-mail": "Sieh in deine E-Mails",
  "Confirm address": "Adresse bestätigen",
  Continue: "Weiter",
  "Continue with {service}": "Weiter mit {service}",
  "Go to settings": "Zu den Einstellungen",
  "If there is an account with this e-mail address, an admin now has a link for you. This server does not send e-mail, so ask them for it. The link works once, within one hour.":
    "Wenn es ein Konto mit dieser E-Mail-Adresse gibt, hat ein Admin jetzt einen Link für dich. Dieser Server verschickt keine E-Mails, also frag dort danach. Der Link gilt einmal, eine Stunde lang.",
  "If there is an account with this e-mail address, we have sent a link to it. The link works once, within one hour.":
    "Wenn es ein Konto mit dieser E-Mail-Adresse gibt, haben wir einen Link dorthin geschickt. Er gilt einmal, eine Stunde lang.",
  "If you started SampleMind, open the address after “First account” in the terminal, or in the log with Docker. It makes the account that administers this server.":
    "Wenn du SampleMind gestartet hast, öffne die Adresse hinter „First account“ im Terminal, mit Docker im Log. Dort legst du das Konto an, das diesen Server verwaltet.",
  "Nobody has an account here yet.": "Hier hat noch niemand ein Konto.",
  "Nothing after a few minutes? Check your spam folder.": "Nach ein paar Minuten nichts da? Sieh im Spam-Ordner nach.",
  "One of the ten codes you saved. Each one works once.":
    "Einer der zehn Codes, die du gespeichert hast. Jeder gilt einmal.",
  "Recovery code": "Wiederherstellungscode",
  "Request a new link": "Neuen Link anfordern",
  "Send me a link": "Link schicken",
  "Set password": "Passwort setzen",
  "Set-up code": "Einrichtungscode",
  "Sign-in failed. Check your e-mail address and password. New accounts must first be confirmed through the link in the e-mail we sent. After several failed attempts you have to wait a few minutes.":
    "Die Anmeldung hat nicht geklappt. Prüfe E-Mail-Adresse und Passwort. Neue Konten musst du erst über den Link in unserer E-Mail bestätigen. Nach mehreren Fehlversuchen musst du ein paar Minuten warten.",
  "That account is not linked to any account on this server. Sign in or create an account with a password, then link it in your settings.":
    "Dieses Konto ist mit keinem Konto auf diesem Server verknüpft. Melde dich an oder leg ein Konto mit Passwort an und verknüpfe es dann in den Einstellungen.",
  "The other service did not sign you in. Nothing was changed. Try again, or use your password.":
    "Der andere Dienst hat dich nicht angemeldet. Es wurde nichts geändert. Versuch es noch einmal oder nimm dein Passwort.",
  "The password of the account that this link is for.": "Das Passwort des Kontos, für das dieser Link ist.",
  "The six digits that your authenticator app shows now.":
    "Die sechs Ziffern, die deine Authenticator-App gerade zeigt.",
  "The terminal where SampleMind was started shows it after “First account”, in an address that fills it in. With Docker it is in the log. It is also in the file setup-code in the data folder.":
    "Das Terminal, in dem SampleMind gestartet wurde, zeigt ihn hinter „First account“, in einer Adresse, die ihn gleich einträgt. Mit Docker steht er im Log. Er steht auch in der Datei setup-code im Datenordner.",
  "This code was not accepted. Codes change every 30 seconds, and each one works once. After several attempts or five minutes you have to sign in again.":
    "Dieser Code wurde nicht angenommen. Codes wechseln alle 30 Sekunden, und jeder gilt einmal. Nach mehreren Versuchen oder fünf Minuten musst du dich neu anmelden.",
  "Use a recovery code": "Wiederherstellungscode verwenden",
  "Use the authenticator app": "Authenticator-App verwenden",
  "Use this address": "Diese Adresse verwenden",
  "We have sent a message to <address>{email}</address>. Open the link in it within 24 hours and enter the password you have just chosen.":
    "Wir haben eine Nachricht an <address>{email}</address> geschickt. Öffne innerhalb von 24 Stunden den Link darin und gib das Passwort ein, das du gerade gewählt hast.",
  "Who may register": "Wer sich registrieren darf",
  "You administer this server": "Du verwaltest diesen Server",
  "You are signed in. Press the button to change your account to the new e-mail address.":
    "Du bist angemeldet. Mit dem Knopf wechselt dein Konto zur neuen E-Mail-Adresse.",
  "You are signed in. Press the button to confirm your e-mail address.":
    "Du bist angemeldet. Mit dem Knopf bestätigst du deine E-Mail-Adresse.",
  "You cannot create an account on this server like this. Ask an admin for an invitation, and begin with its link.":
    "So kannst du auf diesem Server kein Konto anlegen. Bitte einen Admin um eine Einladung und beginne mit dem Link darin.",
  "You need an invitation. Ask an admin of this server for one.":
    "Du brauchst eine Einladung. Bitte einen Admin dieses Servers darum.",
  "Your account is the first, so you manage the others. Under Admin you decide who may create an account, and make other people admins.":
    "Dein Konto ist das erste, deshalb verwaltest du die anderen. Unter „Admin“ entscheidest du, wer ein Konto anlegen darf, und machst andere zu Admins.",
  "Your new password is set. All your devices have been signed out, and the link no longer works.":
    "Dein neues Passwort ist gesetzt. Alle deine Geräte wurden abgemeldet, und der Link gilt nicht mehr.",
  or: "oder",
  "{count} API keys stopped working: create new ones for the programs that need them.": {
    one: "{count} API-Schlüssel gilt nicht mehr: Leg für die Programme, die einen brauchen, neue an.",
    other: "{count} API-Schlüssel gelten nicht mehr: Leg für die Programme, die einen brauchen, neue an.",
  },
  "Upload audio": "Audio hochladen",
  "A link was sent a moment ago. Wait a minute, then try again.":
    "Gerade wurde ein Link geschickt. Warte eine Minute und versuch es dann noch einmal.",
  "An account with this e-mail address already exists. Sign in instead.":
    "Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melde dich stattdessen an.",
  "Another account now uses this e-mail address. Your account keeps its current one.":
    "Ein anderes Konto benutzt inzwischen diese E-Mail-Adresse. Dein Konto behält seine jetzige.",
  "Enter the set-up code.": "Gib den Einrichtungscode ein.",
  "The demo account cannot be changed. Create your own account to do this.":
    "Das Demo-Konto lässt sich nicht ändern. Leg dafür ein eigenes Konto an.",
  "This invitation cannot be used: it is expired, withdrawn or already used. Ask an admin for a new one.":
    "Diese Einladung gilt nicht: Sie ist abgelaufen, zurückgezogen oder schon benutzt. Bitte einen Admin um eine neue.",
  "This invitation is for another e-mail address. Use the address that it was sent to.":
    "Diese Einladung ist für eine andere E-Mail-Adresse. Nimm die Adresse, an die sie geschickt wurde.",
  "This is already your e-mail address.": "Das ist schon deine E-Mail-Adresse.",
  "This is not the set-up code of this server.": "Das ist nicht der Einrichtungscode dieses Servers.",
  "This link cannot be used. It is incomplete, expired, already used or replaced by a newer one.":
    "Dieser Link gilt nicht. Er ist unvollständig, abgelaufen, schon benutzt oder durch einen neueren ersetzt.",
  "This password is one of the most common ones. Choose a different one, such as a few random words.":
    "Dieses Passwort gehört zu den häufigsten. Wähle ein anderes, zum Beispiel ein paar zufällige Wörter.",
  "This password is too close to your name or e-mail address. Add words that are not about you.":
    "Dieses Passwort ähnelt zu sehr deinem Namen oder deiner E-Mail-Adresse. Ergänze Wörter, die nichts mit dir zu tun haben.",
  "This server does not take new accounts.": "Dieser Server nimmt keine neuen Konten an.",
  "This server is by invitation. Ask an admin for one.":
    "Für diesen Server brauchst du eine Einladung. Bitte einen Admin darum.",
  "Too many attempts. Wait a few minutes, then try again.":
    "Zu viele Versuche. Warte ein paar Minuten und versuch es dann noch einmal.",
  "Too many new accounts from your network. Wait an hour, then try again.":
    "Zu viele neue Konten aus deinem Netz. Warte eine Stunde und versuch es dann noch einmal.",
  "Two-factor authentication is already set up. Reload the page.":
    "Die Zwei-Faktor-Anmeldung ist schon eingerichtet. Lade die Seite neu.",
  "Wrong code. Codes change every 30 seconds, and each one works once.":
    "Falscher Code. Codes wechseln alle 30 Sekunden, und jeder gilt einmal.",
  "Wrong password.": "Falsches Passwort.",
  "Your account has no password yet. Set one first.": "Dein Konto hat noch kein Passwort. Setz zuerst eins.",
  "Your e-mail address is already confirmed.": "Deine E-Mail-Adresse ist schon bestätigt.",
  "Enter a name": "Gib einen Namen ein",
  "Enter an e-mail address such as name@example.com": "Gib eine E-Mail-Adresse ein, zum Beispiel name@example.com",
  "Enter the six digits or a recovery code": "Gib die sechs Ziffern oder einen Wiederherstellungscode ein",
  "Enter your password": "Gib dein Passwort ein",
  "This code is too long": "Dieser Code ist zu lang",
  "This e-mail address is too long": "Diese E-Mail-Adresse ist zu lang",
  "This link is incomplete": "Dieser Link ist unvollständig",
  "Use at least {0} characters": "Mindestens {0} Zeichen",
  "Use at most {0} characters": "Höchstens {0} Zeichen",
  Name: "Name",
};

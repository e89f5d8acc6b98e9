/** What an installed till accepts on its command line. */
interface Allowed {
  readonly form: RegExp;
  readonly reason: string;
}

const EVERY_TILL: readonly Allowed[] = [
  { form: /^--language=(pt-BR|en)$/, reason: 'the language of the screens' },
  { form: /^--ozone-platform=x11$/, reason: 'in the menu entry: only X11 puts a window on a chosen monitor' },
  { form: /^--disable-gpu$/, reason: 'for a computer whose graphics driver draws nothing' },
  { form: /^--disable-dev-shm-usage$/, reason: 'for a computer with a small /dev/shm' },
  {
    form: /^--password-store=(gnome-libsecret|kwallet[56]?)$/,
    reason:
      'names the keychain of a desktop that Chromium does not know. `basic` is left out: it protects nothing',
  },
  { form: /^--updated$/, reason: 'the Windows installer adds it when it opens the app after an update' },
];

const ROOT: readonly Allowed[] = [
  { form: /^--no-sandbox$/, reason: 'Chromium does not start as root without it, as in a container' },
];

/**
 * Returns the arguments that an installed till refuses. A debugger, another data folder, a proxy, a certificate and a command
 * before a process are all switches of Chromium, and a new version may bring more. So the list has what is allowed. An argument
 * that is not a switch is refused too, because Chromium accepts more than one form of a switch (`-name`, on Windows `/name`).
 *
 * @param args without the name of the program.
 * @param userId the account on a Unix system. 0 is root.
 */
export function refusedArguments(args: readonly string[], userId: number | undefined): readonly string[] {
  const allowed = userId === 0 ? [...EVERY_TILL, ...ROOT] : EVERY_TILL;
  return args.filter((argument) => !allowed.some(({ form }) => form.test(argument)));
}

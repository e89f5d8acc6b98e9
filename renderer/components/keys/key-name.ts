/** A key as the tables of keys name it: `Enter`, `F5`, `Delete`, `7`, `Ctrl+Q`. */
export type KeyName = string;

/** The Enter after a scanned code. Only a part that reads codes binds it. */
export const SCAN: KeyName = 'Scan';

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Null for strokes with Alt or Meta: those belong to the system. */
export function keyNameOf(stroke: Stroke): KeyName | null {
  if (stroke.altKey || stroke.metaKey) return null;
  const key = stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key;
  return stroke.ctrlKey ? `Ctrl+${key}` : key;
}

/** Keys that a text field needs for itself. Enter is not one: in a line of text it means the screen's own Enter. */
export function isTypingKey(name: KeyName): boolean {
  return name.length === 1 || ['Backspace', 'Delete', 'Home', 'End'].includes(name) || isArrow(name);
}

/** Keys that a list of choices needs for itself: they move in it, open it, or look for what begins with a letter. */
export function isChoosingKey(name: KeyName): boolean {
  return name.length === 1 || ['Enter', 'Home', 'End', 'PageUp', 'PageDown'].includes(name) || isArrow(name);
}

/** True for an arrow key. */
export function isArrow(name: KeyName): boolean {
  return name.startsWith('Arrow');
}

/** Keys that repeat while they are held down. Every other key acts once. */
export function mayRepeat(name: KeyName): boolean {
  return name === 'Backspace' || isArrow(name);
}

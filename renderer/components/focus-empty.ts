/** Puts the focus on the first empty field of a form that was sent too early. Without one, changes nothing. */
export function focusEmpty(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll('input') ?? [])];
  fields
    .find(
      ({ type, value, disabled }) =>
        type !== 'checkbox' && type !== 'radio' && value.trim() === '' && !disabled,
    )
    ?.focus();
}

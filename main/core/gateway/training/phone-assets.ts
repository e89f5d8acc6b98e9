/** Checks the list every two seconds. Reloads the page only after a change, so that the focus stays. */
export const PHONE_SCRIPT = `'use strict';
const list = document.querySelector('main');
const shown = list.dataset.version;
setInterval(async () => {
  if (document.hidden || document.activeElement instanceof HTMLInputElement) return;
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (page.querySelector('main').dataset.version !== shown) location.reload();
  } catch {
    // The till is closed or starts again. The next try shows which.
  }
}, 2000);
`;

export const PHONE_STYLE = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; }
.training { background: #7a4a00; border-radius: .5rem; color: #fff; font-weight: 600; padding: .5rem 1rem; }
article { border: 1px solid #767676; border-radius: .75rem; margin: 1rem 0; padding: 1rem; }
h2 { font-size: 1.75rem; font-variant-numeric: tabular-nums; margin: 0; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .75rem; }
button, input { border: 1px solid #767676; border-radius: .5rem; font: inherit; min-height: 2.75rem; padding: 0 1rem; }
input { width: 8rem; }
button.primary { background: #0b5c3b; border-color: #0b5c3b; color: #fff; font-weight: 600; }
:focus-visible { outline: 3px solid #1a6fd4; outline-offset: 2px; }
`;

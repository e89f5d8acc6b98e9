/** Instants are epoch milliseconds with fractions, which all processes of a machine share. */
const NOW = 'performance.timeOrigin + performance.now()';

/** The instant at which something that `selector` finds was on the screen: two frames after it is in the page. */
export function paintedAt(selector: string): string {
  return `new Promise((resolve) => {
    const frames = (left, done) => requestAnimationFrame(() => (left > 1 ? frames(left - 1, done) : done()));
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) return false;
      observer.disconnect();
      frames(2, () => resolve(${NOW}));
      return true;
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  })`;
}

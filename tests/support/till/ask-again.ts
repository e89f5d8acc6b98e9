/**
 * Asks main something that changes nothing. Sometimes Electron's inspector loses the answer while the app starts ("was garbage
 * collected", 7 of 160 launches). Then it asks again.
 */
export async function askAgain<A>(ask: () => Promise<A>): Promise<A> {
  try {
    return await ask();
  } catch (error) {
    if (!/promise was garbage collected/i.test(String(error))) throw error;
    return ask();
  }
}

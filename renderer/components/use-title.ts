import { useEffect } from 'react';

const APP = 'Balcão';

/** Names the window by what it shows, for the task bar and for screen readers: `Pagamentos · Balcão`. Null leaves it as it is. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} · ${APP}`;
  }, [title]);
}

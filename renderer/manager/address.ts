import { useSyncExternalStore } from 'react';

/** A place in the manager's screens. It is the address of the page, so that it survives a screen. */
export type Place =
  | { readonly section: 'day'; readonly day: string | null }
  | { readonly section: 'closings' | 'diary' | 'backups' }
  /** `chosen`: the id of the charge that was open before. */
  | { readonly section: 'payments'; readonly query: string; readonly chosen?: string | undefined }
  | { readonly section: 'payment'; readonly id: string; readonly query: string };

const ROOT = '#/gerente';
/** `#/gerente/pagamentos/em/ID`: the list, at the charge of this id. */
const BACK_AT = 'em';

/** The place in an address; the day of today where there is none. */
function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.split('?', 2);
  const [section, id, chosen] = path.slice(ROOT.length + 1).split('/');
  if (section === 'pagamentos' && id === BACK_AT) return { section: 'payments', query, chosen };
  if (section === 'pagamentos' && id !== undefined && id !== '') return { section: 'payment', id, query };
  if (section === 'pagamentos') return { section: 'payments', query };
  if (section === 'fechamentos') return { section: 'closings' };
  if (section === 'historico') return { section: 'diary' };
  if (section === 'backup') return { section: 'backups' };
  return { section: 'day', day: new URLSearchParams(query).get('data') };
}

/** The address of a place. */
function hashOf(place: Place): string {
  switch (place.section) {
    case 'day':
      return `${ROOT}/dia${place.day === null ? '' : `?data=${place.day}`}`;
    case 'closings':
      return `${ROOT}/fechamentos`;
    case 'diary':
      return `${ROOT}/historico`;
    case 'backups':
      return `${ROOT}/backup`;
    case 'payments': {
      const at = place.chosen === undefined ? '' : `/${BACK_AT}/${place.chosen}`;
      return withQuery(`${ROOT}/pagamentos${at}`, place.query);
    }
    case 'payment':
      return withQuery(`${ROOT}/pagamentos/${place.id}`, place.query);
  }
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

/** Goes there. */
export function go(place: Place): void {
  window.location.hash = hashOf(place);
}

/** The place of now, which a key that was just struck may have changed before anything was drawn again. */
export function here(): Place {
  return placeOf(window.location.hash);
}

/** Returns the place for components, which are drawn again when it changes. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, hashNow, hashNow));
}

const hashNow = (): string => window.location.hash;

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../shared/contract/shop.ts';
import { useCan } from '../calls/port-context.ts';
import { ShopContext } from '../calls/shop-context.ts';
import { useKeys } from '../components/keys/use-keys.ts';
import type { Place } from './address.ts';
import { Backups } from './backups/backups.tsx';
import { Closings } from './closings/closings.tsx';
import { Day } from './day/day.tsx';
import { Diary } from './diary/diary.tsx';
import { Payment } from './payments/payment.tsx';
import { Payments } from './payments/payments.tsx';

/** Draws the screen of a place. If this page cannot show it, draws the day. */
export function Section({
  shop,
  place,
  onLeave,
}: {
  readonly shop: ShopView | null;
  readonly place: Place;
  readonly onLeave: () => void;
}): ReactNode {
  if (shop === null) return <Reading onLeave={onLeave} />;
  return (
    <ShopContext value={shop}>
      <At place={place} onLeave={onLeave} />
    </ShopContext>
  );
}

/** Shown for a moment before the first value of the shop. Escape already works. */
function Reading({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation();
  useKeys({ Escape: onLeave });
  return <p role="status">{t('reading.loading')}</p>;
}

function At({ place, onLeave }: { readonly place: Place; readonly onLeave: () => void }): ReactNode {
  const hasBackups = useCan('backups');
  switch (place.section) {
    case 'day':
      return <Day day={place.day} onLeave={onLeave} />;
    case 'closings':
      return <Closings onLeave={onLeave} />;
    case 'backups':
      return hasBackups ? <Backups onLeave={onLeave} /> : <Day day={null} onLeave={onLeave} />;
    case 'diary':
      return <Diary onLeave={onLeave} />;
    case 'payments':
      return <Payments query={place.query} chosen={place.chosen ?? null} onLeave={onLeave} />;
    case 'payment':
      return <Payment key={place.id} id={place.id} query={place.query} />;
  }
}

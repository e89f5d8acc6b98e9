import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { Button } from '../../../components/button.tsx';
import { useActions, useUi, useView } from '../../till-context.ts';

/** The QR on paper, for a customer who cannot see the screen: it lives for ten minutes from then on. */
export function PrintQr({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { printer } = useView();
  const busy = useUi((state) => state.busy !== null);
  if (printer === null) return null;
  const isPrinting = printer.slips.some(
    ({ document, state }) => document === 'qr-slip' && (state === 'queued' || state === 'sending'),
  );
  return (
    <Button
      hotkey="F6"
      disabled={busy || charge.brCode === null}
      onPress={() => void actions.act('printing/print', { chargeId: charge.id, slip: 'qr-slip' })}
    >
      {t(isPrinting ? 'printer.printing' : 'printer.qr')}
    </Button>
  );
}

import { attention, error, works, type Check } from './finding.ts';
import { SECOND } from '../../../shared/kernel/time.ts';

const LIMIT = 10 * SECOND;
/** A QR lives for minutes. A larger difference is visible on screens and papers. */
const TOLERATED = 60 * SECOND;

/** Compares the clock of this machine with the one of the gateway, by the Date of an answer. Logs in nowhere. */
export function gatewayClockCheck(baseUrl: string): Check {
  return {
    name: 'Rede e relógio',
    async run() {
      const asked = await fetch(baseUrl, { method: 'HEAD', signal: AbortSignal.timeout(LIMIT) }).then(
        (answer) => answer.headers.get('date'),
        (failure: unknown) => (failure instanceof Error ? failure : new Error(String(failure))),
      );
      if (asked instanceof Error)
        return [error(`${baseUrl} não responde (${causeOf(asked)}). Confira a internet e o firewall.`)];
      const theirs = Date.parse(asked ?? '');
      if (Number.isNaN(theirs)) return [attention(`${baseUrl} responde sem dizer a hora`)];
      const seconds = Math.round((Date.now() - theirs) / SECOND);
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      return [
        Math.abs(seconds) * SECOND > TOLERATED
          ? error(
              `o relógio está ${Math.abs(seconds)} s ${seconds > 0 ? 'adiantado' : 'atrasado'}. Acerte a hora e ligue o acerto automático.`,
            )
          : works(`${baseUrl} responde, e o relógio confere com o dele (fuso ${zone})`),
      ];
    },
  };
}

function causeOf(failure: Error): string {
  const { cause } = failure;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : failure.message;
}

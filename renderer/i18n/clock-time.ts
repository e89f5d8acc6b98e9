import { formatTime } from '../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../shared/kernel/time.ts';

/** The shop's wall clock at an instant of the wire: `14:31`. */
export function clockTime(at: number, zone: string): string {
  return formatTime(epochMs(at), zone);
}

/** With seconds, for what may have to be found again: `14:31:08`. */
export function exactTime(at: number, zone: string): string {
  return formatTime(epochMs(at), zone, 'second');
}

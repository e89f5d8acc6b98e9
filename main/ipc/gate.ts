import type { IpcMain } from 'electron';
import { control } from '../../shared/contract/control.ts';
import type { MethodSpec, Reply } from '../../shared/contract/define.ts';
import type { ControlInput, ControlName, ControlReply } from '../../shared/rpc/bridge.ts';
import { CHANNELS } from '../../shared/rpc/channels.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { PageRole, TrustedPages } from '../windows/trusted-pages.ts';
import { senderRole, type SenderEvent } from './sender.ts';

/** One function per method of the control plane. */
export type ControlHandlers = {
  readonly [M in ControlName]: (input: ControlInput<M>) => Promise<ControlReply<M>> | ControlReply<M>;
};

/** Registers all calls from pages. Checks sender, role and input here. Replies are values. */
export function openGate(
  ipcMain: Pick<IpcMain, 'handle'>,
  pages: Pick<TrustedPages, 'roleOf'>,
  handlers: ControlHandlers,
  logger: Logger,
): void {
  ipcMain.handle(CHANNELS.control, (event: SenderEvent, name: unknown, input: unknown) =>
    answer(senderRole(event, pages), name, input, handlers, logger),
  );
}

async function answer(
  role: PageRole | null,
  name: unknown,
  input: unknown,
  handlers: ControlHandlers,
  logger: Logger,
): Promise<Reply<unknown>> {
  const refuse = (code: 'unknown-method' | 'wrong-role' | 'bad-input', where = ''): Reply<never> => {
    const method = typeof name === 'string' ? name.slice(0, 60) : typeof name;
    logger.warn('control-refused', { code, method, role, where });
    return { ok: false, error: { code, message: where === '' ? code : `${code} at ${where}` } };
  };
  if (role === null) return refuse('wrong-role');
  if (typeof name !== 'string' || !Object.hasOwn(control, name)) return refuse('unknown-method');
  const spec = control[name as ControlName] as MethodSpec;
  if (!spec.roles.includes(role)) return refuse('wrong-role');
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) return refuse('bad-input', parsed.error.issues[0]?.path.join('.'));
  try {
    const handler = handlers[name as ControlName] as (value: unknown) => Promise<Reply<unknown>>;
    return await handler(parsed.data);
  } catch (bug) {
    const detail = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
    logger.error('control-threw', { method: name, detail });
    return { ok: false, error: { code: 'internal', message: `${name} failed; see the log` } };
  }
}

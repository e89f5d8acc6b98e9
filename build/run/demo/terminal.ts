import { drawQr } from './draw-qr.ts';

/** The output of the demo, on a terminal or a pipe. */
export interface Terminal {
  /** Prints a numbered step. */
  step(text: string): void;
  line(text?: string): void;
  /** Prints a fact under a step. */
  fact(name: string, value: string): void;
  /** Prints the answer of the cashier's screen. */
  answer(kind: 'paid' | 'not-paid' | 'doubt', reason: string): void;
  qr(text: string): void;
  /** Prints lines in a frame, as paper. */
  paper(lines: readonly string[]): void;
}

const ANSWERS = {
  paid: ['✔ PAGO. PODE ENTREGAR', '30;42'],
  'not-paid': ['○ NÃO PAGO. NÃO ENTREGUE', '30;43'],
  doubt: ['? EM DÚVIDA. AGUARDE', '37;44'],
} as const;

/** Creates the output of the demo. Without `colours` it is plain text. */
export function createTerminal(write: (text: string) => void, colours: boolean): Terminal {
  const paint = (code: string, text: string): string => (colours ? `\u001B[${code}m${text}\u001B[0m` : text);
  const line = (text = ''): void => write(`${text}\n`);
  let steps = 0;
  return {
    line,
    step(text) {
      steps += 1;
      line();
      line(`  ${paint('1;36', `${steps}.`)} ${paint('1', text)}`);
    },
    fact: (name, value) => line(`     ${paint('2', name.padEnd(15))} ${value}`),
    answer(kind, reason) {
      const [words, colour] = ANSWERS[kind];
      line(`     ${paint(`1;${colour}`, ` ${words} `)}  ${paint('2', reason)}`);
    },
    qr(text) {
      line();
      for (const row of drawQr(text, colours)) line(`     ${row}`);
      line();
    },
    paper(lines) {
      const width = Math.max(...lines.map((text) => [...text].length));
      line();
      line(`     ┌─${'─'.repeat(width)}─┐`);
      for (const text of lines) line(`     │ ${text}${' '.repeat(width - [...text].length)} │`);
      line(`     └─${'─'.repeat(width)}─┘`);
    },
  };
}

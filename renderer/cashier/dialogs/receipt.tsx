import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { MAX_CENTAVOS } from '../../../shared/domain/money/centavos.ts';
import type { EntryAction } from '../../../shared/domain/money/digit-entry.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { AnswerBand } from '../../components/answer-band.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { MoneyField } from '../../components/money/money-field.tsx';
import { useAmountEntry } from '../../components/money/use-amount-entry.ts';
import { Modal } from '../../components/modal.tsx';
import { TextField } from '../../components/text-field.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import { Used } from './used.tsx';
import { receiptQuery, type ReceiptProblem, type ReceiptText } from './receipt-query.ts';
import styles from './dialog.module.css';

type Check = Output<'charge/check-receipt'>;

/** The answer of each finding: goods move for a payment of the sale on the counter alone. `delivered` has a word of its own. */
const ANSWER = {
  found: 'paid',
  late: 'doubt',
  'not-found': 'not-paid',
  'cannot-tell': 'doubt',
} as const satisfies Record<Exclude<Check['answer'], 'delivered'>, string>;

/** Checks the receipt that a customer shows against the payments of this till. Edited receipts are a common fraud. */
export function Receipt(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const [text, setText] = useState<ReceiptText>({ end: '', minute: '' });
  const [entry, enter] = useAmountEntry(MAX_CENTAVOS);
  const [problem, setProblem] = useState<ReceiptProblem | null>(null);
  const [check, setCheck] = useState<Check | null>(null);
  const changeAmount = (action: EntryAction): void => {
    enter(action);
    // Going through the field with Tab changes nothing.
    if (action.type !== 'select') setCheck(null);
  };
  const change =
    (field: keyof ReceiptText) =>
    (value: string): void => {
      setText({ ...text, [field]: value });
      setProblem(null);
      setCheck(null);
    };
  const submit = async (): Promise<void> => {
    const query = receiptQuery(text, entry.amount);
    if (typeof query === 'string') return setProblem(query);
    setCheck(null);
    const reply = await actions.act('charge/check-receipt', query);
    if (reply?.ok === true) setCheck(reply.value);
  };

  return (
    <Modal screen="receipt" title={t('receipt.title')} wide>
      <p className={styles.lead}>{t('receipt.detail')}</p>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('receipt.end')}
          hint={t('receipt.endHint')}
          maxLength={40}
          value={text.end}
          onChange={change('end')}
          home
        />
        <div className={styles.columns}>
          <MoneyField label={t('term.amount')} entry={entry} onAct={changeAmount} optional />
          <TextField
            label={t('term.time')}
            hint={t('receipt.minuteHint')}
            maxLength={5}
            value={text.minute}
            onChange={change('minute')}
          />
        </div>
      </form>
      {busy ? <p className={styles.strong}>{t('receipt.checking')}</p> : null}
      {check === null ? null : <Finding check={check} />}
      {problem === null ? null : <Problem name={problem}>{t(`receipt.${problem}`)}</Problem>}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" onPress={() => actions.open(null)}>
          {t('act.close')}
        </Button>
        <Button
          kind="primary"
          hotkey="Enter"
          disabled={busy || entry.problem !== null}
          onPress={() => void submit()}
        >
          {t('act.check')}
        </Button>
      </ActionBar>
    </Modal>
  );
}

function Finding({ check: { answer, charge } }: { readonly check: Check }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useView();
  if (answer === 'delivered') {
    return charge === null ? null : (
      <div data-finding={answer}>
        <Used charge={charge} />
      </div>
    );
  }
  const of =
    charge === null
      ? { amount: '', time: '' }
      : {
          amount: money(charge.paidAmount ?? charge.amount),
          time: clockTime(charge.approvedAt ?? charge.createdAt, zone),
        };
  return (
    <div data-finding={answer}>
      <AnswerBand answer={ANSWER[answer]} detail={t(`receipt.${answer}`, of)} />
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup, type Choice } from '../../../../components/choice-group.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import type { FoundPrinter } from './setup-draft.ts';

/** What a person chose: the token of a printer, an address, or a serial port, which may not be chosen yet. */
export interface Chosen {
  readonly way: string | null;
  readonly address: string;
  readonly port: string | null;
}

/** The ways that are not printers which the search found. */
export const BY_ADDRESS = 'address';
export const BY_PORT = 'port';

/**
 * The printers that were found, then the ways for a person who knows more: an address, and the serial ports. Every machine has
 * serial ports, also without a printer, so none of them is chosen before a person chooses it.
 */
export function PrinterChoices({
  printers,
  chosen,
  onChange,
}: {
  readonly printers: readonly FoundPrinter[];
  readonly chosen: Chosen;
  readonly onChange: (patch: Partial<Chosen>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const ports = printers.filter(({ isBarePort }) => isBarePort);
  /** The name, and once more where it is, unless the name says that. */
  const choiceOf = ({ printer, kind, label, place, problem }: FoundPrinter): Choice<string> => ({
    value: printer,
    label,
    detail:
      problem !== null
        ? t(`printReason.${problem}`)
        : label.includes(place)
          ? t(`printerKind.${kind}`)
          : place,
  });
  return (
    <>
      <ChoiceGroup
        label={t('term.printer')}
        layout="list"
        home
        value={chosen.way}
        onChange={(way) => onChange({ way })}
        choices={[
          ...printers.filter(({ isBarePort }) => !isBarePort).map(choiceOf),
          { value: BY_ADDRESS, label: t('printerSetup.inNetwork') },
          ...(ports.length === 0 ? [] : [{ value: BY_PORT, label: t('printerSetup.serialPort') }]),
        ]}
      />
      {chosen.way === BY_ADDRESS ? (
        <TextField
          label={t('printerSetup.address')}
          hint={t('printerSetup.addressHint')}
          maxLength={80}
          value={chosen.address}
          onChange={(address) => onChange({ address })}
        />
      ) : null}
      {chosen.way === BY_PORT ? (
        <ChoiceGroup
          label={t('printerSetup.port')}
          layout="list"
          value={chosen.port}
          onChange={(port) => onChange({ port })}
          choices={ports.map(choiceOf)}
        />
      ) : null}
    </>
  );
}
